import { expect, it } from "vitest";
import { GROUPS, OPENED, readAsked, toSearch } from "./lines";

it("reads a year and a part, and nothing else", () => {
  expect(readAsked({ annee: 2023, valeur: 59, colour: "red" })).toEqual({ year: 2023, value: "59" });
  expect(readAsked({ annee: "12", valeur: "" })).toEqual({ year: null, value: undefined });
  expect(toSearch({ year: 2023 })).toEqual({ annee: "2023", valeur: undefined });
});

it("opens the rows of each figure under the API's own names", () => {
  expect(GROUPS.flatMap(({ lines }) => lines.map(({ key }) => key))).toHaveLength(17);
  expect(OPENED).toContain("fees_received_in_year");
  expect(OPENED).not.toContain("board_staff");
});
