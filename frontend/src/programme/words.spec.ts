import { describe, expect, it } from "vitest";
import type { AgendaEvent, AgendaItem, AgendaSession } from "@/api/types";
import { fr } from "@/lib/i18n/fr";
import { ageWords, byDay, flagsOf, lastDay, placeWords } from "./words";

const NBSP = "\u00a0";

function session(part: Partial<AgendaSession> = {}): AgendaSession {
  return {
    id: "s", starts_at: "2027-10-02T14:00:00+02:00", ends_at: "2027-10-02T15:00:00+02:00", status: "scheduled", status_reason: null,
    previous_starts_at: null, previous_ends_at: null, ...part,
  };
}

function event(part: Partial<AgendaEvent> = {}): AgendaEvent {
  return {
    id: "e", slug: "e", title: "Chimie", description: null, structure: "single", activity_type: null, theme: null, audience: [], school_levels: [],
    age: { min: null, max: null }, free: null, accessibility: null, status: "scheduled", status_reason: null, attendance_mode: "onsite", bookable: false,
    holder: null, venue: null, image: null, edition: 2027, parent: null, children_count: 0, sessions: [session()], updated_at: "2027-09-01T10:00:00+02:00", ...part,
  };
}

const flags = (part: Partial<AgendaEvent>) => {
  const whole = event(part);
  const first = whole.sessions[0];
  return flagsOf(whole, first ? { starts_at: first.starts_at, status: first.status } : null, fr, "fr").map((flag) => flag.text);
};

const stops = (only: AgendaSession) => flagsOf(event({ sessions: [only] }), only, fr, "fr")[0]?.stop;

describe("flags", () => {
  it("says nothing of what is as planned", () => expect(flags({})).toEqual([]));
  it("says cancelled before all else", () => expect(flags({ status: "cancelled", children_count: 3 })).toEqual(["Annulé", `3${NBSP}animations`]));
  it("says where a session went", () => {
    const moved = session({ status: "postponed", previous_starts_at: "2027-10-02T14:00:00+02:00", starts_at: "2027-10-06T14:00:00+02:00" });
    expect(flags({ status: "postponed", sessions: [moved] })).toEqual(["Reporté au 6"]);
    expect(flags({ status: "postponed", sessions: [{ ...moved, starts_at: "2027-11-06T14:00:00+01:00" }] })).toEqual([`Reporté au 6${NBSP}novembre`]);
    expect(flags({ sessions: [{ ...moved, status: "rescheduled", starts_at: "2027-10-02T16:30:00+02:00" }] })).toEqual([`Déplacé à 16${NBSP}h${NBSP}30`]);
  });
  it("stops a row for what will not happen there and then", () => {
    expect(stops(session({ status: "postponed" }))).toBe(true);
    expect(stops(session({ status: "postponed", previous_starts_at: "2027-09-30T14:00:00+02:00" }))).toBe(false);
    expect(stops(session({ status: "cancelled" }))).toBe(true);
    expect(stops(session({ status: "full" }))).toBe(false);
  });
  it("says online once", () => {
    expect(flags({ attendance_mode: "online", sessions: [session({ status: "moved_online" })] })).toEqual(["En ligne"]);
    expect(flags({ attendance_mode: "online" })).toEqual(["En ligne"]);
  });
});

const item = (id: string, starts_at: string): AgendaItem => ({ ...event({ id }), first_session: { starts_at, ends_at: starts_at, status: "scheduled" } });

describe("the list by day", () => {
  it("puts under the first day asked what began before it", () => {
    const groups = byDay([item("a", "2027-09-20T10:00:00+02:00"), item("b", "2027-10-02T10:00:00+02:00"), item("c", "2027-10-03T10:00:00+02:00")], "2027-10-02");
    expect(groups.map((group) => [group.day, group.items.map((each) => each.id)])).toEqual([["2027-10-02", ["a", "b"]], ["2027-10-03", ["c"]]]);
  });
  it("ends at midnight the day before", () => {
    expect(lastDay(session({ starts_at: "2027-10-02T20:00:00+02:00", ends_at: "2027-10-03T00:00:00+02:00" }))).toBe("2027-10-02");
    expect(lastDay(session())).toBe("2027-10-02");
  });
});

describe("places and ages", () => {
  const venue = { id: "v", name: "Médiathèque", city: "Amiens", insee: "80021", department: "80", latitude: null, longitude: null };
  it("does not say the town twice", () => {
    expect(placeWords(event({ venue }), fr)).toBe("Médiathèque, Amiens");
    expect(placeWords(event({ venue: { ...venue, name: "Gare d’Amiens" } }), fr)).toBe("Gare d’Amiens");
    expect(placeWords(event({ venue: { ...venue, city: null } }), fr)).toBe("Médiathèque");
    expect(placeWords(event({ attendance_mode: "online" }), fr)).toBe("En ligne");
  });
  it("says only ages that exclude someone", () => {
    expect(ageWords({ min: 0, max: 99 }, fr)).toBeNull();
    expect(ageWords({ min: 8, max: null }, fr)).toBe("dès 8 ans");
    expect(ageWords({ min: 6, max: 12 }, fr)).toBe("6 à 12 ans");
    expect(ageWords({ min: null, max: 5 }, fr)).toBe("jusqu’à 5 ans");
  });
});
