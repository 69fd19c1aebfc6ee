/** What an import takes: which tables, with which columns, for whom. One page serves them all. */
import { createContext, useContext } from "react";
import type { Role } from "@/space/kit/me";

export interface Columns {
  needed: readonly string[];
  optional: readonly string[];
}

export interface ImportKind {
  /** Of the API, such as `/imports/loans`. */
  path: string;
  title: string;
  lead: string;
  /** Who may. */
  roles: readonly Role[];
  /** In the order in which they are taken: what comes later names what comes before. */
  tables: readonly string[];
  tableWord: (table: string) => string;
  columns: Readonly<Record<string, Columns>>;
  /** Where one looks at what came in. */
  results: readonly { to: string; label: string }[];
}

export const ImportKindContext = createContext<ImportKind | null>(null);

export function useImportKind(): ImportKind {
  const kind = useContext(ImportKindContext);
  if (!kind) throw new Error("an import is of a kind");
  return kind;
}
