import { expect, it } from "vitest";
import { bodyOf, EMPTY, faultsOf } from "./draft";

it("says what an organisation lacks, and what a person does", () => {
  expect(faultsOf(EMPTY)).toEqual(["college", "organisation", "kind", "name", "email"]);
  expect(faultsOf({ ...EMPTY, kind: "natural", college: "D" })).toEqual(["name", "email"]);
  expect(faultsOf({ ...EMPTY, kind: "natural", college: "D", name: "Ève", email: "eve@exemple.fr", commune_name: "Lil" })).toEqual([]);
});

it("wants a commune chosen, not typed", () => {
  const whole = { ...EMPTY, college: "A" as const, organisation: "Labo", organisation_kind: "library", name: "Ève", email: "eve@exemple.fr" };
  expect(faultsOf({ ...whole, commune_name: "Lil" })).toEqual(["commune"]);
  expect(faultsOf({ ...whole, commune_name: "Lille", commune_insee: "59350" })).toEqual([]);
});

it("sends nothing for what is empty, and no organisation for a person", () => {
  const body = bodyOf({ ...EMPTY, kind: "natural", college: "D", organisation: "Oubliée", name: " Ève ", email: "eve@exemple.fr", capacity: "Présidente" }, "fr");
  expect(body).toEqual({ kind: "natural", college: "D", name: "Ève", email: "eve@exemple.fr", phone: null, capacity: null, message: null, organisation: null, locale: "fr", nickname: "" });
});
