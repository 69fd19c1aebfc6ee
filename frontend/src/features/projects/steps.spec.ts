import { describe, expect, it } from "vitest";
import type { Project, ProjectEvent } from "./calls";
import { nextStep, stepsOf, toldOf, tree } from "./steps";

const event = (id: string, more: Partial<ProjectEvent> = {}): ProjectEvent => ({
  id, slug: id, title: id, structure: "single", parent_id: null, publication: "draft", status: "scheduled", withdrawn_at: null, organisation_id: "o", organisation_name: "La Marmite",
  is_in_feed: false, starts_at: null, ends_at: null, session_count: 0, missing: [], warnings: [], ...more,
});
const lacking = { missing: [{ code: "no_session", text: "Il n’a aucune séance." }, { code: "not_ready", text: "…" }] };
const at = (one: ProjectEvent) => nextStep(stepsOf({ lifecycle: "active", mastering: "here", events: [one] }));
const party = (name: string, more: Partial<Project["parties"][number]> = {}): Project["parties"][number] => ({ role: "partner", role_label: "Partenaire", organisation_id: name, name, may_edit: false, accepted_at: "2027-01-01T00:00:00Z", ...more });
const states = (project: Parameters<typeof stepsOf>[0]) => stepsOf(project).map(({ step, isDone }) => [step, isDone]);

describe("what remains of a project", () => {
  it("is to confirm first, then to write", () => {
    const steps = stepsOf({ lifecycle: "awaiting_confirmation", mastering: "here", events: [] });
    expect(steps.map(({ isDone }) => isDone)).toEqual([false, false, false, false, false]);
    expect(nextStep(steps)).toBe("confirm");
    expect(nextStep(stepsOf({ lifecycle: "active", mastering: "here", events: [] }))).toBe("write");
  });
  it("is what an event misses, then to say it ready, then to wait for the coordination", () => {
    expect(at(event("a", lacking))).toBe("complete");
    expect(at(event("a", { missing: [{ code: "not_ready", text: "…" }] }))).toBe("say_ready");
    expect(at(event("a", { publication: "ready" }))).toBe("publish");
    expect(at(event("a", { publication: "published" }))).toBe("done");
  });
  it("counts no event that was cancelled", () => {
    const gone = event("b", { ...lacking, status: "cancelled" });
    expect(states({ lifecycle: "active", mastering: "here", events: [event("a", { publication: "published" }), gone] }).every(([, isDone]) => isDone)).toBe(true);
    expect(nextStep(stepsOf({ lifecycle: "active", mastering: "here", events: [gone] }))).toBe("write");
  });
  it("of an edition entered nationally ends when the feed brings its events", () => {
    expect(states({ lifecycle: "active", mastering: "nationally", events: [event("a", lacking)] })).toEqual([["confirm", true], ["write", true], ["enter", false]]);
    expect(nextStep(stepsOf({ lifecycle: "active", mastering: "nationally", events: [event("a", { is_in_feed: true })] }))).toBe("done");
  });
  it("is nothing once it is cancelled", () => {
    expect(stepsOf({ lifecycle: "cancelled", mastering: "here", events: [] })).toEqual([]);
  });
});

describe("the events of a project", () => {
  it("have their stands below them; a stand whose village is elsewhere stands alone", () => {
    const [village, one, lost] = [event("v"), event("s", { parent_id: "v" }), event("x", { parent_id: "elsewhere" })];
    expect(tree([village, one, lost]).map(({ event: { id }, stands }) => [id, stands.map((each) => each.id)])).toEqual([["v", ["s"]], ["x", []]]);
  });
});

describe("who is told of a cancelled project", () => {
  it("is its contact, who accepted to take part and who holds a stand, each once", () => {
    const told = toldOf({
      contact_name: null, contact_email: "a@b.fr", organisation_id: "o",
      parties: [party("Chef", { role: "lead" }), party("Mairie"), party("Muet", { accepted_at: null }), party("Camion", { organisation_id: null })],
      events: [event("a"), event("b", { organisation_id: "m", organisation_name: "Mairie" }), event("c", { organisation_id: "z", organisation_name: "Zoo", status: "cancelled" }), event("d", { organisation_id: "y", organisation_name: "Lycée" })],
    });
    expect(told).toEqual({ contact: "a@b.fr", organisations: ["Mairie", "Lycée"] });
  });
});
