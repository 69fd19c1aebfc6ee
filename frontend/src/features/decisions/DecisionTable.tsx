// oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role -- rows and cells are no controls; see DecisionRow
import { TextInput } from "@mantine/core";
import { useCallback, useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { formatNumber } from "@/lib/amounts";
import { NothingYet } from "@/space/kit/States";
import { BulkBar } from "./BulkBar";
import { Check } from "./Check";
import { glances, type Glance } from "./comparing";
import { DecisionRow } from "./DecisionRow";
import { arranged, ORDERS, SHOWS, shownOnly, type Order, type Show } from "./arranging";
import { actionsOn } from "./actions";
import type { Line } from "./lines";
import type { Sheet, Shown } from "./sheet";
import type { Decision } from "./calls";
import { useDecisionWords } from "./words";

interface DecisionTableProps {
  sheet: Sheet;
  shown: Shown;
  hasScores: boolean;
}

const KEYS: Record<string, Decision | null> = { l: "labelled", c: "waitlisted", n: "not_labelled", Delete: null, Backspace: null };

/** Everything on one page: who asks for what, what the committee thinks, what is decided. Made to be worked in for a whole morning. */
export function DecisionTable({ sheet, shown, hasScores }: DecisionTableProps) {
  const { w, lang } = useDecisionWords();
  const [show, setShow] = useState<Show>("all");
  const [order, setOrder] = useState<Order>("number");
  const [asked, setAsked] = useState("");
  const [tick, setTick] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const body = useRef<HTMLTableSectionElement>(null);
  const { lines } = shown;
  const looks = useMemo(() => glances(lines), [lines]);
  const q = useDeferredValue(asked);
  const rows = useStill(lines, looks, { show, q, order, tick });
  const counts = useMemo(() => Object.fromEntries(SHOWS.map((each) => [each, shownOnly(lines, looks, each, "").length])) as Record<Show, number>, [lines, looks]);
  const inSight = rows.filter(({ dossier }) => chosen.has(dossier.application_id));
  const act = useMemo(() => actionsOn(sheet), [sheet]);
  const choose = useCallback((id: string, on: boolean) => setChosen((before) => { const next = new Set(before); if (on) next.add(id); else next.delete(id); return next; }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>("tr[data-id]");
    if (!row || target.matches("input:not([type=checkbox]), textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const id = row.dataset.id as string;
    if (key in KEYS) {
      event.preventDefault();
      act.decide(new Set([id]), KEYS[key] ?? null);
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      const all = [...(body.current?.querySelectorAll<HTMLElement>("tr[data-id]") ?? [])];
      const next = all[all.indexOf(row) + (key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      const same = target.dataset.stop ?? "labelled";
      next.querySelector<HTMLElement>(`[data-stop="${same}"]`)?.focus();
    }
  };
  return (
    <div className="deciding">
      <div className="deciding__tools">
        <div className="deciding__shows" role="group" aria-label={w.show}>
          {SHOWS.filter((each) => each !== "look" || hasScores).map((each) => (
            <button key={each} type="button" aria-pressed={show === each} onClick={() => { setShow(each); setTick(tick + 1); }}>{w.shows[each]} <span className="deciding__count">{formatNumber(counts[each], lang)}</span></button>
          ))}
        </div>
        <TextInput className="deciding__search" type="search" aria-label={w.search} placeholder={w.searchHint} value={asked} onChange={(event) => setAsked(event.currentTarget.value)} />
        <label className="deciding__sort"><span>{w.sort}</span>
          <select value={order} onChange={(event) => setOrder(event.currentTarget.value as Order)}>
            {ORDERS.filter((each) => hasScores || (each !== "mean" && each !== "spread")).map((each) => <option key={each} value={each}>{w.sorts[each]}</option>)}
          </select>
        </label>
      </div>
      <p className="deciding__keys soft">{w.keys}</p>
      {rows.length === 0 ? <NothingYet><p>{w.noneShown}</p></NothingYet> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on the controls inside
        <table className="verdict-table" role="table" onKeyDown={onKeyDown}>
          <caption className="unseen">{w.dossiers}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" className="verdict-table__choose"><Check label={w.chooseAll} checked={inSight.length === rows.length} some={inSight.length > 0} onChange={(on) => setChosen(on ? new Set(rows.map(({ dossier }) => dossier.application_id)) : new Set())} /></th>
              <th role="columnheader" scope="col">{w.project}</th>
              {hasScores && <th role="columnheader" scope="col">{w.committeeThinks}</th>}
              <th role="columnheader" scope="col" className="verdict-table__money">{w.asked}</th>
              <th role="columnheader" scope="col">{w.decision}</th>
            </tr>
          </thead>
          <tbody role="rowgroup" ref={body}>
            {rows.map((line) => {
              const id = line.dossier.application_id;
              return (
                <DecisionRow
                  key={id} line={line} look={looks.get(id)} hasScores={hasScores} isChosen={chosen.has(id)} clash={shown.clashes.get(id)} refusal={shown.refusals.get(id)}
                  onChoose={choose} act={act}
                />
              );
            })}
          </tbody>
        </table>
      )}
      {inSight.length > 0 && <BulkBar lines={inSight} onDecide={(decision) => act.decide(new Set(inSight.map(({ dossier }) => dossier.application_id)), decision)} onWant={(changes) => sheet.want(changes)} onDone={() => setChosen(new Set())} />}
    </div>
  );
}

interface Wanted {
  show: Show;
  q: string;
  order: Order;
  /** Grows when the same is asked for again. */
  tick: number;
}

/**
 * The lines to show. They stay where they are while one decides: a dossier that is no longer « à décider » does not slip away from
 * under one's hand. They are chosen and arranged anew when one asks.
 */
function useStill(lines: readonly Line[], looks: ReadonlyMap<string, Glance>, wanted: Wanted): Line[] {
  const now = useMemo(() => new Map(lines.map((line) => [line.dossier.application_id, line])), [lines]);
  const asked = JSON.stringify([wanted, lines.length]);
  const [still, setStill] = useState<{ asked: string; ids: string[] }>({ asked: "", ids: [] });
  const ids = still.asked === asked && wanted.order !== "rank" ? still.ids : arranged(shownOnly(lines, looks, wanted.show, wanted.q), wanted.order).map(({ dossier }) => dossier.application_id);
  if (still.asked !== asked) setStill({ asked, ids });
  return ids.flatMap((id) => now.get(id) ?? []);
}
