/** What one does to a form: each gives a new one, the former is left as it was. */
import { rowFieldsOf, type Definition, type Field, type RowField, type Section } from "./definition";
import { inserted, moved, without } from "./lists";

/** A name for programs, made of words: stable from then on, since answers are kept by it. */
export function slug(label: string, taken: readonly string[], otherwise = "rubrique"): string {
  const plain = label.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/gi, "oe").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^[_0-9]+|_+$/g, "").slice(0, 50).replace(/_+$/, "") || otherwise;
  if (!taken.includes(plain)) return plain;
  let number = 2;
  while (taken.includes(`${plain}_${number}`)) number += 1;
  return `${plain}_${number}`;
}

export const fieldIds = ({ sections }: Definition): string[] => sections.flatMap(({ fields }) => fields.map(({ id }) => id));

const mapSections = (form: Definition, change: (section: Section) => Section): Definition => ({ ...form, sections: form.sections.map(change) });

export const addSection = (form: Definition, title: string): Definition => ({
  ...form, sections: [...form.sections, { id: slug(title, form.sections.map(({ id }) => id), "partie"), title, help: "", condition: null, fields: [] }],
});
export const changeSection = (form: Definition, id: string, part: Partial<Section>): Definition => mapSections(form, (section) => (section.id === id ? { ...section, ...part } : section));
export const removeSection = (form: Definition, id: string): Definition => ({ ...form, sections: form.sections.filter((section) => section.id !== id) });
export const moveSection = (form: Definition, place: number, by: -1 | 1): Definition => ({ ...form, sections: moved(form.sections, place, place + by) });

export const addField = (form: Definition, section: string, field: Field): Definition => mapSections(form, (each) => (each.id === section ? { ...each, fields: [...each.fields, field] } : each));
export const changeField = (form: Definition, id: string, part: Partial<Field>): Definition => (
  mapSections(form, (section) => ({ ...section, fields: section.fields.map((field) => (field.id === id ? { ...field, ...part } : field)) }))
);
export const removeField = (form: Definition, id: string): Definition => mapSections(form, (section) => ({ ...section, fields: section.fields.filter((field) => field.id !== id) }));

export function duplicateField(form: Definition, id: string, label: string): { form: Definition; id: string } {
  const copy = slug(label, fieldIds(form));
  return {
    id: copy,
    form: mapSections(form, (section) => {
      const place = section.fields.findIndex((field) => field.id === id);
      const field = section.fields[place];
      // A purpose is served once.
      return field ? { ...section, fields: inserted(section.fields, place + 1, { ...field, id: copy, label, purpose: null }) } : section;
    }),
  };
}

/** One place up or down; from the end of a section into the next. */
export function moveField(form: Definition, id: string, by: -1 | 1): Definition {
  const at = form.sections.findIndex(({ fields }) => fields.some((field) => field.id === id));
  const section = form.sections[at];
  if (!section) return form;
  const place = section.fields.findIndex((field) => field.id === id);
  const to = place + by;
  if (to >= 0 && to < section.fields.length) return changeSection(form, section.id, { fields: moved(section.fields, place, to) });
  const next = form.sections[at + by];
  return next ? moveFieldTo(form, id, next.id, by === -1 ? next.fields.length : 0) : form;
}

/** To a place of a section, counted before the field leaves its own. */
export function moveFieldTo(form: Definition, id: string, section: string, place: number): Definition {
  const from = form.sections.find(({ fields }) => fields.some((field) => field.id === id));
  const field = from?.fields.find((each) => each.id === id);
  if (!from || !field) return form;
  const was = from.fields.indexOf(field);
  const to = from.id === section && was < place ? place - 1 : place;
  return mapSections(form, (each) => {
    const rest = each.id === from.id ? without(each.fields, was) : each.fields;
    return each.id === section ? { ...each, fields: inserted(rest, to, field) } : { ...each, fields: rest };
  });
}

/** Fields that a condition may name: those before, in the order of the form; for a field of rows also those before it in its row. */
export function fieldsBefore(form: Definition, of: { section: string } | { field: string; row?: string }): RowField[] {
  const before: RowField[] = [];
  for (const section of form.sections) {
    if ("section" in of && section.id === of.section) return before.filter(isComparable);
    for (const field of section.fields) {
      if ("field" in of && field.id === of.field) {
        const rows = of.row === undefined ? [] : rowFieldsOf(field);
        const place = rows.findIndex(({ id }) => id === of.row);
        return [...before, ...rows.slice(0, Math.max(place, 0))].filter(isComparable);
      }
      before.push(field);
    }
  }
  return before.filter(isComparable);
}

const isComparable = ({ type }: RowField) => type !== "file" && type !== "explanation";

const isBlank = (text: string) => text.trim() === "";
const lacks = (field: RowField) => isBlank(field.label) || (field.options ?? []).some(({ label }) => isBlank(label));

/** Names without a word in them: the API keeps no form with such. Ids of the fields and sections, each once. */
export function unnamed(form: Definition): string[] {
  return form.sections.flatMap((section) => [
    ...(isBlank(section.title) ? [section.id] : []), ...section.fields.filter((field) => lacks(field) || rowFieldsOf(field).some(lacks)).map(({ id }) => id),
  ]);
}

/** The same value whether what is as everywhere is written out or left out. */
function bare(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((each) => bare(each));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([each, inside]) => [each, bare(inside, each)] as const).filter(([, inside]) => inside !== undefined);
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  if (value === null || value === "" || (value === false && name !== "value")) return undefined;
  return value;
}
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(bare(a)) === JSON.stringify(bare(b));
