import { Problem, type ProblemBody } from "@/lib/problem";
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
export async function sendImport({ path, file, table, dryRun, key }: Sending): Promise<ImportReport> {
  const form = new FormData();
  // What goes with the file comes before it: the service reads the form as it arrives.
  form.append("dry_run", String(dryRun));
  if (table) form.append("table", table);
  form.append("file", file);
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { method: "POST", body: form, headers: { Accept: "application/json", ...(key && { "Idempotency-Key": key }) } });
  } catch {
    throw new Problem(0, {});
  }
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, body as ProblemBody);
  return body as ImportReport;
}
