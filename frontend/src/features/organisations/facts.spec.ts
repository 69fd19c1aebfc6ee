import { describe, expect, it } from "vitest";
import { changes, NO_FACTS, reconcile, spacedSiret, toBody } from "./facts";

const body = toBody({ ...NO_FACTS, name: "La Marmite", kind: "fablab", commune: "Amiens", commune_insee: "80021" });

describe("what is sent", () => {
  it("is nothing rather than an empty text", () => {
    expect(toBody({ ...NO_FACTS, name: " Le Nid ", kind: "library", siret: "552 100 554 00013", website: "  " })).toEqual({
      name: "Le Nid", kind: "library", legal_name: null, siret: "55210055400013", address: null, postal_code: null, commune_name: null, commune_insee: null,
      website: null, email: null, phone: null, description: null, themes: [], offers: [], is_public: false,
    });
  });
  it("is what changed only", () => {
    expect(changes(body, { ...body, name: "La Cocotte", themes: ["health"] })).toEqual({ name: "La Cocotte", themes: ["health"] });
    expect(changes(body, { ...body })).toEqual({});
  });
});

describe("two people who edit the same organisation", () => {
  it("keep both, where they wrote in different fields", () => {
    const { clashes, merged } = reconcile(body, { ...body, phone: "03 22 00 00 00" }, { ...body, website: "https://marmite.example" });
    expect(clashes).toEqual([]);
    expect(merged).toEqual({ ...body, phone: "03 22 00 00 00", website: "https://marmite.example" });
  });
  it("choose, where they wrote different things in the same field", () => {
    const { clashes, merged } = reconcile(body, { ...body, name: "Ma Marmite" }, { ...body, name: "Leur Marmite", phone: "1" });
    expect(clashes).toEqual([{ field: "name", mine: "Ma Marmite", theirs: "Leur Marmite" }]);
    expect(merged).toEqual({ ...body, name: "Ma Marmite", phone: "1" });
  });
  it("agree without knowing, where they wrote the same", () => {
    expect(reconcile(body, { ...body, name: "X" }, { ...body, name: "X" }).clashes).toEqual([]);
  });
});

describe("a SIRET", () => {
  it("is read in groups, and left alone when it is none", () => {
    expect(spacedSiret("55210055400013")).toBe("552\u00a0100\u00a0554\u00a000013");
    expect(spacedSiret("abc")).toBe("abc");
  });
});
