import { describe, expect, it } from "vitest";
import type { Dossier } from "./calls";
import { dossier } from "./made";
import { arranged, shownOnly } from "./arranging";
import { glances, isWorthALook } from "./comparing";
import { decided, deciding, moved, parseAmount, ranksOf, totalsOf, typedAmount, waitingList, type Line, type Wish } from "./lines";

const wish = (decision: Wish["decision"], more: Partial<Wish> = {}): Wish => ({ decision, amount_cents: null, motivation: "", rank: null, ...more });
const line = (number: number, of: Wish | null, more: Partial<Dossier> = {}): Line => ({ dossier: dossier(number, more), wish: of });
const scored = (mean: number, spread = 0, [label, waitlist, not_label] = [0, 0, 0]) => ({ scores: { reviews: 3, mean, spread, out_of: 5, recommendations: { label, waitlist, not_label } } }) as Partial<Dossier>;

describe("a wish", () => {
  it("keeps its motive, and its amount or rank where the decision has one", () => {
    const labelled = wish("labelled", { amount_cents: 500, motivation: "Bravo" });
    expect(decided(labelled, "labelled")).toEqual(labelled);
    expect(decided(labelled, "not_labelled")).toEqual(wish("not_labelled", { motivation: "Bravo" }));
    expect(decided(wish("waitlisted", { rank: 2 }), "labelled")).toEqual(wish("labelled"));
  });

  it("is typed as an amount in euros", () => {
    expect(["1 250,50 €", "12", "", "0", "1.5"].map(parseAmount)).toEqual([125_050, 1200, null, 0, 150]);
    expect(["12,345", "-3", "mille", "1e3"].map(parseAmount)).toEqual([undefined, undefined, undefined, undefined]);
    expect([null, 125_050, 1200].map(typedAmount)).toEqual(["", "1250,50", "12"]);
  });
});

describe("the waiting list", () => {
  const lines = [line(1, wish("waitlisted", { rank: 1 })), line(2, wish("labelled")), line(3, wish("waitlisted", { rank: 2 })), line(4, null)];

  it("takes newcomers last, and closes up when one leaves", () => {
    expect(deciding(lines, new Set(["a4"]), "waitlisted")).toEqual(new Map([["a4", wish("waitlisted", { rank: 3 })]]));
    expect(deciding(lines, new Set(["a1"]), "labelled")).toEqual(new Map([["a1", wish("labelled")], ["a3", wish("waitlisted", { rank: 1 })]]));
    expect(deciding(lines, new Set(["a1"]), null)).toEqual(new Map([["a1", null], ["a3", wish("waitlisted", { rank: 1 })]]));
  });

  it("moves one to a place, and the others round it", () => {
    expect(ranksOf(moved(waitingList(lines), "a3", 1), lines)).toEqual(new Map([["a3", wish("waitlisted", { rank: 1 })], ["a1", wish("waitlisted", { rank: 2 })]]));
    expect(moved(["x", "y", "z"], "x", 9)).toEqual(["y", "z", "x"]);
  });
});

describe("the table", () => {
  const lines = [
    line(1, wish("labelled", { amount_cents: 300 }), { title: "Été des étoiles", requested_cents: 500, ...scored(1, 0, [0, 0, 2]) }),
    line(2, wish("labelled"), scored(4)), line(3, wish("labelled"), scored(4)),
    line(12, wish("not_labelled"), { requested_cents: 900, ...scored(4.8, 1.2) }), line(5, null, { department: "02", ...scored(2, 1.5) }),
  ];
  const looks = glances(lines);

  it("adds up", () => {
    expect(totalsOf(lines)).toEqual({ labelled: 3, waitlisted: 0, not_labelled: 1, undecided: 1, amount_cents: 300, requested_cents: 1400 });
  });

  it("points at what differs from the committee's scores, and at nothing else", () => {
    expect(looks.get("a1")).toEqual({ recommended: "not_labelled", better: 1, worse: 0, others: 1, isDivided: false });
    expect(looks.get("a12")).toEqual({ recommended: null, better: 0, worse: 3, others: 3, isDivided: true });
    expect([...looks].filter(([, look]) => isWorthALook(look)).map(([id]) => id)).toEqual(["a1", "a2", "a3", "a12", "a5"]);
    expect(isWorthALook(glances([line(1, wish("labelled"), scored(3)), line(2, wish("not_labelled"), scored(3.4))]).get("a1") as never)).toBe(false);
  });

  it("shows what is asked for, without minding accents", () => {
    const asked = [["undecided", ""], ["not_labelled", ""], ["all", "ete etoiles"], ["all", "12"], ["all", "marmite 5"]] as const;
    expect(asked.map(([show, q]) => shownOnly(lines, looks, show, q).map((each) => each.dossier.number))).toEqual([[5], [12], [1], [12], [5]]);
  });

  it("is arranged by what one asks, blanks last", () => {
    expect((["number", "mean", "requested", "department"] as const).map((order) => arranged(lines, order).map((each) => each.dossier.number))).toEqual([[1, 2, 3, 5, 12], [12, 2, 3, 5, 1], [12, 1, 2, 3, 5], [5, 1, 2, 3, 12]]);
  });
});
