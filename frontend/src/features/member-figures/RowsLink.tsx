import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { toSearch } from "./lines";

interface RowsLinkProps {
  figure: string;
  year: number;
  value?: string | undefined;
  children: ReactNode;
}

/** A number that opens the rows it was counted from. */
export function RowsLink({ figure, year, value, children }: RowsLinkProps) {
  return <Link to="/espace/association/chiffres/$figure" params={{ figure }} search={toSearch({ year, value }) as never}>{children}</Link>;
}
