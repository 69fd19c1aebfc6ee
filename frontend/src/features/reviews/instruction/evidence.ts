interface EvidenceWords {
  role: Readonly<Record<string, string>>;
  source: Readonly<Record<string, string>>;
  domain: (name: string) => string;
}

const text = (value: unknown): string | null => (typeof value === "string" && value.trim() ? value.trim() : null);

/** What a conflict rests on, in words: organisations with what they are there, domains of addresses, what was told. */
export function evidenceWords(evidence: readonly Record<string, unknown>[], words: EvidenceWords): string {
  const parts = evidence.map((each) => {
    const told = text(each["reason"]);
    if (told) return told;
    const domain = text(each["domain"]);
    if (domain) return words.domain(domain);
    const name = text(each["organisation"]);
    const about = [words.role[text(each["role"]) ?? ""], words.source[text(each["source"]) ?? ""]].filter(Boolean).join(", ");
    return name ? (about ? `${name} (${about})` : name) : about;
  });
  return [...new Set(parts.filter(Boolean))].join(" · ");
}
