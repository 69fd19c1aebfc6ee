import { NumberInput } from "@mantine/core";
import { useId } from "react";
import type { Criterion } from "./calls";
import { figure, useReviewWords } from "./words";

/** Scales up to this one are shown step by step; longer ones are typed. */
const STEPS = 10;

interface CriterionFieldProps {
  criterion: Criterion;
  /** Whether criteria count differently, so that one says how much. */
  isWeighted: boolean;
  value: number | null;
  isOpen: boolean;
  isMissing: boolean;
  refused?: string | undefined;
  onChange: (value: number | null) => void;
}

/** One criterion: what it means, and its score. */
export function CriterionField({ criterion, isWeighted, value, isOpen, isMissing, refused, onChange }: CriterionFieldProps) {
  const { w, lang } = useReviewWords();
  const { id, name, help, scale, weight } = criterion;
  const helpId = useId();
  const why = refused ?? (isMissing ? w.missingScore(name) : null);
  const about = [w.scale(scale), isWeighted && weight !== 1 && w.weight(figure(weight, lang))].filter(Boolean).join(", ");
  return (
    <fieldset className="criterion" data-field={id} data-wrong={why !== null || undefined} aria-describedby={helpId}>
      <legend>{name} <span className="criterion__about">{about}</span></legend>
      <p id={helpId} className="criterion__help">{help}{why && <span className="criterion__why">{why}</span>}</p>
      {scale <= STEPS ? (
        <div className="criterion__scale">
          {Array.from({ length: scale + 1 }, (_, score) => (
            <label key={score} className="criterion__step">
              <input type="radio" name={id} value={score} checked={value === score} disabled={!isOpen} onChange={() => onChange(score)} />
              <span>{score}</span>
            </label>
          ))}
        </div>
      ) : (
        <NumberInput aria-label={w.score(name, scale)} value={value ?? ""} min={0} max={scale} allowDecimal={false} allowNegative={false} clampBehavior="strict" hideControls readOnly={!isOpen} className="criterion__number" onChange={(typed) => onChange(typeof typed === "number" ? typed : null)} />
      )}
    </fieldset>
  );
}
