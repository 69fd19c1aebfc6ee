import { expect, it } from "vitest";
import { GROUPS, isSplit, OPENED, valueOf } from "./lines";
import type { LoanFigures } from "./calls";

const FIGURES = { items: 88, use_rate_percent: null, evaluation_rate_percent: 74.3 } as LoanFigures;
const line = (key: string) => GROUPS.flatMap(({ lines }) => lines).find((each) => each.key === key)!;

it("reads each figure of a year, and none of a year that is not there", () => {
  expect(valueOf(FIGURES, line("items"))).toBe(88);
  expect(valueOf(FIGURES, line("use_rate_percent"))).toBeNull();
  expect(valueOf(null, line("items"))).toBeNull();
});

it("opens the rows of every figure but shares, whose missing rows it opens", () => {
  expect(GROUPS.flatMap(({ lines }) => lines).filter(({ opens }) => opens === null).map(({ key }) => key)).toEqual(["use_rate_percent"]);
  expect(line("evaluation_rate_percent").opens).toBe("evaluations_missing");
  expect(OPENED).toContain("by_theme");
  expect(isSplit("loans")).toBe(false);
});
