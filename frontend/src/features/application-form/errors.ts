/** What is wrong, by where it is: as typed here, as the API refused it, as the last check found it. */
import { unbroken } from "@/lib/text";
import type { Snapshot } from "./autosave";
import type { Validation } from "./calls";
import type { Definition } from "./definition";
import { fieldIdOf } from "./progress";
import { faultsOf } from "./values";
import type { FormWords } from "./words";

export type Errors = Readonly<Record<string, string>>;

/** What the last check found, without what was changed since: that is looked at again once it is saved. */
export function standing(problems: Validation["problems"], { pending }: Pick<Snapshot, "pending">): Validation["problems"] {
  return problems.filter(({ pointer }) => !(fieldIdOf(pointer) in pending));
}

/** What is wrong, in words; what is merely missing need not say again what it is called. */
export const wordsOf = ({ code, detail }: Validation["problems"][number], w: Pick<FormWords, "toFill">): string => (code === "required" ? w.toFill : unbroken(detail));

/** Errors by the id of their field, then by pointer. */
export function errorsByField(definition: Definition, now: Snapshot, problems: Validation["problems"], w: Pick<FormWords, "faults" | "toFill">): Map<string, Errors> {
  const found: [string, string][] = definition.sections.flatMap(({ fields }) => fields)
    .filter(({ id }) => id in now.pending)
    .flatMap((field) => faultsOf(field, now.pending[field.id]).map(({ pointer, fault }): [string, string] => [pointer, w.faults[fault]]));
  // What is to be confirmed says so beside its field already.
  const checked = standing(problems, now).filter(({ code }) => code !== "to_confirm").map((problem): [string, string] => [problem.pointer, wordsOf(problem, w)]);
  const byField = new Map<string, Record<string, string>>();
  for (const [pointer, message] of [...found, ...Object.entries(now.refused), ...checked]) {
    const errors = byField.get(fieldIdOf(pointer)) ?? {};
    errors[pointer] ??= message;
    byField.set(fieldIdOf(pointer), errors);
  }
  return byField;
}
