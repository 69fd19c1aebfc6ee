import { Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del, put } from "@/api/write";
import { useLendingWords } from "@/programme/lendingWords";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { loanPath, may, preparation, type Preparation, type UnitToPrepare } from "./calls";
import { CodeReader } from "./CodeReader";
import { unitRead } from "./codes";
import { useUnitWords } from "./unitWords";
import { useUnitName } from "./useUnitName";

/** What is to be gathered: ticked by hand, by its code, or by its label under the camera. */
export function PreparationList({ loan, list }: { loan: string; list: Preparation }) {
  const { w } = useUnitWords();
  const name = useUnitName();
  const { tick, wanted, isWaiting } = useTicks(loan);
  const mayTick = may(list, "tick");
  if (list.units.length === 0) return <NothingYet><p>{w.noUnit}</p></NothingYet>;
  const read = (words: string): boolean => {
    const unit = unitRead(words, list.units);
    if (!unit) {
      tell(w.wrongCode(words), { bad: true });
      return false;
    }
    if (!unit.is_ready) tick({ unit, isReady: true });
    tell(unit.is_ready ? w.already(name(unit)) : w.ticked(name(unit)));
    return true;
  };
  return (
    <>
      {mayTick && <CodeReader onRead={read} />}
      {isWaiting && <p role="status" className="store-found">{w.waitsForNetwork}</p>}
      <ul role="list" className="lines">
        {list.units.map((unit) => <OneUnit key={unit.id} unit={unit} isReady={wanted[unit.id] ?? unit.is_ready} mayTick={mayTick} onTick={(isReady) => tick({ unit, isReady })} />)}
      </ul>
      {!mayTick && <p className="soft">{w.onlyRead}</p>}
    </>
  );
}

interface OneUnitProps {
  unit: UnitToPrepare;
  isReady: boolean;
  mayTick: boolean;
  onTick: (isReady: boolean) => void;
}

function OneUnit({ unit, isReady, mayTick, onTick }: OneUnitProps) {
  const { w } = useUnitWords();
  const words = useLendingWords();
  const name = useUnitName();
  const { place, last_condition: last, state, state_note: note } = unit;
  return (
    <li className="line store-tick">
      <Checkbox
        size="lg" checked={isReady} disabled={!mayTick} aria-label={w.tick(name(unit))} onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        label={
          <span className="store-tick__words">
            <strong>{name(unit)}</strong> <span className="store-code">{unit.code}</span>
            {(place || last) && <span className="soft">{[place && w.stored(place), last && w.last(words.unit_condition[last])].filter(Boolean).join(" · ")}</span>}
            {state !== "usable" && <span><span className="store-state" data-state={state}>{words.unit_state[state]}</span> {note}</span>}
          </span>
        }
      />
    </li>
  );
}

interface Tick {
  unit: UnitToPrepare;
  isReady: boolean;
}

/** Ticks at once on the screen; without a network they wait, and leave in their order when it is back. */
function useTicks(loan: string) {
  const { w } = useUnitWords();
  const name = useUnitName();
  const client = useQueryClient();
  const { queryKey } = preparation(loan);
  // A box must show what was pressed before the next thing happens; the list follows a little later.
  const [wanted, setWanted] = useState<Readonly<Record<string, boolean>>>({});
  const { mutate, isPaused } = useMutation({
    scope: { id: `ticks-${loan}` },
    mutationFn: ({ unit, isReady }: Tick) => {
      const path = `${loanPath(loan)}/preparation/${unit.id}`;
      return isReady ? put<Preparation>(path) : del<Preparation>(path);
    },
    onError: (_error, { unit, isReady }) => {
      client.setQueryData(queryKey, (before) => before && marked(before, unit.id, !isReady));
      tell(w.tickFailed(name(unit)), { bad: true });
    },
    onSettled: (_list, _error, { unit }) => {
      setWanted(({ [unit.id]: _done, ...others }) => others);
      return (client.isMutating() === 1 ? client.invalidateQueries({ queryKey }) : undefined);
    },
  });
  const tick = (asked: Tick) => {
    void client.cancelQueries({ queryKey });
    setWanted((before) => ({ ...before, [asked.unit.id]: asked.isReady }));
    client.setQueryData(queryKey, (before) => before && marked(before, asked.unit.id, asked.isReady));
    mutate(asked);
  };
  return { tick, wanted, isWaiting: isPaused };
}

function marked(list: Preparation, id: string, isReady: boolean): Preparation {
  const units = list.units.map((unit) => (unit.id === id ? { ...unit, is_ready: isReady } : unit));
  return { ...list, units, is_ready: units.every((unit) => unit.is_ready) };
}
