/** Two coordinators who write the same form at once: everything of both is kept, and what both wrote differently is told. */
import type { Definition, Field, Section } from "./definition";
import { isSame } from "./editing";

export type Side = "mine" | "theirs";
type Kind = "section" | "field";
type Parts = Record<string, unknown>;

/** One thing that both changed, differently. `part` is `removed` where one took away what the other changed: its values say whether it stays. */
export interface FormClash {
  kind: Kind;
  id: string;
  label: string;
  part: string;
  mine: unknown;
  theirs: unknown;
}

export interface MergedForm {
  merged: Definition;
  clashes: FormClash[];
  /** Whether anything of theirs came in. */
  hasTheirs: boolean;
}

interface Flat {
  sections: Map<string, Parts>;
  fields: Map<string, Parts>;
}

function flat(form: Definition): Flat {
  const sections = new Map<string, Parts>();
  const fields = new Map<string, Parts>();
  for (const { fields: inside, ...section } of form.sections) {
    sections.set(section.id, section);
    for (const field of inside) fields.set(field.id, { ...field, section: section.id });
  }
  return { sections, fields };
}

const nameOf = (parts: Parts): string => String(parts["label"] ?? parts["title"] ?? parts["id"]);

/** Puts the versions of one field or section together, part by part; mine where they clash. */
function mergeParts(kind: Kind, base: Parts, mine: Parts, theirs: Parts, clashes: FormClash[]): Parts {
  const merged: Parts = { ...theirs };
  for (const part of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (isSame(base[part], mine[part])) continue;
    merged[part] = mine[part];
    if (!isSame(base[part], theirs[part]) && !isSame(mine[part], theirs[part])) clashes.push({ kind, id: String(mine["id"]), label: nameOf(mine), part, mine: mine[part], theirs: theirs[part] });
  }
  return merged;
}

/** Everything that stays, by id. What one removed and the other left alone goes; what the other changed stays, and is told. */
function mergeAll(kind: Kind, base: Map<string, Parts>, mine: Map<string, Parts>, theirs: Map<string, Parts>, clashes: FormClash[]): Map<string, Parts> {
  const kept = new Map<string, Parts>();
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const [was, my, their] = [base.get(id), mine.get(id), theirs.get(id)];
    if (my && their) kept.set(id, mergeParts(kind, was ?? {}, my, their, clashes));
    else {
      const one = my ?? their;
      if (!one || (was && isSame(was, one))) continue;
      kept.set(id, one);
      if (was) clashes.push({ kind, id, label: nameOf(one), part: "removed", mine: my !== undefined, theirs: their !== undefined });
    }
  }
  return kept;
}

/** The order of who moved something, with what only the other has put after what it followed there. */
function order(base: readonly string[], mine: readonly string[], theirs: readonly string[], kept: ReadonlySet<string>): string[] {
  const both = new Set(base.filter((id) => mine.includes(id)));
  const isMoved = base.filter((id) => both.has(id)).join() !== mine.filter((id) => both.has(id)).join();
  const [first, second] = isMoved ? [mine, theirs] : [theirs, mine];
  const ordered = first.filter((id) => kept.has(id));
  for (const [place, id] of second.entries()) {
    if (!kept.has(id) || ordered.includes(id)) continue;
    const before = second.slice(0, place).findLast((each) => ordered.includes(each));
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, id);
  }
  return ordered;
}

const keysOf = (form: Definition, kind: Kind): string[] => (kind === "section" ? form.sections.map(({ id }) => id) : form.sections.flatMap(({ fields }) => fields.map(({ id }) => id)));

/** Both put together on what both started from. */
export function mergeForms(base: Definition, mine: Definition, theirs: Definition): MergedForm {
  const clashes: FormClash[] = [];
  const [was, my, their] = [flat(base), flat(mine), flat(theirs)];
  const fields = mergeAll("field", was.fields, my.fields, their.fields, clashes);
  const sections = mergeAll("section", was.sections, my.sections, their.sections, clashes);
  // A section that one took away stays for the fields that the other keeps in it.
  for (const { section } of fields.values() as Iterable<{ section?: unknown }>) {
    const id = String(section);
    const back = sections.has(id) ? undefined : (my.sections.get(id) ?? their.sections.get(id));
    if (back) sections.set(id, back);
  }
  const sequence = (kind: Kind, kept: Map<string, Parts>) => order(keysOf(base, kind), keysOf(mine, kind), keysOf(theirs, kind), new Set(kept.keys()));
  const inOrder = sequence("field", fields);
  const merged: Definition = {
    sections: sequence("section", sections).map((id) => ({ ...sections.get(id), fields: inOrder.map((each) => fields.get(each)).filter((field) => field?.["section"] === id).map(plain) }) as unknown as Section),
  };
  return { merged, clashes, hasTheirs: !isSame(merged, mine) };
}

function plain(parts: Parts | undefined): Field {
  const { section: _section, ...field } = parts ?? {};
  return field as unknown as Field;
}

/** The form with each clash as it was settled; `merged` holds mine. */
export function settled(merged: Definition, clashes: readonly FormClash[], kept: readonly Side[]): Definition {
  const { sections, fields } = flat(merged);
  for (const [place, clash] of clashes.entries()) {
    const all = clash.kind === "section" ? sections : fields;
    const stays = clash[kept[place] ?? "mine"];
    if (clash.part === "removed") {
      if (!stays) all.delete(clash.id);
    } else all.set(clash.id, { ...all.get(clash.id), [clash.part]: stays });
  }
  const ids = merged.sections.flatMap((section) => section.fields.map(({ id }) => id));
  return {
    sections: merged.sections.filter(({ id }) => sections.has(id)).map(({ id }) => ({
      ...sections.get(id), fields: ids.map((each) => fields.get(each)).filter((field) => field?.["section"] === id).map(plain),
    }) as unknown as Section),
  };
}
