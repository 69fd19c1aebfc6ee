import { describe, expect, it } from "vitest";
import { formatAmount, formatNumber, formatSize } from "./amounts";

/** With plain spaces, whichever unbroken one the browser's tables hold. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

describe("amounts", () => {
  it.each([[125_000, "1 250 €"], [125_050, "1 250,50 €"], [0, "0 €"], [-5, "-0,05 €"]])("%i cents in French", (cents, words) => expect(plain(formatAmount(cents, "fr"))).toBe(words));
  it("are told in English too", () => expect(formatAmount(125_000, "en")).toBe("€1,250"));
  it("and plain numbers", () => expect(plain(formatNumber(12_500.5, "fr"))).toBe("12 500,5"));
});

describe("sizes of files", () => {
  it.each([[840_000, "840 ko"], [1_234_567, "1,2 Mo"], [20_000_000, "20 Mo"], [12, "0,1 ko"]])("%i bytes", (bytes, words) => expect(plain(formatSize(bytes, "fr"))).toBe(words));
});
