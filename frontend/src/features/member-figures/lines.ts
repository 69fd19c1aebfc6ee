/** The figures of a year, in the order of the yearly report. Plain data: the page draws it. */
import type { MemberReport } from "./calls";

export type LineKey = "members" | "legal" | "natural" | "new_members" | "departures" | "fees_called" | "fees_received" | "fees_waived" | "fees_remaining" | "fees_received_in_year"
  | "board" | "board_legal" | "board_natural" | "board_staff" | "officers" | "board_meetings" | "general_assemblies";
export type Group = "people" | "money" | "governance";

export interface Line {
  key: LineKey;
  unit?: "euros";
  /** The figure whose rows it opens, and which part of it. */
  opens: { figure: string; value?: string } | null;
  now: (report: MemberReport) => number;
  /** Of the year before; nothing where the report does not tell. */
  before?: (figures: NonNullable<MemberReport["previous"]>) => number;
}

export const GROUPS: readonly { group: Group; lines: readonly Line[] }[] = [
  { group: "people", lines: [
    { key: "members", opens: { figure: "members" }, now: ({ members }) => members.members, before: (past) => past.members },
    { key: "legal", opens: { figure: "members_by_kind", value: "legal" }, now: ({ members }) => members.members_by_kind.legal, before: (past) => past.members_by_kind.legal },
    { key: "natural", opens: { figure: "members_by_kind", value: "natural" }, now: ({ members }) => members.members_by_kind.natural, before: (past) => past.members_by_kind.natural },
    { key: "new_members", opens: { figure: "new_members" }, now: ({ members }) => members.new_members, before: (past) => past.new_members },
    { key: "departures", opens: { figure: "departures" }, now: ({ departures }) => departures.total },
  ] },
  { group: "money", lines: [
    { key: "fees_called", unit: "euros", opens: { figure: "fees_called" }, now: ({ fees }) => fees.called_eur },
    { key: "fees_received", unit: "euros", opens: { figure: "fees_received" }, now: ({ members }) => members.fees_eur, before: (past) => past.fees_eur },
    { key: "fees_waived", unit: "euros", opens: { figure: "fees_waived" }, now: ({ fees }) => fees.waived_eur },
    { key: "fees_remaining", unit: "euros", opens: { figure: "fees_remaining" }, now: ({ fees }) => fees.remaining_eur },
    { key: "fees_received_in_year", unit: "euros", opens: { figure: "fees_received_in_year" }, now: ({ fees }) => fees.received_in_year_eur },
  ] },
  { group: "governance", lines: [
    { key: "board", opens: null, now: ({ members }) => members.board.total, before: (past) => past.board.total },
    { key: "board_legal", opens: { figure: "board", value: "legal" }, now: ({ members }) => members.board.legal, before: (past) => past.board.legal },
    { key: "board_natural", opens: { figure: "board", value: "natural" }, now: ({ members }) => members.board.natural, before: (past) => past.board.natural },
    { key: "board_staff", opens: null, now: ({ members }) => members.board.staff, before: (past) => past.board.staff },
    { key: "officers", opens: { figure: "officers" }, now: ({ members }) => members.officers, before: (past) => past.officers },
    { key: "board_meetings", opens: { figure: "board_meetings" }, now: ({ members }) => members.board_meetings, before: (past) => past.board_meetings },
    { key: "general_assemblies", opens: { figure: "general_assemblies" }, now: ({ members }) => members.general_assemblies, before: (past) => past.general_assemblies },
  ] },
];

export const BREAKDOWNS = ["by_college", "by_department", "by_kind", "by_fee_category"] as const;
/** Every figure that opens rows. */
export const OPENED: readonly string[] = [...new Set([...GROUPS.flatMap(({ lines }) => lines.flatMap(({ opens }) => opens?.figure ?? [])), ...BREAKDOWNS])];

type Search = Partial<Record<string, unknown>>;
// The router may read what looks like a number as one.
const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** What the addresses of figures hold: `?annee=2026&valeur=59`. */
export function readAsked(search: Search): { year: number | null; value: string | undefined } {
  const year = textOf(search.annee);
  return { year: /^(199\d|2[01]\d\d)$/.test(year) ? Number(year) : null, value: textOf(search.valeur).slice(0, 100) || undefined };
}

export const toSearch = ({ year, value }: { year?: number | null | undefined; value?: string | undefined }): Record<string, string | undefined> => ({ annee: year ? String(year) : undefined, valeur: value });
