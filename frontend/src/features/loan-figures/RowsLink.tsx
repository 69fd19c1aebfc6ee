import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { toSearch } from "./address";

interface RowsLinkProps {
  figure: string;
  year: number;
  lender: string;
  /** Of a figure of several parts, which one. */
  value?: string | undefined;
  label?: string | undefined;
  /** A link of a drawing, which the keyboard reaches in the table. */
  pointerOnly?: boolean;
  children: ReactNode;
}

/** A number that opens the rows it was counted from. */
export function RowsLink({ figure, year, lender, value, label, pointerOnly = false, children }: RowsLinkProps) {
  return (
    <Link to="/espace/prets/chiffres/$figure" params={{ figure }} search={toSearch({ year, lender, value }) as never} aria-label={label} tabIndex={pointerOnly ? -1 : undefined}>
      {children}
    </Link>
  );
}
