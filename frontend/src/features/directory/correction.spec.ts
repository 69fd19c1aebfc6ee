import { describe, expect, it } from "vitest";
import { changes, draftOf, settledIn, unreadable } from "./correction";
import type { Entry } from "./directory";

const MUSEUM: Entry = {
  id: "1", slug: "musee-1", name: "Musée", kind: "museum_science_centre", address: "3 rue Haute", postal_code: "80000", commune_insee: "80021", commune_name: "Amiens", department: "80",
  latitude: 49.894, longitude: 2.295, website: null, email: null, phone: null, description: null, themes: ["astronomy", "environment"], offers: ["visits"], updated_at: "2026-01-01T00:00:00+01:00",
};
const ABBEVILLE = { name: "Abbeville", insee: "80001", department: "80", postal_codes: ["80100"], latitude: 50.1, longitude: 1.83, population: 22_000, event_count: 0 };

describe("a correction", () => {
  it("asks for what differs from the page, and for nothing else", () => {
    const draft = draftOf(MUSEUM);
    expect(changes(MUSEUM, draft)).toEqual({});
    expect(changes(MUSEUM, { ...draft, themes: ["environment", "astronomy"], point: "49,894 2,295", name: " Musée " })).toEqual({});
    expect(changes(MUSEUM, { ...draft, kind: "fablab", address: "", phone: "0322000000", themes: [], offers: ["visits", "loans"] }))
      .toEqual({ kind: "fablab", address: null, phone: "0322000000", themes: [], offers: ["visits", "loans"] });
  });

  it("moves the point with the commune, and back", () => {
    const moved = { ...draftOf(MUSEUM), ...settledIn(MUSEUM, ABBEVILLE) };
    expect(changes(MUSEUM, moved)).toEqual({ commune_insee: "80001", commune_name: "Abbeville", postal_code: "80100", latitude: 50.1, longitude: 1.83 });
    expect({ ...moved, ...settledIn(MUSEUM, { ...ABBEVILLE, name: "Amiens", insee: "80021" }) }).toEqual(draftOf(MUSEUM));
  });

  it("takes the commune and the point away where nothing is written", () => {
    expect(changes(MUSEUM, { ...draftOf(MUSEUM), commune_name: "", commune_insee: "", point: " " })).toEqual({ commune_insee: null, commune_name: null, latitude: null, longitude: null });
  });

  it("does not leave without a name, with a commune that was not chosen or a point that is none", () => {
    expect(unreadable({ ...draftOf(MUSEUM), name: " ", commune_name: "Amie", commune_insee: "", point: "ici" })).toEqual(["name", "commune", "point"]);
    expect(unreadable(draftOf(MUSEUM))).toEqual([]);
  });
});
