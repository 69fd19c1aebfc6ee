import { expect, test } from "vitest";
import type { Settings } from "./calls";
import { checkSettings, departmentsOf, toBody, toValues, type Missing } from "./settings";
import { inForce } from "./tariffs";

const SETTINGS = {
  lender: { id: null, name: "Ombelliscience" }, opening_days: [1, 2, 5], buffer_before_days: 0, buffer_after_days: 2, near_departments: ["02", "80"], far_buffer_before_days: 1, far_buffer_after_days: 3,
  notice_days: 7, min_days: 1, max_days: 90, hold_days: 14, insurance: "clause", agreement_template: null, address: null, email: null, phone: null, signatory_name: null, signatory_capacity: null,
  pickup_places: [{ id: "p", name: "Dépôt", address: "8 rue des Cimaises", hours: null, directions: null }], version: 1, updated_at: null, allowed_actions: ["edit"],
} as Settings;
const words: Missing = { number: (least, most) => `${least}-${most}`, openingDay: "day", lengths: "lengths", place: "place", department: (code) => code };

test("settings read and written back are the same", () => {
  const { lender: _lender, version: _version, updated_at: _updated, allowed_actions: _actions, ...told } = SETTINGS;
  expect(toBody(toValues(SETTINGS))).toEqual(told);
  expect(checkSettings(toValues(SETTINGS), words)).toEqual({});
});

test("what is missing or out of bounds is told before anything is sent", () => {
  const values = { ...toValues(SETTINGS), opening_days: [], notice_days: "", hold_days: 0, min_days: 91, near_departments: "02 ; Somme", pickup_places: [{ key: "n", id: null, name: "Dépôt", address: " ", hours: "", directions: "" }] };
  expect(checkSettings(values, words)).toEqual({ opening_days: "day", notice_days: "0-366", hold_days: "1-90", min_days: "lengths", near_departments: "SOMME", pickup_places: "place" });
});

test("departments are told in any way", () => {
  expect(departmentsOf("80, 02;2a  80")).toEqual(["02", "2A", "80"]);
});

test("a tariff holds on both its ends", () => {
  const tariff = { starts_on: "2026-01-01", ends_on: "2026-12-31" };
  expect(["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"].map((day) => inForce(tariff, day))).toEqual(["coming", "now", "now", "over"]);
  expect(inForce({ ...tariff, ends_on: null }, "2999-01-01")).toBe("now");
});
