import { expect, it } from "vitest";
import { daysLeft } from "./daysLeft";

it("counts civil days in Paris, across a change of hour and around midnight", () => {
  expect(daysLeft("2027-02-01T18:00:00+01:00", new Date("2027-02-01T10:00:00Z"))).toBe(0);
  expect(daysLeft("2027-02-01T00:30:00+01:00", new Date("2027-01-31T22:00:00Z"))).toBe(1);
  expect(daysLeft("2027-04-01T18:00:00+02:00", new Date("2027-03-25T10:00:00Z"))).toBe(7);
  expect(daysLeft("2027-01-01T18:00:00+01:00", new Date("2027-02-25T10:00:00Z"))).toBe(0);
});
