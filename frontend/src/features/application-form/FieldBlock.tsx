import { Button, Radio } from "@mantine/core";
import { memo, useState, type ReactNode } from "react";
import { AnswerValue } from "@/space/answers/AnswerValue";
import type { Clash } from "./autosave";
import { isFilled } from "./conditions";
import type { Answers, Field } from "./definition";
import { FieldInput } from "./fields/FieldInput";
import { isSame } from "./values";
import { useFormWords } from "./words";

interface FieldBlockProps {
  field: Field;
  value: unknown;
  above: Answers;
  errors: Readonly<Record<string, string>>;
  isStale: boolean;
  isAsked: boolean;
  clash: Clash | undefined;
  onChange: (id: string, value: unknown) => void;
  onConfirm: (id: string) => void;
  onSettle: (id: string, value: unknown) => void;
}

/** A question with what there is to say about it: asked for again, taken over from a former edition, written twice. */
export const FieldBlock = memo(function FieldBlock({ field, value, above, errors, isStale, isAsked, clash, onChange, onConfirm, onSettle }: FieldBlockProps) {
  const { w } = useFormWords();
  return (
    <div className="block" data-marked={isStale || isAsked || clash !== undefined || undefined}>
      {isAsked && <p className="block__note">{w.asked}</p>}
      {isStale && (
        <div className="block__note">
          <p>{isFilled(value) ? w.stale : w.staleEmpty}</p>
          {isFilled(value) && <Button size="xs" aria-label={w.confirmOf(field.label)} onClick={() => onConfirm(field.id)}>{w.confirm}</Button>}
        </div>
      )}
      {clash && <ClashChoice field={field} clash={clash} above={above} onSettle={onSettle} />}
      <FieldInput field={field} pointer={`/answers/${field.id}`} value={value} errors={errors} above={above} onChange={(next) => onChange(field.id, next)} />
    </div>
  );
}, (before, now) => (
  before.field === now.field && before.isStale === now.isStale && before.isAsked === now.isAsked && isSame(before.clash, now.clash)
  && isSame(before.value, now.value) && isSame(before.errors, now.errors)
  // Rows may hang on what is above them.
  && (now.field.type !== "repetition" || isSame(before.above, now.above))
));

interface ClashChoiceProps {
  field: Field;
  clash: Clash;
  above: Answers;
  onSettle: (id: string, value: unknown) => void;
}

/** Both versions of an answer: one is chosen, or both are kept where they are texts. */
function ClashChoice({ field, clash: { mine, theirs }, above, onSettle }: ClashChoiceProps) {
  const { w } = useFormWords();
  const [kept, setKept] = useState("mine");
  const isText = field.type === "long_text" && typeof mine === "string" && typeof theirs === "string";
  const shown = (value: unknown): ReactNode => <span className="block__version"><AnswerValue field={field} value={value} answers={above} /></span>;
  const values: Record<string, unknown> = { mine, theirs, both: `${String(theirs)}\n\n${String(mine)}` };
  return (
    <div className="block__clash">
      <Radio.Group value={kept} onChange={setKept} label={w.clashTitle(1)} description={w.clashText}>
        <Radio value="mine" label={<>{w.clashMine}{shown(mine)}</>} />
        <Radio value="theirs" label={<>{w.clashTheirs}{shown(theirs)}</>} />
        {isText && <Radio value="both" label={w.keepBoth} />}
      </Radio.Group>
      <div><Button variant="filled" onClick={() => onSettle(field.id, values[kept])}>{kept === "mine" ? w.keepMine : kept === "theirs" ? w.keepTheirs : w.keepBoth}</Button></div>
    </div>
  );
}
