import { describe, expect, it } from "vitest";
import { keepForwarding, readForwarding, toForwarding, type Forwarding } from "./forwarding";

const KNOWN: Forwarding = {
  organisation_id: "college", organisation_name: "Collège Berlioz", "contact.name": "Ada", "contact.email": "ada@exemple.fr", starts_on: "", ends_on: "",
  "place_of_use.name": "", "place_of_use.address": "", "place_of_use.commune_insee": "", commune: "", message: "",
};

function storage(texts: Record<string, string> = {}) {
  return { getItem: (name: string) => texts[name] ?? null, setItem: (name: string, value: string) => { texts[name] = value; }, removeItem: (name: string) => { delete texts[name]; } };
}

describe("a request to forward", () => {
  it("is kept for its account and its item until it is sent", () => {
    const kept = storage();
    const written = { ...KNOWN, message: "Pour la fête", starts_on: "2031-10-06" };
    keepForwarding("ada", "abeilles", written, kept);
    expect(readForwarding("ada", "abeilles", KNOWN, kept)).toEqual(written);
    expect(readForwarding("bob", "abeilles", KNOWN, kept)).toEqual(KNOWN);
    expect(readForwarding("ada", "ondes", KNOWN, kept)).toEqual(KNOWN);
    keepForwarding("ada", "abeilles", null, kept);
    expect(readForwarding("ada", "abeilles", KNOWN, kept)).toEqual(KNOWN);
  });
  it("takes nothing from what cannot be read", () => {
    const name = "ombelle.demande-transmise.ada.abeilles";
    expect(readForwarding("ada", "abeilles", KNOWN, storage({ [name]: "{" }))).toEqual(KNOWN);
    expect(readForwarding("ada", "abeilles", KNOWN, storage({ [name]: '{"message": 3, "other": "x"}' }))).toEqual(KNOWN);
  });
  it("is sent as the API takes it", () => {
    const values = { ...KNOWN, starts_on: "2031-10-06", ends_on: "2031-10-10", "place_of_use.name": " CDI ", "place_of_use.commune_insee": "80021", commune: "Amiens" };
    expect(toForwarding(values)).toEqual({
      organisation_id: "college", starts_on: "2031-10-06", ends_on: "2031-10-10", message: null, contact: { name: "Ada", email: "ada@exemple.fr" },
      place_of_use: { name: "CDI", address: null, commune_insee: "80021", commune_name: "Amiens" },
    });
  });
});
