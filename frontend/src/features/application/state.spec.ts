import { describe, expect, it } from "vitest";
import type { Application } from "./calls";
import { deadlineOf, partsOf, sideOf, stageOf } from "./state";

const NOW = new Date("2027-03-01T10:00:00Z");
const open: Application["access"] = { state: "open", until: "2027-04-01T16:00:00Z", by_code: false };
const facts = (more: Partial<Application>): Application => ({ status: "draft", decision: null, standing: "editor", access: open, answer_by: null, answers: {}, organisation: { id: "o", name: "O" }, ...more }) as Application;

describe("the stage of an application", () => {
  it.each<[string, Partial<Application>]>([
    ["draft", {}], ["draft", { access: { ...open, state: "grace" } }], ["draft", { access: { ...open, state: "late", by_code: true } }],
    ["closed", { access: { ...open, state: "closed" } }], ["not_open", { access: { ...open, state: "not_open" } }],
    ["changes_requested", { status: "changes_requested" }], ["changes_requested", { status: "changes_requested", answer_by: "2027-03-01T10:00:01Z" }], ["late", { status: "changes_requested", answer_by: "2027-03-01T10:00:00Z" }],
    ["labelled", { status: "decided", decision: "labelled" }], ["under_review", { status: "decided", decision: null }],
    ["withdrawn", { status: "withdrawn" }], ["submitted", { status: "submitted" }],
  ])("is %s", (stage, more) => expect(stageOf(facts(more), NOW)).toBe(stage));
});

describe("what one waits for", () => {
  it("is the call's end for a draft", () => expect(deadlineOf(facts({}))).toBe(open.until));
  it("is the last moment of the day for changes", () => expect(deadlineOf(facts({ status: "changes_requested", answer_by: "2027-03-10T23:00:00Z" }))).toBe("2027-03-10T22:59:59.999Z"));
  it("is nothing else", () => {
    expect(deadlineOf(facts({ status: "changes_requested" }))).toBeNull();
    expect(deadlineOf(facts({ status: "submitted", answer_by: "2027-03-10T23:00:00Z" }))).toBeNull();
  });
});

describe("who looks", () => {
  it("stands on a side", () => {
    expect((["editor", "coordination", "reader", "reviewer", "invited"] as const).map((standing) => sideOf({ standing }))).toEqual(["holder", "coordination", "other", "other", "other"]);
  });
  it("is offered what the API gives them, and no more", () => {
    const parts = (more: Partial<Application>) => partsOf(facts(more), true);
    expect(parts({})).toEqual(["dossier", "budget", "fichiers", "echanges", "participants", "historique"]);
    expect(parts({ status: "decided", standing: "coordination" })).toContain("lettres");
    expect(parts({ standing: "coordination", answers: null })).toEqual(["dossier", "echanges", "participants", "historique"]);
    expect(parts({ standing: "reader", status: "decided" })).toEqual(["dossier", "fichiers", "participants", "historique"]);
    expect(parts({ standing: "reviewer", organisation: null })).toEqual(["dossier", "budget", "fichiers", "historique"]);
    expect(partsOf(facts({}), false)).not.toContain("budget");
  });
});
