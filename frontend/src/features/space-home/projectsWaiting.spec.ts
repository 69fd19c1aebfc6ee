import { describe, expect, it } from "vitest";
import { projectsWaiting, type Answered, type OwnProject, type StandInvitation } from "./projectsWaiting";

const NOW = new Date("2027-03-15T12:00:00Z");
const project = (id: string, more: Partial<OwnProject>) => ({ id, lifecycle: "active", event_count: 0, allowed_actions: ["edit", "add_event"], ...more }) as OwnProject;
const proposal = (id: string, outcome: string | null, settled_at: string | null) => ({ id, outcome, settled_at }) as Answered;
const stand = (id: string, allowed_actions: string[]) => ({ id, allowed_actions }) as StandInvitation;
const ids = (items: { id: string }[]) => items.map(({ id }) => id);

describe("what of one's projects waits", () => {
  it("is to confirm, then to write, for those who hold them", () => {
    const projects = [
      project("asked", { lifecycle: "awaiting_confirmation", allowed_actions: ["edit", "confirm", "add_event"] }), project("empty", {}), project("written", { event_count: 2 }),
      project("partner", { allowed_actions: [] }), project("gone", { lifecycle: "cancelled", allowed_actions: [] }),
    ];
    const { toConfirm, toWrite } = projectsWaiting(projects, [], [], NOW);
    expect([ids(toConfirm), ids(toWrite)]).toEqual([["asked"], ["empty"]]);
  });
  it("is the stands one may take, not those one offered", () => {
    expect(ids(projectsWaiting([], [stand("received", ["accept", "decline"]), stand("sent", ["withdraw"])], [], NOW).stands)).toEqual(["received"]);
  });
  it("is the proposals answered lately", () => {
    const proposals = [
      proposal("yes", "approved", "2027-03-14T12:00:00Z"), proposal("no", "rejected", "2027-03-02T12:00:00Z"), proposal("old", "rejected", "2027-03-01T11:00:00Z"), proposal("mine", "withdrawn", "2027-03-14T12:00:00Z"), proposal("open", null, null),
    ];
    expect(ids(projectsWaiting([], [], proposals, NOW).answered)).toEqual(["yes", "no"]);
  });
});
