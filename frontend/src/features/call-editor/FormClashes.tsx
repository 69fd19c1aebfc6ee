import { ClashForm } from "@/space/kit/ClashForm";
import type { Reconciled, Side } from "@/space/kit/versions";
import { allFields, type Condition, type Definition, type Option, type RowField } from "./definition";
import { useFormWords } from "./formWords";
import type { FormClash } from "./merging";
import { useConditionWords } from "./useConditionWords";

/** What both wrote differently, side by side. Clashes are named by their place. */
type Named = Record<string, unknown>;

export function FormClashes({ form, clashes, onSettle }: { form: Definition; clashes: FormClash[]; onSettle: (kept: Side[]) => void }) {
  const { w } = useFormWords();
  const words = usePartWords(form);
  const met: Reconciled<Named> = { clashes: clashes.map(({ mine, theirs }, place) => ({ field: String(place), mine, theirs })), joined: [], merged: {} };
  const clashAt = (field: string) => clashes[Number(field)];
  return (
    <ClashForm<Named>
      met={met} onSend={async (kept) => onSettle(clashes.map((_, place) => kept[String(place)] ?? "mine"))}
      label={(field) => { const clash = clashAt(field); return clash ? w.clashTitle(clash.label, w.parts[clash.part] ?? clash.part) : null; }}
      words={(field, value) => { const clash = clashAt(field); return clash ? words(clash.part, value) : ""; }}
    />
  );
}

function usePartWords(form: Definition) {
  const { w } = useFormWords();
  const inWords = useConditionWords();
  return (part: string, value: unknown): string => {
    if (part === "removed") return value ? w.keptByThem : w.removedByThem;
    if (typeof value === "boolean") return value ? w.yes : w.no;
    if (part === "condition") return value ? inWords(value as Condition, allFields(form)) : w.always;
    if (part === "options") return ((value ?? []) as Option[]).map(({ label }) => label).join("\n");
    if (part === "fields") return ((value ?? []) as RowField[]).map(({ label, type }) => `${label} (${w.types[type]})`).join("\n");
    if (part === "type") return w.types[value as RowField["type"]];
    if (part === "required") return w.requireds[value as RowField["required"]];
    if (part === "purpose") return value ? w.purposes[value as NonNullable<RowField["purpose"]>] : w.noPurpose;
    if (part === "section") return form.sections.find(({ id }) => id === value)?.title ?? String(value);
    return Array.isArray(value) ? value.join(", ") : String(value ?? "");
  };
}
