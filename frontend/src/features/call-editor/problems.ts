/** What the API finds wrong with a form, by the field or section that it is about. */
import type { Definition } from "./definition";
import type { FormDraft } from "./queries";

const POINTER = /^\/sections\/(\d+)(?:\/fields\/(\d+))?/;

/** By a field's id, or `section:` and a section's; what is about no one of them is under an empty name. */
export function problemsByPlace(form: Definition, problems: FormDraft["problems"]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { pointer, message } of problems) {
    const [, at, inside] = POINTER.exec(pointer) ?? [];
    const section = at === undefined ? undefined : form.sections[Number(at)];
    const field = inside === undefined ? undefined : section?.fields[Number(inside)];
    const name = field?.id ?? (section && inside === undefined ? `section:${section.id}` : "");
    found.set(name, [...(found.get(name) ?? []), message]);
  }
  return found;
}
