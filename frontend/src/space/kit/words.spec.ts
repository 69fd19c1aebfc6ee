import { describe, expect, it, vi } from "vitest";

vi.mock("@/lib/i18n", () => ({ useWords: () => ({ t: {}, lang: "fr" }) }));
const { spaceWords } = await import("./words");

describe("words of the workspace", () => {
  const useIt = spaceWords(
    { plain: "Quoi ?", made: (name: string) => `« ${name} » : oui`, list: ["Ah !"], named: { role: "Qui ?" } },
    { plain: "What?", made: (name) => `“${name}”: yes`, list: ["Ah!"], named: { role: "Who?" } },
  );
  it("keep French spaces unbroken, however they are made", () => {
    const { w } = useIt();
    expect([w.plain, w.made("Zoé"), w.list, w.named.role]).toEqual(["Quoi\u00a0?", "«\u00a0Zoé\u00a0»\u00a0: oui", ["Ah\u00a0!"], "Qui\u00a0?"]);
  });
});
