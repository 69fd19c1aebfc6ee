/** Which lines of the table are shown, and in what order. */
import { isWorthALook, share, type Glance } from "./comparing";
import type { Line } from "./lines";

export const SHOWS = ["all", "undecided", "labelled", "waitlisted", "not_labelled", "look"] as const;
export type Show = (typeof SHOWS)[number];
export const ORDERS = ["number", "mean", "spread", "requested", "department", "rank"] as const;
export type Order = (typeof ORDERS)[number];

const folded = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLocaleLowerCase("fr");

/** The lines that are asked for; a search looks at titles, organisations and whole numbers, without minding accents. */
export function shownOnly(lines: readonly Line[], looks: ReadonlyMap<string, Glance>, show: Show, q: string): Line[] {
  const words = folded(q.trim()).split(/\s+/).filter(Boolean);
  return lines.filter(({ dossier, wish }) => {
    const look = looks.get(dossier.application_id);
    if (show === "look" ? !look || !isWorthALook(look) : show !== "all" && (wish?.decision ?? "undecided") !== show) return false;
    const text = folded(`${dossier.title ?? ""} ${dossier.organisation_name ?? ""}`);
    return words.every((word) => text.includes(word) || word === String(dossier.number));
  });
}

/** What a line is ranked by, the least first; null comes last. */
const MEASURES: Record<Order, (line: Line) => number | string | null> = {
  number: ({ dossier }) => dossier.number,
  mean: ({ dossier }) => { const mean = share(dossier); return mean === null ? null : -mean; },
  spread: ({ dossier: { scores } }) => (scores?.spread === null || scores?.spread === undefined ? null : -scores.spread),
  requested: ({ dossier }) => (dossier.requested_cents === null ? null : -dossier.requested_cents),
  department: ({ dossier }) => dossier.department,
  rank: ({ dossier, wish }) => wish?.rank ?? dossier.present_rank,
};

export function arranged(lines: readonly Line[], order: Order): Line[] {
  const measure = MEASURES[order];
  return lines.toSorted((one, other) => {
    const [a, b] = [measure(one), measure(other)];
    const first = a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
    return first || one.dossier.number - other.dossier.number;
  });
}
