import { describe, expect, it, vi } from "vitest";
import type { Call } from "./queries";
import { checkSettings, fromLocal, toBody, toValues } from "./settings";
import { graceEnd, stateOf, switchesOf, wayOf, type Way } from "./state";

vi.mock("@/lib/i18n", () => ({ useWords: () => ({ t: {}, lang: "fr" }) }));
const { useSettingsWords } = await import("./settingsWords");

const call: Call = {
  id: "1", edition: { year: 2028, theme: null, starts_on: "2028-10-06", ends_on: "2028-10-16" }, title: "Appel", introduction: "Bonjour", opens_at: "2028-03-01T11:00:00Z", closes_at: "2028-05-14T10:00:00Z",
  closing_policy: "grace", grace_minutes: 90, closed_message: "", publication: "published", published_at: "2028-02-01T10:00:00Z", charter_rules: ["free_of_charge"], has_scoring: true, has_committee: true,
  quorum: 3, is_anonymous: false, reviews_per_application: 2, budget_cents: 1_250_050, contact_email: null, form_version_id: "2", form_number: 1, form_draft_number: null, version: 4,
  created_at: "2028-01-01T10:00:00Z", updated_at: "2028-01-01T10:00:00Z", allowed_actions: ["edit"],
};

describe("where a call stands", () => {
  it.each<[Partial<Call>, string, string]>([
    [{ publication: "draft" }, "2028-04-01T00:00:00Z", "draft"], [{ publication: "archived" }, "2028-04-01T00:00:00Z", "archived"], [{}, "2028-03-01T10:59:59Z", "upcoming"], [{}, "2028-03-01T11:00:00Z", "open"],
    [{}, "2028-05-14T09:59:59Z", "open"], [{}, "2028-05-14T10:00:00Z", "grace"], [{}, "2028-05-14T11:30:00Z", "closed"], [{ closing_policy: "lock" }, "2028-05-14T10:00:00Z", "closed"],
  ])("%j at %s: %s", (part, now, state) => expect(stateOf({ ...call, ...part }, Date.parse(now))).toBe(state));
  it("ends with its grace", () => expect(graceEnd(call)).toBe("2028-05-14T11:30:00.000Z"));
});

describe("how one decides", () => {
  it.each<Way>(["one_person", "committee", "committee_scores", "scores"])("%s is two switches, and back", (way) => expect(wayOf(switchesOf(way))).toBe(way));
});

describe("settings", () => {
  const { w } = useSettingsWords();
  it("are typed in Paris and in euros, and sent as instants and cents", () => {
    const values = toValues(call);
    expect([values.opens_at, values.closes_at, values.budget_cents]).toEqual(["2028-03-01T12:00", "2028-05-14T12:00", 12_500.5]);
    const { opens_at: opens, closes_at: closes, budget_cents: budget, quorum } = toBody(values);
    expect([opens, closes, budget, quorum]).toEqual(["2028-03-01T12:00:00+01:00", "2028-05-14T12:00:00+02:00", 1_250_050, 3]);
  });
  it("of one person have no committee, no quorum and no scores", () => {
    const { has_committee: committee, has_scoring: scoring, quorum } = toBody({ ...toValues(call), way: "one_person" });
    expect([committee, scoring, quorum]).toEqual([false, false, null]);
  });
  it("say what is missing where it is", () => {
    expect(checkSettings(toValues(call), w)).toEqual({});
    const wrong = { ...toValues(call), title: " ", opens_at: "", closes_at: "2028-05-14T12:00", grace_minutes: "", reviews_per_application: 0 };
    expect(Object.keys(checkSettings(wrong, w))).toEqual(["title", "opens_at", "grace_minutes", "reviews_per_application"]);
    expect(Object.keys(checkSettings({ ...toValues(call), closes_at: "2028-03-01T12:00" }, w))).toEqual(["closes_at"]);
  });
  it("that are no moment are none", () => expect(fromLocal("2028-03")).toBe(""));
  it("tell how long a grace lasts", () => expect([1, 45, 60, 90, 1440, 2880].map((minutes) => w.minutes(minutes))).toEqual(["1 minute", "45 minutes", "1 h", "1 h 30", "un jour", "2 jours"]));
});
