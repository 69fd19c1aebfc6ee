import { Link } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";

type Rest = Omit<ComponentProps<"a">, "href">;

/** A link into another part of the workspace, by its path. */
export function To({ path, children, ...rest }: Rest & { path: string; children: ReactNode }) {
  return <Link to={path as never} {...rest as object}>{children}</Link>;
}

export const loanPath = (id: string) => `/espace/prets/${id}`;
export const unitPath = (id: string) => `/espace/exemplaires/${id}`;
