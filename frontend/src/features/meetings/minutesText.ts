/** The lines of minutes as they are shown: headings, lists and paragraphs; the same as in their PDF. */
export type MinutesBlock = { kind: "heading" | "paragraph"; text: string } | { kind: "list"; points: string[] };

export function minutesBlocks(text: string): MinutesBlock[] {
  const blocks: MinutesBlock[] = [];
  for (const line of text.split("\n")) {
    const last = blocks.at(-1);
    if (line.startsWith("# ")) blocks.push({ kind: "heading", text: line.slice(2).trim() });
    else if (line.startsWith("— ")) {
      const point = line.slice(2).trim();
      if (last?.kind === "list") last.points.push(point);
      else blocks.push({ kind: "list", points: [point] });
    } else if (line.trim()) blocks.push({ kind: "paragraph", text: line.trim() });
  }
  return blocks;
}
