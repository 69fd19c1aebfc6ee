import { Button, Textarea } from "@mantine/core";
import { useId } from "react";
import { useLendingWords } from "@/programme/lendingWords";
import type { Condition, Direction, UnitOfLoan } from "./calls";
import type { PhotoQueue } from "./photos";
import { PhotosField } from "./PhotosField";
import { conditionsOf, filled, untold, type Draft } from "./report";
import { useReportWords } from "./reportWords";
import { useUnitName } from "./useUnitName";

interface LinesFieldsProps {
  units: readonly UnitOfLoan[];
  direction: Direction;
  draft: Draft;
  /** What each unit was like before, by its id. */
  before: Readonly<Record<string, Condition | null>>;
  /** Whether that was when they left with this loan, or at the end of another one. */
  isSinceDeparture: boolean;
  /** Whether what is missing is pointed at. */
  isRefused: boolean;
  onChange: (lines: Draft["lines"]) => void;
  /** The photos that are taken of the units, where some may be. */
  photos?: PhotoQueue | undefined;
}

/** What each unit is like: a choice as large as a thumb, a remark, and what goes with it. */
export function LinesFields({ units, direction, draft, before, isSinceDeparture, isRefused, onChange, photos }: LinesFieldsProps) {
  const { w } = useReportWords();
  const words = useLendingWords();
  const name = useUnitName();
  const left = untold(units, draft);
  const set = (id: string, part: Partial<Draft["lines"][string]>) => onChange({ ...draft.lines, [id]: { ...(draft.lines[id] ?? { state: null, remarks: "" }), ...part } });
  const isAsBefore = isSinceDeparture && left.length > 0 && left.every(({ id }) => before[id]);
  return (
    <div className="store-lines">
      {units.map((unit) => {
        const { state, remarks } = draft.lines[unit.id] ?? { state: null, remarks: "" };
        const was = before[unit.id];
        return (
          <fieldset key={unit.id} className="store-unit">
            <legend>{name(unit)} <span className="store-code">{unit.code}</span></legend>
            {was && <p className="soft">{isSinceDeparture ? w.was(words.unit_condition[was]) : w.wasLast(words.unit_condition[was])}</p>}
            <StateChoice direction={direction} state={state} why={isRefused && !state ? w.stateNeeded : null} label={`${w.states}, ${name(unit)}`} onChange={(next) => set(unit.id, { state: next })} />
            <Textarea value={remarks} aria-label={w.remarksOf(name(unit))} placeholder={w.remarksHint} minRows={1} maxRows={6} maxLength={2000} onChange={({ currentTarget }) => set(unit.id, { remarks: currentTarget.value })} />
            {photos && <PhotosField unit={unit} photos={photos} />}
          </fieldset>
        );
      })}
      {units.length > 1 && (
        <div className="store-lines__rest">
          <span className="soft" role="status">{w.progress(units.length - left.length, units.length)}</span>
          {left.length > 0 && <Button size="sm" onClick={() => onChange(filled(units, draft, ({ id }) => (isAsBefore ? before[id] ?? "good" : "good")))}>{isAsBefore ? w.allSame : w.allGood}</Button>}
        </div>
      )}
    </div>
  );
}

interface StateChoiceProps {
  direction: Direction;
  state: Condition | null;
  why: string | null;
  label: string;
  onChange: (state: Condition) => void;
}

function StateChoice({ direction, state, why, label, onChange }: StateChoiceProps) {
  const words = useLendingWords();
  const name = useId();
  return (
    <div className="store-states" role="radiogroup" aria-label={label} aria-invalid={why !== null || undefined} aria-describedby={why ? `${name}-why` : undefined} tabIndex={why ? -1 : undefined}>
      <div className="store-states__choices" data-count={conditionsOf(direction).length}>
        {conditionsOf(direction).map((each) => (
          <label key={each} className="store-states__one" data-state={each}>
            <input type="radio" name={name} value={each} checked={state === each} onChange={() => onChange(each)} />
            <span>{words.unit_condition[each]}</span>
          </label>
        ))}
      </div>
      {why && <p id={`${name}-why`} className="store-why">{why}</p>}
    </div>
  );
}
