import { expect, test } from "vitest";
import type { Item, Unit } from "./calls";
import { modulesOf, nextUnit } from "./formats";
import { GROUPS, sheetOf, toBody, toValues } from "./sheet";

const ITEM = {
  title: "Marées", category: "kit", abstract: null, description: null, themes: ["health", "astronomy"], audiences: [], languages: ["fr"], accessibility: [], producer: null, year: 2019, credits: null,
  added_on: "2020-01-01", condition: null, space_m2: null, needs_power: false, weight_kg: 12, packages: null, transport: null, setup: null, insurance_value_cents: 140_050, handling: "handled_here",
  contact_email: null, contact_phone: null, buffer_before_days: null, buffer_after_days: 0, notice_days: null, min_days: null, max_days: null, insurance: null,
} as unknown as Item;

test("a sheet read and written back is the same", () => {
  const { themes, ...rest } = sheetOf(ITEM);
  expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((name) => [name, ITEM[name as keyof Item]])));
  expect(themes).toEqual(["astronomy", "health"]);
});

test("an empty field is nothing, zero is zero, euros are cents", () => {
  const body = toBody({ ...toValues(ITEM), weight_kg: "", buffer_after_days: "0", insurance_value_cents: "19,9".replace(",", "."), needs_power: "", abstract: "  " });
  expect([body.weight_kg, body.buffer_after_days, body.insurance_value_cents, body.needs_power, body.abstract]).toEqual([null, 0, 1990, null, null]);
});

test("every field of the sheet is in one group", () => {
  const grouped = Object.values(GROUPS).flat();
  expect([...grouped].toSorted()).toEqual(Object.keys(sheetOf(ITEM)).toSorted());
});

const unit = (copy_number: number, module_number: number | null) => ({ copy_number, module_number }) as Unit;

test("the next unit is another copy, or another module of the last one", () => {
  expect(nextUnit([])).toEqual({ copy_number: 1, module_number: null });
  expect(nextUnit([unit(1, null), unit(2, null)])).toEqual({ copy_number: 3, module_number: null });
  expect(nextUnit([unit(1, 1), unit(1, 2)])).toEqual({ copy_number: 1, module_number: 3 });
});

test("modules are one a line", () => {
  expect(modulesOf(" Lune \n\nMer\n")).toEqual(["Lune", "Mer"]);
});
