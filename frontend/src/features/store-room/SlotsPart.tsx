import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del } from "@/api/write";
import { formatClock, formatDay } from "@/lib/dates";
import type { Lang } from "@/lib/i18n";
import { Confirm } from "@/space/kit/Confirm";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { loanPath, may, refreshLoan, slots, tag, type Direction, type Loan, type Slot, type Slots } from "./calls";
import { SlotForm } from "./SlotForm";
import { useSlotWords } from "./slotWords";
import "./store-room.css";

interface SlotsPartProps {
  loan: Loan;
  /** Called once an appointment was made, changed or removed. */
  onChanged: () => Promise<unknown> | void;
}

const DIRECTIONS: Direction[] = ["out", "in"];

/** The appointments of a loan, for both sides: when it leaves and when it comes back, where, and how. */
export function SlotsPart({ loan, onChanged }: SlotsPartProps) {
  const { w } = useSlotWords();
  const client = useQueryClient();
  const query = useQuery(slots(loan.id));
  // Long before anything is agreed on, and once all is over, there is nothing to say.
  if (query.data && query.data.items.length + query.data.openings.length === 0) return null;
  const changed = async () => {
    await refreshLoan(client, loan.id);
    await onChanged();
  };
  return (
    <Part title={w.title}>
      <Loaded query={query} waiting={w.looking}>
        {(found) => (
          <ul role="list" className="lines">
            {DIRECTIONS.map((direction) => <OneSlot key={direction} loan={loan} direction={direction} found={found} onChanged={changed} />)}
          </ul>
        )}
      </Loaded>
    </Part>
  );
}

/** « jeudi 4 mars 2027, de 9 h à 12 h 30 ». */
export function whenOf(slot: Slot, when: (day: string, from: string, to: string) => string, lang: Lang): string {
  return when(formatDay(slot.day, lang, { year: true }), formatClock(slot.from_time.slice(0, 5), lang), formatClock(slot.to_time.slice(0, 5), lang));
}

interface OneSlotProps {
  loan: Loan;
  direction: Direction;
  found: Slots;
  onChanged: () => Promise<void>;
}

function OneSlot({ loan, direction, found, onChanged }: OneSlotProps) {
  const { w, lang } = useSlotWords();
  const { open, show, close, button } = useUnfolded();
  const [removing, setRemoving] = useState(false);
  const slot = found.items.find((each) => each.direction === direction);
  const opening = found.openings.find((each) => each.direction === direction);
  if (!slot && !opening) return null;
  const when = slot ? whenOf(slot, w.when, lang) : "";
  return (
    <li className="line" aria-label={w.of[direction]}>
      <div className="line__main">
        <span>{w.of[direction]}</span>
        {slot ? <SlotFacts slot={slot} when={when} /> : <span className="soft">{w.none[direction]}</span>}
      </div>
      {!open && opening && (
        <div className="line__actions">
          <Button ref={button} size="sm" aria-label={slot ? w.changeOf[direction] : w.makeOf[direction]} onClick={show}>{slot ? w.change : w.make}</Button>
          {slot && may(slot, "remove") && <Button size="sm" variant="subtle" aria-label={w.removeOf[direction]} onClick={() => setRemoving(true)}>{w.remove}</Button>}
        </div>
      )}
      {open && opening && <div className="line__below"><SlotForm loan={loan} slot={slot} opening={opening} places={found.places} onDone={onChanged} onClose={close} /></div>}
      {slot && (
        <Confirm
          opened={removing} title={w.removeOf[direction]} confirmLabel={w.remove} onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await del(`${loanPath(loan.id)}/slots/${direction}`, tag(slot));
            await onChanged();
            tell(w.removed);
          }}
        >
          <p>{w.removeText(when)}</p>
        </Confirm>
      )}
    </li>
  );
}

function SlotFacts({ slot, when }: { slot: Slot; when: string }) {
  const { w } = useSlotWords();
  const { place } = slot;
  return (
    <>
      <span><strong>{when}</strong></span>
      <span>{w.kinds[slot.direction][slot.kind]}</span>
      {place && <span className="note">{place.name}, {place.address}</span>}
      {place?.hours && <span className="soft note">{w.hours(place.hours)}</span>}
      {place?.directions && <span className="soft note">{place.directions}</span>}
      {slot.address && <span className="note">{slot.address}</span>}
      {slot.note && <span className="soft note">{slot.note}</span>}
    </>
  );
}
