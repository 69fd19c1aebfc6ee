import { Button, Checkbox } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Problem } from "@/lib/problem";
import { useLendingWords } from "@/programme/lendingWords";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { labelItem, type Item } from "./calls";
import { useUnitWords } from "./unitWords";
import { useUnitName } from "./useUnitName";

/** The units whose labels are wanted, each with its item. */
export type Chosen = ReadonlyMap<string, string>;

interface LabelItemProps {
  id: string;
  title: string;
  units: number;
  chosen: Chosen;
  onChoose: (change: (before: Chosen) => Chosen) => void;
  isOpened?: boolean;
}

const printed = (item: Item) => item.formats.map((format) => ({ ...format, units: format.units.filter(({ state }) => state !== "retired") })).filter(({ units }) => units.length > 0);
const unitsOf = (item: Item) => printed(item).flatMap(({ units }) => units.map(({ id }) => id));

/** The same choice with these units of an item in it, or without them. */
function choose(before: Chosen, item: string, units: readonly string[], isIn: boolean): Chosen {
  const next = new Map(before);
  for (const unit of units) {
    if (isIn) next.set(unit, item);
    else next.delete(unit);
  }
  return next;
}

/** An item, ticked whole; where it has several units they unfold, each with a box of its own. */
export function LabelItem({ id, title, units, chosen, onChoose, isOpened = false }: LabelItemProps) {
  const { w } = useUnitWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(isOpened);
  const below = useId();
  const query = useQuery({ ...labelItem(id), enabled: open });
  const known = query.data ?? client.getQueryData(labelItem(id).queryKey);
  const own = [...chosen.values()].filter((item) => item === id).length;
  const all = known ? unitsOf(known).length : units;
  // The box shows what was pressed while the units come.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const tickAll = async (isIn: boolean) => {
    setWanted(isIn);
    try {
      const item = await client.ensureQueryData(labelItem(id));
      onChoose((before) => choose(before, id, unitsOf(item), isIn));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(w.notChosen(title), { bad: true });
    } finally {
      setWanted(null);
    }
  };
  return (
    <li className="line">
      <div className="line__main">
        <Checkbox checked={wanted ?? (own > 0 && own >= all)} indeterminate={wanted === null && own > 0 && own < all} disabled={units === 0} label={title} description={w.units(units)} onChange={({ currentTarget }) => void tickAll(currentTarget.checked)} />
      </div>
      {units > 1 && <Button size="sm" aria-expanded={open} aria-controls={open ? below : undefined} aria-label={w.chooseOf(title)} onClick={() => setOpen(!open)}>{w.choose}</Button>}
      {open && units > 1 && <div id={below} className="line__below"><Loaded query={query}>{(item) => <Units item={item} chosen={chosen} onTick={(unit, isIn) => onChoose((before) => choose(before, id, [unit], isIn))} />}</Loaded></div>}
    </li>
  );
}

function Units({ item, chosen, onTick }: { item: Item; chosen: Chosen; onTick: (unit: string, isIn: boolean) => void }) {
  const words = useLendingWords();
  const name = useUnitName();
  return (
    <div className="store-labels">
      {printed(item).map((format) => (
        <fieldset key={format.id} className="store-labels__format">
          <legend>{format.label ?? words.format[format.format]}</legend>
          {format.units.map((unit) => <Checkbox key={unit.id} checked={chosen.has(unit.id)} onChange={({ currentTarget }) => onTick(unit.id, currentTarget.checked)} label={<>{name(unit)} <span className="store-code">{unit.code}</span></>} />)}
        </fieldset>
      ))}
    </div>
  );
}
