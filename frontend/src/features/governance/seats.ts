/** The offices that a new bureau is to fill: those the bylaws require, then those that the board adds. */
import { memberWord, type MemberWords } from "@/programme/memberWords";
import { ROLES, type Bylaws, type Candidate, type Post, type Role, type Rules } from "./calls";
import type { GovernanceWords } from "./words";

export interface Seat {
  role: Role;
  member: string;
  isRequired: boolean;
}

/** Offices that several may hold. */
const SHARED: ReadonlySet<Role> = new Set<Role>(["vice_president", "bureau_member"]);

/** The rules of a day: those of its version, the founding ones where there is none. */
export function rulesOn(day: string, { items, founding_rules: founding }: { items: readonly Bylaws[]; founding_rules: Rules }): Rules {
  return items.find(({ begins_on: first, ends_on: last }) => first <= day && (last === null || day < last))?.rules ?? founding;
}

export const requiredSeats = (rules: Rules): Seat[] => ROLES.filter((role) => rules.required_offices?.includes(role)).map((role) => ({ role, member: "", isRequired: true }));

/** The roles that a seat may be given: one that several hold, or one that no other seat has. */
export const rolesFor = (place: number, seats: readonly Seat[]): Role[] => ROLES.filter((role) => SHARED.has(role) || !seats.some((seat, other) => other !== place && seat.role === role));

/** One more seat, of an office that is not there yet before one that several hold. */
export function withOneMore(seats: readonly Seat[]): Seat[] {
  const role = ROLES.find((each) => !seats.some((seat) => seat.role === each)) ?? "bureau_member";
  return [...seats, { role, member: "", isRequired: false }];
}

/** The first vice-president has rank 1, the second rank 2. */
export const rankOf = (place: number, seats: readonly Seat[]): number => seats.slice(0, place + 1).filter(({ role }) => role === seats[place]?.role).length;

export function officeName(role: Role, rank: number, words: MemberWords, w: Pick<GovernanceWords, "ranked">): string {
  const name = memberWord(words, "office", role);
  return rank === 1 ? name : w.ranked(name, rank);
}

/** Whether a member may fill a seat: one who may stand on the day, of the college that the seat belongs to, if to any. */
export const mayBeCoOpted = (one: Pick<Candidate, "college" | "may_stand">, { college }: Pick<Post, "college">): boolean => one.may_stand && (college === null || college === one.college);
