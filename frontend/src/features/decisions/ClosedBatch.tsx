import { formatAmount } from "@/lib/amounts";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { batchPath, type Batch, type Item } from "./calls";
import { TotalsBar } from "./TotalsBar";
import type { Lang } from "@/lib/i18n";
import { useDecisionWords } from "./words";

type Words = ReturnType<typeof useDecisionWords>["w"];

/** A batch that is applied, with its papers, or that was given up. Nothing of it changes any more. */
export function ClosedBatch({ batch }: { batch: Batch }) {
  const { w, lang } = useDecisionWords();
  const isApplied = batch.state === "applied";
  const { applied_at: at } = batch;
  const columns = columnsOf(w, lang, isApplied);
  const lines = batch.items.map((item) => ({ dossier: item, wish: item }));
  return (
    <>
      <p>{isApplied && at ? w.appliedLead(formatMoment(at, lang), batch.applied_by?.name ?? null) : w.discardedNote}</p>
      {isApplied && (
        <div className="page__actions">
          <a className="button button--strong" href={`/api/v1${batchPath(batch.id)}/minutes.pdf`} target="_blank" rel="noopener">{w.minutes}</a>
          {batch.items.length > 0 && <a className="button" href={`/api/v1${batchPath(batch.id)}/letters.pdf`} target="_blank" rel="noopener">{w.lettersOf(batch.items.length)}</a>}
        </div>
      )}
      {batch.items.length > 0 && (
        <Part title={w.dossiers}>
          <DataTable caption={w.dossiers} columns={columns} rows={batch.items} rowKey={({ application_id: id }) => id} />
        </Part>
      )}
      {batch.notes && <Part title={w.notes}><p className="letter">{batch.notes}</p></Part>}
      {isApplied && <ClosedTotals batch={batch} lines={lines} />}
    </>
  );
}

function ClosedTotals({ batch, lines }: { batch: Batch; lines: { dossier: Item; wish: Item }[] }) {
  // What is granted by an applied batch is in the call's sum already.
  const budget = batch.budget && { ...batch.budget, granted_cents: batch.budget.granted_cents - batch.amount_cents };
  return <TotalsBar batch={{ ...batch, budget }} lines={lines} state={null}>{null}</TotalsBar>;
}

function columnsOf(w: Words, lang: Lang, isApplied: boolean): Column<Item>[] {
  return [
    { key: "title", label: w.project, cell: dossierCell(w) },
    { key: "decision", label: w.result, cell: ({ decision, rank }) => (rank === null ? w.decisions[decision] : `${w.decisions[decision]}, ${w.rank} ${rank}`) },
    { key: "amount", label: w.amount, cell: ({ amount_cents: cents }) => (cents === null ? "" : formatAmount(cents, lang)) },
    { key: "motive", label: w.motive, cell: ({ motivation }) => motivation },
    ...(isApplied ? [{ key: "letter", label: w.letter, actions: true, cell: letterCell(w) }] : []),
  ];
}

const dossierCell = (w: Words) => (item: Item) => (
  <span className="verdict-table__project"><a href={`/espace/dossiers/${item.application_id}`}>{item.title ?? w.untitled}</a><span className="soft">{[w.numberOf(item.number), item.organisation_name].filter(Boolean).join(" · ")}</span></span>
);

const letterCell = (w: Words) => (item: Item) => (
  <a href={`/api/v1/applications/${item.application_id}/letter.pdf`} target="_blank" rel="noopener" aria-label={w.letterOf(item.number)}>{w.letter}</a>
);
