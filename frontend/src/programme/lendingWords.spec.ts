import { describe, expect, it } from "vitest";
import { LENDING_WORDS, lendingWord, type LendingList } from "./lendingWords";

const LISTS = Object.keys(LENDING_WORDS.fr) as LendingList[];

describe.each(["fr", "en"] as const)("the words of loans in %s", (lang) => {
  // The compiler holds every code against the API's; what it cannot see is a word left empty, or one word for two things.
  it.each(LISTS)("tells the values of %s apart", (list) => {
    const words = Object.values(LENDING_WORDS[lang][list]);
    expect(words.every((word) => word.trim() === word && word !== "")).toBe(true);
    expect(new Set(words).size).toBe(words.length);
  });

  it("keeps typographic apostrophes", () => expect(JSON.stringify(LENDING_WORDS[lang])).not.toContain("'"));
});

it("reads a code that is newer than the page", () => {
  expect(lendingWord(LENDING_WORDS.fr, "status", "held")).toBe("Option posée");
  expect(lendingWord(LENDING_WORDS.fr, "status", "teleported")).toBe("teleported");
});
