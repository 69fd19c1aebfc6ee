import { describe, expect, it } from "vitest";
import { changes } from "@/space/kit/versions";
import type { EventFacts } from "./calls";
import { fromBody, GROUPS, readable, toBody, toValues, type Reading } from "./fields";

const event = {
  title: "La nuit au terril", description: null, long_description: "Deux heures.", keywords: ["étoiles", "nuit"], activity_type: "visit", theme: null, audience: ["schools"],
  school_levels: ["college"], age_min: 0, age_max: null, attendance_mode: "onsite", online_access_url: null, free: null, conditions: null,
  registration: [{ type: "phone", value: "03 21 00 00 00" }], accessibility: null, holder: null, venue_id: "v1",
} as unknown as EventFacts;

describe("the fields of an event", () => {
  it("are sent as they came when nothing was typed", () => {
    const body = toBody(toValues(event));
    expect(changes(body, toBody(fromBody(body)))).toEqual({});
    expect(body).toEqual({ ...body, age_min: 0, age_max: null, free: null, accessibility: null, keywords: ["étoiles", "nuit"], venue_id: "v1" });
  });
  it("are sent without blanks, empty ways to register or words said twice", () => {
    const body = toBody({ ...toValues(event), title: "  La nuit ", keywords: "nuit, , nuit,terril", registration: [{ type: "link", value: "  " }, { type: "email", value: " a@b.fr " }], conditions: "  " });
    expect(body).toMatchObject({ title: "La nuit", keywords: ["nuit", "terril"], registration: [{ type: "email", value: "a@b.fr" }], conditions: null });
  });
  it("that are no number go as they were typed, for the API to refuse in words", () => {
    expect(toBody({ ...toValues(event), age_min: "sept", age_max: "12" })).toMatchObject({ age_min: "sept", age_max: 12 });
  });
  it("stand each in one group of the policy", () => {
    const told = GROUPS.flatMap(({ fields }) => fields);
    expect(told.toSorted()).toEqual(Object.keys(toBody(toValues(event))).toSorted());
  });
});

describe("a value as it is read", () => {
  const words: Reading = {
    lists: { theme: { health: "Santé" }, school_level: { college: "Collège" } }, yes: "oui", no: "non",
    venue: (id) => (id === "v1" ? "Le Beffroi" : ""), moment: (instant) => `le ${instant}`, ways: { link: "lien", phone: "téléphone", email: "courriel" },
  };
  it("is in words, whatever its kind", () => {
    expect(readable("theme", "health", words)).toBe("Santé");
    expect(readable("school_levels", ["college", "nouveau"], words)).toBe("Collège, nouveau");
    expect(readable("free", false, words)).toBe("non");
    expect(readable("venue_id", "v1", words)).toBe("Le Beffroi");
    expect(readable("starts_at", "2027", words)).toBe("le 2027");
    expect(readable("registration", [{ type: "phone", value: "03" }], words)).toBe("téléphone : 03");
    expect(readable("age_min", 0, words)).toBe("0");
  });
  it("is nothing where nothing is known", () => {
    expect([null, undefined, "", []].map((value) => readable("theme", value, words))).toEqual(["", "", "", ""]);
  });
});
