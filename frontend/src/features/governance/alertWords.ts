/** The sentences of alerts, one a code. */
import { count, plural } from "@/lib/text";
import type { Alert } from "./calls";

/** What an alert tells, made ready to be read: days written out, posts and offices named. */
export interface ToldAlert {
  count: number;
  limit: number;
  share: string;
  halves: readonly number[];
  group: number;
  /** « siège 4 », « sièges 4, 7 ». */
  posts: string;
  roles: readonly string[];
  since: string;
  due: string;
  name: string;
}
type AlertWords = Record<Alert["code"], (told: ToldAlert) => string>;

export const FR_ALERTS: AlertWords = {
  bylaws_missing: () => "Aucune version des statuts n’est enregistrée pour ce jour.",
  too_few_members: ({ count: n, limit }) => `Le conseil compte ${count(n, "membre élu", "membres élus")} ; les statuts en demandent au moins ${limit}.`,
  too_many_posts: ({ count: n, limit }) => `Il y a ${count(n, "siège", "sièges")} ; les statuts en prévoient au plus ${limit}.`,
  staff_ratio: ({ count: n, share }) => `Le siège de l’équipe fait une voix sur ${n} ; les statuts permettent au plus ${share}.`,
  halves_unbalanced: ({ halves }) => `Les deux moitiés ne se valent pas : ${halves.join(" et ")} sièges.`,
  posts_vacant: ({ posts }) => `À pourvoir : ${posts}.`,
  renewal_overdue: ({ due, group, posts }) => `Le renouvellement attendu le ${due} n’a pas eu lieu : groupe ${group}, ${posts}.`,
  term_ending: ({ due, group, posts }) => `Des mandats finissent vers le ${due} : groupe ${group}, ${posts}.`,
  office_vacant: ({ roles }) => `${plural(roles.length, "Une fonction obligatoire est vacante", "Des fonctions obligatoires sont vacantes")} : ${roles.join(", ")}.`,
  bureau_to_renew: ({ since }) => `Le conseil a été renouvelé le ${since} : il doit élire le nouveau bureau.`,
  offices_expired: ({ due, roles }) => `${plural(roles.length, "Une fonction du bureau devait", "Des fonctions du bureau devaient")} finir le ${due} : ${roles.join(", ")}. Le conseil doit élire son bureau.`,
  representative_missing: ({ name, posts }) => `${name} n’a pas de représentant : ${posts}.`,
  ratification_awaited: ({ since, posts }) => `La cooptation du ${since} attend l’assemblée générale : ${posts}.`,
  college_differs: ({ posts }) => `Des membres siègent pour un autre collège que le leur : ${posts}.`,
};
export const EN_ALERTS: AlertWords = {
  bylaws_missing: () => "No version of the bylaws is recorded for this day.",
  too_few_members: ({ count: n, limit }) => `The board has ${count(n, "elected member", "elected members", "en")}; the bylaws want ${limit} at least.`,
  too_many_posts: ({ count: n, limit }) => `There are ${count(n, "seat", "seats", "en")}; the bylaws provide for ${limit} at most.`,
  staff_ratio: ({ count: n, share }) => `The team’s seat is one voice of ${n}; the bylaws allow ${share} at most.`,
  halves_unbalanced: ({ halves }) => `The two halves are not even: ${halves.join(" and ")} seats.`,
  posts_vacant: ({ posts }) => `To be filled: ${posts}.`,
  renewal_overdue: ({ due, group, posts }) => `The renewal expected on ${due} has not taken place: group ${group}, ${posts}.`,
  term_ending: ({ due, group, posts }) => `Terms end about ${due}: group ${group}, ${posts}.`,
  office_vacant: ({ roles }) => `${plural(roles.length, "A required office is", "Required offices are", "en")} vacant: ${roles.join(", ")}.`,
  bureau_to_renew: ({ since }) => `The board was renewed on ${since}: it has to elect the new bureau.`,
  offices_expired: ({ due, roles }) => `${plural(roles.length, "An office of the bureau was", "Offices of the bureau were", "en")} to end on ${due}: ${roles.join(", ")}. The board has to elect its bureau.`,
  representative_missing: ({ name, posts }) => `${name} has no representative: ${posts}.`,
  ratification_awaited: ({ since, posts }) => `The co-option of ${since} waits for the general assembly: ${posts}.`,
  college_differs: ({ posts }) => `Members sit for a college that is not theirs: ${posts}.`,
};
export const postsIn = {
  fr: (numbers: readonly number[]) => `${plural(numbers.length, "siège", "sièges")} ${numbers.join(", ")}`,
  en: (numbers: readonly number[]) => `${plural(numbers.length, "seat", "seats", "en")} ${numbers.join(", ")}`,
};
