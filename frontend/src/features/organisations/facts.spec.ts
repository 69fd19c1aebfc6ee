import { describe, expect, it } from "vitest";
import { NO_FACTS, spacedSiret, toBody } from "./facts";

describe("what is sent", () => {
  it("is nothing rather than an empty text", () => {
    expect(toBody({ ...NO_FACTS, name: " Le Nid ", kind: "library", siret: "552 100 554 00013", website: "  " })).toEqual({
      name: "Le Nid", kind: "library", legal_name: null, siret: "55210055400013", address: null, postal_code: null, commune_name: null, commune_insee: null,
      website: null, email: null, phone: null, description: null, themes: [], offers: [], is_public: false,
    });
  });
});

describe("a SIRET", () => {
  it("is read in groups, and left alone when it is none", () => {
    expect(spacedSiret("55210055400013")).toBe("552\u00a0100\u00a0554\u00a000013");
    expect(spacedSiret("abc")).toBe("abc");
  });
});
