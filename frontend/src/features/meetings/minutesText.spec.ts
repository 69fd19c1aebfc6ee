import { expect, it } from "vitest";
import { minutesBlocks } from "./minutesText";

it("reads headings, lists and paragraphs from the lines of minutes, and nothing else", () => {
  expect(minutesBlocks("# Présents (2)\n— Atelier\n— Brasserie\n\n#1 n’est pas un titre\n— Cinéma\n<b># brut</b>\n")).toEqual([
    { kind: "heading", text: "Présents (2)" },
    { kind: "list", points: ["Atelier", "Brasserie"] },
    { kind: "paragraph", text: "#1 n’est pas un titre" },
    { kind: "list", points: ["Cinéma"] },
    { kind: "paragraph", text: "<b># brut</b>" },
  ]);
});
