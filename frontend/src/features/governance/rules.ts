/** The rules of the bylaws as fields: where each lies in what the API gives, what it is, and in which group people look for it. */
import type { Rules } from "./calls";

export type Kind = "number" | "share" | "yes" | "choice" | "day";
export interface Field {
  /** Where it lies, such as `quorum.board.fraction`. */
  path: string;
  kind: Kind;
  /** Bounds of a number, and whether it may be left empty. */
  least?: number;
  most?: number;
  optional?: boolean;
  choices?: readonly string[];
}

const number = (path: string, least: number, most: number, optional = false): Field => ({ path, kind: "number", least, most, optional });
const share = (path: string): Field => ({ path, kind: "share" });
const yes = (path: string): Field => ({ path, kind: "yes" });
const choice = (path: string, ...choices: string[]): Field => ({ path, kind: "choice", choices });
const BODIES = ["general_assembly", "board", "bureau"] as const;
const majority = (kind: string): Field[] => [choice(`majority.${kind}.base`, "cast", "present", "members"), share(`majority.${kind}.fraction`), yes(`majority.${kind}.exceeds`), yes(`majority.${kind}.abstentions_count`)];

export const GROUPS = {
  board: [
    number("minimum_posts", 1, 22), number("maximum_posts", 1, 22), number("term_years", 1, 12), number("renewal_every_years", 1, 12), number("consecutive_terms_limit", 1, 10, true),
    yes("staff_seat"), yes("staff_votes"), yes("staff_may_hold_office"), share("staff_ratio_maximum"), yes("co_option"), yes("co_option_needs_ratification"),
  ],
  bureau: [
    ...(["vice_president", "treasurer", "secretary", "bureau_member"] as const).map((role) => yes(`required.${role}`)), number("office_years", 1, 12),
  ],
  elections: [choice("election.majority", "relative", "absolute"), choice("election.rounds", "1", "2"), choice("election.tie", "eldest_membership", "lot", "second_round"), choice("election.ballots", "secret", "show_of_hands"), yes("vote_needs_fee"), yes("stand_needs_fee"), number("stand_needs_months", 0, 120)],
  meetings: BODIES.flatMap((body) => [
    number(`notice_days.${body}`, 0, 365), share(`quorum.${body}.fraction`), share(`quorum.${body}.second_call_fraction`), number(`proxies.${body}.per_holder`, 0, 50), yes(`proxies.${body}.same_college`),
  ]),
  votes: [...majority("ordinary"), ...majority("extraordinary")],
  duties: [{ path: "fee_grace_until", kind: "day" } as Field, number("declaration_months", 1, 12)],
} satisfies Record<string, Field[]>;
export type Group = keyof typeof GROUPS;
export const FIELDS: readonly Field[] = Object.values(GROUPS).flat();
export type Typed = Record<string, string | boolean>;

function at(rules: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], rules);
}

/** What fields show of rules: texts, and ticks. */
export function typedOf(rules: Rules): Typed {
  const required = rules.required_offices ?? [];
  return Object.fromEntries(FIELDS.map(({ path, kind }) => {
    if (path.startsWith("required.")) return [path, (required as string[]).includes(path.slice(9))];
    const value = at(rules, path);
    return [path, kind === "yes" ? value === true : value === null || value === undefined ? "" : String(value)];
  }));
}

/** Rules as fields say them. The presidency is always required. */
export function rulesOf(typed: Typed): Rules {
  const rules: Record<string, unknown> = { required_offices: ["president", ...FIELDS.filter(({ path }) => path.startsWith("required.") && typed[path] === true).map(({ path }) => path.slice(9))] };
  for (const { path, kind } of FIELDS) {
    if (path.startsWith("required.")) continue;
    const value = typed[path] ?? "";
    const names = path.split(".");
    const last = names.pop() ?? "";
    let place = rules;
    for (const name of names) place = (place[name] ??= {}) as Record<string, unknown>;
    place[last] = kind === "number" || path === "election.rounds" ? (value === "" ? null : Number(value)) : kind === "share" ? String(value).replaceAll(" ", "") : value;
  }
  return rules as unknown as Rules;
}

const SHARE = /^(0|1|[1-9]\d{0,3}\/[1-9]\d{0,3})$/;

/** What is wrong with what was typed, by field. */
export function wrongOf(typed: Typed, words: { number: (least: number, most: number) => string; share: string; day: string }): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const { path, kind, least = 0, most = 0, optional } of FIELDS) {
    const value = String(typed[path] ?? "").trim();
    const isNumber = /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
    if (kind === "number" && !isNumber && !(optional && value === "")) wrong[path] = words.number(least, most);
    if (kind === "share" && !SHARE.test(value.replaceAll(" ", ""))) wrong[path] = words.share;
    if (kind === "day" && !/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)) wrong[path] = words.day;
  }
  return wrong;
}
