import { describe, expect, it } from "vitest";
import { evidenceWords } from "./evidence";

const WORDS = { role: { lead: "chef de file" }, source: { membership: "y a un compte" }, domain: (name: string) => `@${name}` };

describe("evidence", () => {
  it("is told in words, once each", () => {
    expect(evidenceWords([{ organisation_id: "1", organisation: "Labo", role: "lead", source: "membership" }], WORDS)).toBe("Labo (chef de file, y a un compte)");
    expect(evidenceWords([{ domain: "labo.fr" }, { domain: "labo.fr" }, { domain: "univ.fr" }], WORDS)).toBe("@labo.fr · @univ.fr");
    expect(evidenceWords([{ reason: " A monté le budget. " }], WORDS)).toBe("A monté le budget.");
  });

  it("says nothing of what it does not know", () => {
    expect(evidenceWords([{ organisation_id: "1", role: "new", source: 3 }, {}], WORDS)).toBe("");
    expect(evidenceWords([{ organisation: "Labo", role: "new" }], WORDS)).toBe("Labo");
  });
});
