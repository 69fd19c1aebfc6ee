import { describe, expect, it } from "vitest";
import { englishSentence } from "./sentence";

describe("an entry of the register in English", () => {
  it("names whom it is about, then its facts, and why at the end", () => {
    const entry = { words: { name: "Musée", reason: "Autre projet." }, has_words: true, facts: { college: "B", ended_as: "resignation", number: 2, member: "01a2", expected_end_on: "2027-05-06" } };
    expect(englishSentence(entry).replaceAll("\u00a0", " ")).toBe("Musée, college B, reason: resignation, no. 2, expected end 6 May 2027, Autre projet.");
  });
  it("says that names were erased", () => expect(englishSentence({ words: null, has_words: true, facts: { role: "president" } })).toBe("(names erased), office: president"));
});
