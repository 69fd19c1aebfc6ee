/** A format and a unit as they are typed, and as the API takes them. */
import type { ItemFormat, Unit } from "./calls";
import { fromYesNo, toCents, toEuros, toYesNo, whole, type YesNo } from "./sheet";

type Typed = number | string;

export interface FormatValues {
  format: string;
  label: string;
  external_id: string;
  panels: Typed;
  dimensions: string;
  space_m2: Typed;
  needs_power: YesNo;
  weight_kg: Typed;
  packages: Typed;
  transport: string;
  setup: string;
  /** Euros. */
  insurance_value_cents: Typed;
  added_on: string;
  retired_on: string;
}

export const NO_FORMAT: FormatValues = {
  format: "", label: "", external_id: "", panels: "", dimensions: "", space_m2: "", needs_power: "", weight_kg: "", packages: "", transport: "", setup: "",
  insurance_value_cents: "", added_on: "", retired_on: "",
};

const text = (value: string) => value.trim() || null;

export function toFormatValues(format: ItemFormat): FormatValues {
  return {
    format: format.format, label: format.label ?? "", external_id: format.external_id ?? "", panels: format.panels ?? "", dimensions: format.dimensions ?? "", space_m2: format.space_m2 ?? "",
    needs_power: toYesNo(format.needs_power), weight_kg: format.weight_kg ?? "", packages: format.packages ?? "", transport: format.transport ?? "", setup: format.setup ?? "",
    insurance_value_cents: toEuros(format.insurance_value_cents), added_on: format.added_on, retired_on: format.retired_on ?? "",
  };
}

export function toFormatBody(values: FormatValues) {
  return {
    format: values.format, label: text(values.label), external_id: text(values.external_id), panels: whole(values.panels), dimensions: text(values.dimensions), space_m2: whole(values.space_m2),
    needs_power: fromYesNo(values.needs_power), weight_kg: whole(values.weight_kg), packages: whole(values.packages), transport: text(values.transport), setup: text(values.setup),
    insurance_value_cents: toCents(values.insurance_value_cents), added_on: text(values.added_on), retired_on: text(values.retired_on),
  };
}

export type FormatBody = ReturnType<typeof toFormatBody>;
export const formatOf = (format: ItemFormat): FormatBody => toFormatBody(toFormatValues(format));

/** Names of modules, one a line. */
export const modulesOf = (lines: string) => lines.split("\n").map((line) => line.trim()).filter(Boolean);

/** What the next unit added would be: another module where there are some, else another copy. */
export function nextUnit(units: readonly Unit[]): { copy_number: number; module_number: number | null } {
  const last = Math.max(0, ...units.map((unit) => unit.copy_number));
  const modules = units.filter((unit) => unit.copy_number === last && unit.module_number !== null).map((unit) => unit.module_number ?? 0);
  return modules.length > 0 ? { copy_number: last, module_number: Math.max(...modules) + 1 } : { copy_number: last + 1, module_number: null };
}
