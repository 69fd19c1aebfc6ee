import { Button } from "@mantine/core";
import { useState } from "react";
import { formatSpan, type Day } from "@/lib/dates";
import type { Span } from "./address";
import type { PlannedBlock } from "./calls";
import { To, unitPath } from "./links";
import type { Names } from "./naming";
import type { Opened } from "./OpenedDialogue";
import { isAtRisk, lastDay, segmentsOf, type Row } from "./timeline";

/** Units shown at first, and more each time. */
const SOME = 30;

interface ListViewProps {
  rows: readonly Row[];
  /** One asked for some state: free units are told too. */
  isFiltered: boolean;
  span: Span;
  today: Day;
  names: Names;
  onOpen: (opened: Opened) => void;
}

/** The same as the line of time, to read on a phone: a unit, then what keeps it. */
export function ListView({ rows, isFiltered, span, today, names, onOpen }: ListViewProps) {
  const { w, lang } = names;
  const [most, setMost] = useState(SOME);
  const all = rows
    .map((row) => ({ row, blocks: segmentsOf(row.unit, span, today).flatMap(({ block }) => block ?? []) }))
    .filter(({ blocks }) => isFiltered || blocks.length > 0);
  const day = today >= span.from && today <= span.to ? today : span.from;
  return (
    <section className="planning__list" aria-label={w.list(formatSpan(span.from, span.to, lang))}>
      {!isFiltered && <p className="soft">{w.onlyTaken}</p>}
      <ul role="list" className="lines">
        {all.slice(0, most).map(({ row, blocks }) => (
          <li key={row.unit.id} className="line planned">
            <div className="line__main">
              <To path={unitPath(row.unit.id)}>{row.item.title}</To>
              {names.unitName(row) && <span className="soft">{names.unitName(row)}</span>}
              {row.unit.state !== "usable" && <span><span className="flag flag--stop">{names.lending.unit_state[row.unit.state]}</span></span>}
              {blocks.length === 0 && <span className="soft">{w.freeAll}</span>}
            </div>
            <div className="line__actions"><Button variant="subtle" aria-label={w.blockUnitOf(names.rowName(row))} onClick={() => onOpen({ row, block: null, from: day, to: day, isDragged: false })}>{w.blockUnit}</Button></div>
            {blocks.length > 0 && <ul role="list" className="planned__blocks">{blocks.map((block) => <PlannedLine key={block.id} block={block} row={row} names={names} today={today} onOpen={onOpen} />)}</ul>}
          </li>
        ))}
      </ul>
      {all.length > most && <div><Button onClick={() => setMost(most + SOME)}>{w.more}</Button></div>}
    </section>
  );
}

function PlannedLine({ block, row, names, today, onOpen }: { block: PlannedBlock; row: Row; names: Names; today: Day; onOpen: (opened: Opened) => void }) {
  const { w, lang, lending } = names;
  const loan = names.brief(block);
  return (
    <li>
      <span aria-hidden="true" className={`cell cell--${block.kind}`} data-out={loan?.status === "out" || undefined} data-past={block.is_released || undefined} data-risk={isAtRisk(block) || undefined} />
      <button type="button" className="planned__open" onClick={() => onOpen({ row, block, from: block.starts_on, to: block.ends_on, isDragged: false })}>
        <span className="planned__days">{formatSpan(block.starts_on, lastDay(block, today), lang, false)}</span>
        <span>{[lending.block[block.kind], loan && w.number(loan.number), (loan || block.reason) && names.blockName(block)].filter(Boolean).join(" · ")}</span>
        <span className="soft">{[loan && lending.status[loan.status as keyof typeof lending.status], block.is_released && w.released].filter(Boolean).join(" · ")}</span>
        {isAtRisk(block) && <strong>{names.worries(block)}</strong>}
      </button>
    </li>
  );
}
