import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { formatNumber } from "@/lib/amounts";
import { formatSpan } from "@/lib/dates";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { preparation, refreshLoan, storeRoomLoan, type Direction, type Loan, type Preparation } from "./calls";
import { PreparationList } from "./PreparationList";
import { ReportsPart } from "./ReportsPart";
import { useSlotWords } from "./slotWords";
import { whenOf } from "./SlotsPart";
import { useUnitWords } from "./unitWords";
import "./store-room.css";

const BEFORE = new Set<Loan["status"]>(["approved", "agreement_sent", "confirmed"]);

/** One loan in the store-room: what is to be gathered, then how it leaves and comes back. */
export function PreparationPage() {
  const { w } = useUnitWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const { constat } = useSearch({ strict: false }) as { constat?: string };
  const loan = useQuery({ ...storeRoomLoan(id), staleTime: 0 });
  const list = useQuery({ ...preparation(id), staleTime: 0 });
  if (!loan.data || !list.data) {
    // Who may not prepare is told so, whatever else they may read.
    const stopped = list.isError ? list : loan;
    return <Page key="wait" title={w.preparation} ready={loan.isError || list.isError}><Loaded query={stopped as typeof list} waiting={w.preparing}>{() => null}</Loaded></Page>;
  }
  return <PreparationView key={id} loan={loan.data} list={list.data} opened={constat === "out" || constat === "in" ? constat : undefined} />;
}

function PreparationView({ loan, list, opened }: { loan: Loan; list: Preparation; opened: Direction | undefined }) {
  const { w, lang } = useUnitWords();
  const client = useQueryClient();
  const isBefore = BEFORE.has(loan.status);
  const changed = async () => {
    await Promise.all([refreshLoan(client, loan.id), client.invalidateQueries({ queryKey: ["loan", loan.id] }), client.invalidateQueries({ queryKey: ["waiting"] })]);
  };
  const reports = <ReportsPart loan={loan} onChanged={changed} opened={opened} />;
  return (
    <Unsaved>
      <Page
        title={isBefore ? w.preparationOf(list.title) : w.reportsOf(list.title)}
        lead={<><p>{w.forWhom(loan.organisation.name ?? w.someone, formatSpan(loan.starts_on, loan.ends_on, lang))}</p><Link className="store-link" to={`/espace/prets/${loan.id}` as never}>{w.loan(loan.number)}</Link></>}
      >
        {opened && reports}
        {isBefore && (
          <Part title={w.list} actions={list.units.length > 0 && <span role="status" className="store-count">{list.is_ready ? w.allReady : w.ready(list.units.filter((unit) => unit.is_ready).length, list.units.length)}</span>}>
            <PreparationList loan={loan.id} list={list} />
          </Part>
        )}
        {isBefore && <WhatLeaves loan={loan} list={list} />}
        {!opened && reports}
      </Page>
    </Unsaved>
  );
}

/** How much it is, how it travels, when and where to. */
function WhatLeaves({ loan, list: { sheet, slot } }: { loan: Loan; list: Preparation }) {
  const { w, lang } = useUnitWords();
  const { w: words } = useSlotWords();
  const { name, address, commune_name: commune } = loan.place_of_use;
  const rows: [string, string | null][] = [
    [w.appointment, slot && `${whenOf(slot, words.when, lang)}\n${words.kinds.out[slot.kind]}${slot.place ? `\n${slot.place.name}` : ""}${slot.address ? `\n${slot.address}` : ""}${slot.note ? `\n${slot.note}` : ""}`],
    [w.packages, sheet.packages === null ? null : formatNumber(sheet.packages, lang)],
    [w.weight, sheet.weight_kg === null ? null : w.kilos(formatNumber(sheet.weight_kg, lang))],
    [w.panels, sheet.panels > 0 ? formatNumber(sheet.panels, lang) : null],
    [w.dimensions, sheet.dimensions], [w.transport, sheet.transport], [w.setup, sheet.setup],
    [w.place_of_use, [name, address, commune].filter(Boolean).join(", ")],
  ];
  return (
    <Part title={w.sheet}>
      <dl className="facts">
        {rows.filter(([, said]) => said).map(([label, said]) => <div key={label} className="store-fact"><dt>{label}</dt><dd className="note">{said}</dd></div>)}
      </dl>
    </Part>
  );
}
