import { describe, expect, it } from "vitest";
import type { Application } from "./calls";
import { grouped, nextOf } from "./groups";

const one = (more: Partial<Application> = {}): Application => ({
  id: "a", call: { id: "c", title: "Appel", edition: 2027 }, number: 1, organisation: { id: "o", name: "Musée" }, status: "draft", decision: null, title: null, theme: null, commune: null, department: null,
  submitted_at: null, updated_at: "2027-01-05T13:00:00Z", version: 1, standing: "editor", access: { state: "open", until: "2027-02-01T17:00:00Z" }, allowed_actions: ["edit"], ...more,
});

describe("my applications", () => {
  it("come by what is expected of me, in a steady order, without empty groups", () => {
    const items = [one({ id: "1", status: "withdrawn" }), one({ id: "2", status: "submitted" }), one({ id: "3" }), one({ id: "4", standing: "invited" }), one({ id: "5", status: "changes_requested" })];
    expect(grouped(items).map(([group, each]) => [group, ...each.map(({ id }) => id)])).toEqual([["invited", "4"], ["to_do", "3", "5"], ["sent", "2"], ["over", "1"]]);
  });
  it.each([
    [{ standing: "invited", status: "submitted" }, "answer_invitation"], [{}, "finish"], [{ access: { state: "grace", until: null } }, "finish_late"], [{ access: { state: "late", until: null } }, "finish_late"],
    [{ access: { state: "closed", until: null } }, "too_late"], [{ access: { state: "not_open", until: null } }, "not_open"], [{ standing: "reader" }, "read_draft"], [{ status: "changes_requested" }, "mend"],
    [{ status: "changes_requested", allowed_actions: [] }, "mend_too_late"], [{ status: "changes_requested", standing: "reader", allowed_actions: [] }, "read_draft"], [{ status: "submitted" }, "wait"],
    [{ status: "under_review" }, "wait_review"], [{ status: "decided", decision: "labelled" }, "labelled"], [{ status: "decided", decision: null }, "none"], [{ status: "withdrawn" }, "none"],
  ] as const)("%j is next: %s", (more, next) => expect(nextOf(one(more as Partial<Application>))).toBe(next));
});
