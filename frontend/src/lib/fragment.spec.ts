import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { linkSecret, ownPath } from "./fragment";

describe("the secret of a link", () => {
  it("is read behind #lien=", () => expect(linkSecret("#lien=aB3_-x")).toBe("aB3_-x"));
  it("is absent of another fragment", () => expect(linkSecret("#main")).toBeNull());
  it("is absent when empty", () => expect(linkSecret("#lien=")).toBeNull());
});

describe("a page of ours", () => {
  beforeEach(() => vi.stubGlobal("location", { origin: "https://ombelle.example" }));
  afterEach(() => vi.unstubAllGlobals());
  it("keeps its path, its search and its fragment", () => expect(ownPath("/espace/jetons?a=1#b", "/espace")).toBe("/espace/jetons?a=1#b"));
  it.each(["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs.example", "javascript:alert(1)", "espace", "", undefined, 3])("is never %s", (wanted) => {
    expect(ownPath(wanted, "/espace")).toBe("/espace");
  });
});
