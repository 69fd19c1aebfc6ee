import { exportAddress } from "./calls";
import type { Filters } from "./filters";
import { useDeskWords } from "./words";

const KINDS = ["csv", "xlsx", "zip"] as const;

/** Files of exactly what is filtered. */
export function ExportLinks({ call, filters, total }: { call: string; filters: Filters; total: number }) {
  const { w } = useDeskWords();
  return (
    <section className="desk__exports" aria-label={w.exportsTitle}>
      <p>{w.exportText(total)}</p>
      {KINDS.map((kind) => <a key={kind} className="button" href={exportAddress(call, filters, kind)} download>{w[kind]}</a>)}
    </section>
  );
}
