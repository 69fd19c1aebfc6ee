import { describe, expect, it } from "vitest";
import { Problem } from "@/lib/problem";
import { daysLeft, nextAfter, sortedOut, type Criterion, type Review, type ReviewItem } from "./calls";
import { isFit, meanOf, missing, reviewOf, sender, sheetOf } from "./sheet";

const criterion = (id: string, weight: number, scale: number): Criterion => ({ id, name: id, help: "", weight, scale });
const CRITERIA = [criterion("a", 1, 5), criterion("b", 3, 20)];
const review = (part: Partial<Review> = {}): Review => ({
  application_id: "1", due_on: null, criteria: CRITERIA, scores: {}, mean: null, out_of: 20, comment: "", recommendation: null, submitted_at: null, version: 0, allowed_actions: [], ...part,
});

describe("a score sheet", () => {
  it("goes there and back, without criteria of another time", () => {
    const sheet = sheetOf(review({ scores: { a: 0, gone: 4 }, comment: "Bien", recommendation: "waitlist" }));
    expect(sheet).toEqual({ a: 0, gone: 4, comment: "Bien", recommendation: "waitlist" });
    expect(reviewOf(sheet, CRITERIA)).toEqual({ scores: { a: 0 }, comment: "Bien", recommendation: "waitlist" });
    expect(reviewOf({ a: null, comment: null }, CRITERIA)).toEqual({ scores: {}, comment: "", recommendation: null });
  });

  it("counts a mean as the API does: weighted, out of the largest scale", () => {
    expect(meanOf({}, CRITERIA)).toBeNull();
    expect(meanOf({ a: 5 }, CRITERIA)).toBe(20);
    expect(meanOf({ a: 5, b: 10 }, CRITERIA)).toBe(12.5);
  });

  it("says what is missing; zero is a score", () => {
    expect(missing({ a: 0 }, CRITERIA)).toEqual(["b", "recommendation"]);
    expect(missing({ a: 0, b: 1, recommendation: "label" }, CRITERIA)).toEqual([]);
  });

  it("keeps back what the API would refuse", () => {
    const fits = isFit(CRITERIA);
    expect([fits("a", 5), fits("a", 6), fits("a", 2.5), fits("a", null), fits("comment", "x")]).toEqual([true, false, false, true, true]);
  });
});

describe("sending", () => {
  it("sends the whole sheet, on the version that was read", async () => {
    const sent: unknown[] = [];
    const first = review({ version: 2, scores: { a: 1 }, comment: "Déjà" });
    const send = sender({
      first, readAgain: async () => first, onKept: () => undefined,
      put: async (body, etag) => { sent.push([body, etag]); return review({ ...body, version: 3 }); },
    });
    const { data } = await send({ answers: { b: 7 }, confirmed: [] }, 2);
    expect(sent).toEqual([[{ scores: { a: 1, b: 7 }, comment: "Déjà", recommendation: null }, '"v2"']]);
    expect(data).toEqual({ version: 3, answers: { a: 1, b: 7, comment: "Déjà" } });
  });

  it("tells what is there now when it was written elsewhere, and goes on from there", async () => {
    const sent: unknown[] = [];
    const theirs = review({ version: 5, scores: { a: 4 }, comment: "D’ailleurs" });
    const send = sender({
      first: review({ version: 1 }), readAgain: async () => theirs, onKept: () => undefined,
      put: async (body, etag) => {
        sent.push([body.scores, body.comment, etag]);
        if (etag === '"v1"') throw new Problem(412, {});
        return review({ ...body, version: 6 });
      },
    });
    const refused = await send({ answers: { b: 7 }, confirmed: [] }, 1).catch((error: unknown) => error);
    expect((refused as Problem).body["current"]).toEqual({ version: 5, answers: { a: 4, comment: "D’ailleurs" } });
    await send({ answers: { b: 7 }, confirmed: [] }, 5);
    expect(sent).toEqual([[{ b: 7 }, "", '"v1"'], [{ a: 4, b: 7 }, "D’ailleurs", '"v5"']]);
  });
});

const item = (id: string, state: ReviewItem["state"], actions = ["write", "submit", "recuse"]) => ({ application: { id }, state, allowed_actions: actions }) as unknown as ReviewItem;

describe("what waits", () => {
  const items = [item("1", "to_do"), item("2", "draft"), item("3", "to_do", []), item("4", "submitted", ["write"])];

  it("is told from what is done, and from what was decided without it", () => {
    const { waiting, done, closed } = sortedOut(items);
    expect([waiting, done, closed].map((list) => list.map(({ application }) => application.id))).toEqual([["1", "2"], ["4"], ["3"]]);
  });

  it("comes one after the other, and round again", () => {
    expect(nextAfter(items, "1")?.application.id).toBe("2");
    expect(nextAfter(items, "2")?.application.id).toBe("1");
    expect(nextAfter(items, "4")?.application.id).toBe("1");
    expect(nextAfter([item("1", "to_do")], "1")).toBeNull();
  });

  it("counts days", () => {
    expect([daysLeft("2027-03-01", "2027-02-27"), daysLeft("2027-03-28", "2027-03-28"), daysLeft("2027-03-27", "2027-03-29")]).toEqual([2, 0, -2]);
  });
});
