import { describe, expect, it } from "vitest";
import { count, safeUrl, unbroken } from "./text";

const NBSP = "\u00a0";

describe("counting in words", () => {
  it.each([[0, "commune"], [1, "commune"], [2, "communes"]])("%i in French", (n, word) => {
    expect(count(n, "commune", "communes")).toBe(`${n}${NBSP}${word}`);
  });
  it.each([[0, "towns"], [1, "town"], [2, "towns"]])("%i in English", (n, word) => {
    expect(count(n, "town", "towns", "en")).toBe(`${n}${NBSP}${word}`);
  });
});

describe("addresses from a feed", () => {
  it.each(["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//evil", "", "ftp://x/y", null])("%s is not followed", (text) => {
    expect(safeUrl(text)).toBeNull();
  });
  it("keeps web addresses", () => {
    expect(safeUrl("https://exemple.fr/a?b=c")).toBe("https://exemple.fr/a?b=c");
  });
});

describe("French typography", () => {
  it("keeps its signs with their words", () => {
    expect(unbroken("Amiens : « vingt mille lieux » ? Oui !")).toBe(`Amiens${NBSP}: «${NBSP}vingt mille lieux${NBSP}»${NBSP}? Oui${NBSP}!`);
    expect(unbroken("10:30, a;b")).toBe("10:30, a;b");
  });
});
