import { sendForm } from "@/api/upload";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
/** A table is named by a text: each import has its own. */
export type Fault = Omit<Schemas["ImportFault"], "table"> & { table: string };
export type ImportReport = Omit<Schemas["ImportReport"], "tables" | "faults"> & { tables: (Omit<Schemas["ImportedTable"], "table"> & { table: string })[]; faults: Fault[] };

/** What the API takes at most, in bytes. */
export const LARGEST = 10 * 1024 * 1024;

interface Sending {
  path: string;
  file: File;
  /** Null: the file's name, or those of its sheets, say what it holds. */
  table: string | null;
  dryRun: boolean;
  key?: string;
}

/** Sends a file to be looked at, or to be taken in. Raises Problem as the other calls do. */
export const sendImport = ({ path, file, table, dryRun, key }: Sending): Promise<ImportReport> =>
  sendForm(path, { dry_run: String(dryRun), ...(table && { table }) }, file, { key });
