import { count, plural } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
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

export const useGovernanceWords = spaceWords(
  {
    title: "Gouvernance", lead: "Qui siège où, jusqu’à quand, et ce qui demande votre attention.", loading: "Le conseil se réunit…", publicPage: "La page publique",
    statutes: "Les statuts", elections: "Les élections", declarations: "Les déclarations", sections: "Sur cette page",
    attention: "À surveiller", allWell: "Rien à signaler : les sièges, le bureau et les mandats sont en ordre.", severity: { urgent: "À faire", soon: "Bientôt", notice: "À savoir" }, alert: FR_ALERTS, posts: postsIn.fr,
    bureau: "Bureau", noBureau: "Aucun bureau n’est élu.", elect: "Élire le bureau", electTitle: "Le bureau qu’a élu le conseil", electText: "Le bureau précédent prend fin ce jour-là. La déclaration à l’État s’ouvre d’elle-même.", on: "Le jour", onEnd: "À partir du", onEndHint: "Le premier jour sans.", nobody: "Personne", elected: "Le bureau est enregistré, la déclaration est ouverte.", wholeOf: (n: number) => `${n}e vice-présidence`,
    electGo: "Enregistrer le bureau", dayNeeded: "Choisissez un jour.", oneNeeded: "Choisissez au moins une personne.",
    board: "Conseil d’administration", boardLead: (filled: number, size: number, vacant: number) => [`${count(filled, "siège pourvu", "sièges pourvus")} sur ${size}`, vacant > 0 && `${count(vacant, "vacant", "vacants")}`].filter(Boolean).join(", "), noPosts: "Aucun siège n’existe encore. Créez-les, puis élisez ou enregistrez ceux qui les occupent.",
    number: "Siège", group: "Groupe", groupOf: (n: number) => `groupe ${n}`, college: "Collège", any: "tous", holder: "Membre", representative: "Représentant", noRepresentative: "À désigner", since: "Depuis", sinceDay: (day: string) => `depuis le ${day}`, until2: "Jusque vers", actions: "Actions", vacant: "Vacant", coOptedMark: "Coopté, à ratifier", renewal: (day: string) => `jusqu’au ${day}`,
    end: "Mettre fin", endOf: (name: string) => `Mettre fin au mandat : ${name}`, endTitle: (name: string) => `Fin du mandat de ${name}`, endText: "La fonction au bureau prend fin le même jour, et la déclaration à l’État s’ouvre d’elle-même.", endedAs: "Pourquoi", why: "Précisions", whyHint: "Pour le registre ; facultatif.", endGo: "Mettre fin au mandat", ended: "Le mandat a pris fin, la déclaration est ouverte.", choose: "Choisir",
    asNeeded: "Dites pourquoi.", coOpt: "Coopter", coOptOf: (n: number) => `Coopter au siège ${n}`, coOptTitle: (n: number) => `Coopter un membre au siège ${n}`, coOptText: (day: string) => `Pour ce qui reste du mandat, jusqu’au ${day}. La déclaration à l’État s’ouvre d’elle-même.`, coOptTextUnknown: "Pour ce qui reste du mandat.", member: "Membre", memberNeeded: "Choisissez un membre.", expectedEnd: "Fin prévue du mandat", coOpted: "La cooptation est enregistrée.", coOptGo: "Coopter ce membre",
    ratify: "Ratifier", ratifyOf: (name: string) => `Ratifier la cooptation : ${name}`, ratifyTitle: (name: string) => `L’assemblée a ratifié la cooptation de ${name}`, ratified: "La cooptation est ratifiée.", refuse: "Ne pas ratifier", refuseOf: (name: string) => `Ne pas ratifier la cooptation : ${name}`, refuseTitle: (name: string) => `L’assemblée n’a pas ratifié la cooptation de ${name}`, refuseText: "Le mandat prend fin ce jour-là, le siège redevient vacant.", refused: "Le siège est à nouveau vacant.",
    endOffice: "Mettre fin", endOfficeOf: (role: string, name: string) => `Mettre fin à la fonction : ${role}, ${name}`, endOfficeTitle: (role: string) => `Fin de la fonction : ${role}`, endOfficeText: "Le mandat au conseil continue.", endOfficeGo: "Mettre fin à la fonction", officeEnded: "La fonction a pris fin.",
    create: "Créer un siège", createTitle: "Un nouveau siège", createGo: "Créer ce siège", created: "Le siège est créé.", numberField: "Numéro", groupField: "Groupe de renouvellement", collegeField: "Collège", anyCollege: "Tous les collèges", begins: "Existe à partir du", numberNeeded: "Écrivez un numéro de 1 à 22.",
    abolish: "Supprimer", abolishOf: (n: number) => `Supprimer le siège ${n}`, abolishTitle: (n: number) => `Supprimer le siège ${n}`, abolishText: "Qui l’occupe le quitte ce jour-là. Le registre garde son histoire.", abolishGo: "Supprimer ce siège", abolished: "Le siège est supprimé.",
    past: "Mandats terminés", pastCount: (n: number) => count(n, "mandat terminé", "mandats terminés"), pastNone: "Aucun mandat n’a encore pris fin.", pastLine: (n: number, first: string, last: string) => `siège ${n}, du ${first} au ${last}`, back: "Revenir",
    rules: "Réunions", rulesLead: "Ce que disent les statuts du jour.", members: (n: number) => count(n, "membre", "membres"), quorum: (share: string) => (share === "0" ? "sans quorum" : `quorum de ${share}`), proxies: (n: number) => (n === 0 ? "pas de pouvoir" : count(n, "pouvoir par personne", "pouvoirs par personne")), notice: (n: number) => `convocation ${count(n, "jour", "jours")} avant`, staffSeat: "avec le siège de l’équipe",
  },
  {
    title: "Governance", lead: "Who sits where, until when, and what needs your attention.", loading: "The board is meeting…", publicPage: "The public page",
    statutes: "The bylaws", elections: "Elections", declarations: "Declarations", sections: "On this page",
    attention: "To look after", allWell: "Nothing to report: seats, bureau and terms are in order.", severity: { urgent: "To do", soon: "Soon", notice: "Good to know" }, alert: EN_ALERTS, posts: postsIn.en,
    bureau: "Bureau", noBureau: "No bureau is elected.", elect: "Elect the bureau", electTitle: "The bureau that the board elected", electText: "The bureau before ends that day. The declaration to the State opens by itself.", on: "The day", onEnd: "From", onEndHint: "The first day without.", nobody: "Nobody", elected: "The bureau is recorded, the declaration is open.", wholeOf: (n) => `Vice-president ${n}`,
    electGo: "Record the bureau", dayNeeded: "Choose a day.", oneNeeded: "Choose one person at least.",
    board: "Board", boardLead: (filled, size, vacant) => [`${count(filled, "seat filled", "seats filled", "en")} of ${size}`, vacant > 0 && `${vacant} vacant`].filter(Boolean).join(", "), noPosts: "There is no seat yet. Create them, then elect or record who holds them.",
    number: "Seat", group: "Group", groupOf: (n) => `group ${n}`, college: "College", any: "any", holder: "Member", representative: "Representative", noRepresentative: "To be named", since: "Since", sinceDay: (day) => `since ${day}`, until2: "Until about", actions: "Actions", vacant: "Vacant", coOptedMark: "Co-opted, to be ratified", renewal: (day) => `until ${day}`,
    end: "End", endOf: (name) => `End the term: ${name}`, endTitle: (name) => `End of the term of ${name}`, endText: "The office ends the same day, and the declaration to the State opens by itself.", endedAs: "Why", why: "Details", whyHint: "For the register; optional.", endGo: "End the term", ended: "The term has ended, the declaration is open.", choose: "Choose",
    asNeeded: "Say why.", coOpt: "Co-opt", coOptOf: (n) => `Co-opt to seat ${n}`, coOptTitle: (n) => `Co-opt a member to seat ${n}`, coOptText: (day) => `For what remains of the term, until ${day}. The declaration to the State opens by itself.`, coOptTextUnknown: "For what remains of the term.", member: "Member", memberNeeded: "Choose a member.", expectedEnd: "Expected end of the term", coOpted: "The co-option is recorded.", coOptGo: "Co-opt this member",
    ratify: "Ratify", ratifyOf: (name) => `Ratify the co-option: ${name}`, ratifyTitle: (name) => `The assembly ratified the co-option of ${name}`, ratified: "The co-option is ratified.", refuse: "Do not ratify", refuseOf: (name) => `Do not ratify the co-option: ${name}`, refuseTitle: (name) => `The assembly did not ratify the co-option of ${name}`, refuseText: "The term ends that day, the seat is vacant again.", refused: "The seat is vacant again.",
    endOffice: "End", endOfficeOf: (role, name) => `End the office: ${role}, ${name}`, endOfficeTitle: (role) => `End of the office: ${role}`, endOfficeText: "The board term goes on.", endOfficeGo: "End the office", officeEnded: "The office has ended.",
    create: "Create a seat", createTitle: "A new seat", createGo: "Create this seat", created: "The seat is created.", numberField: "Number", groupField: "Renewal group", collegeField: "College", anyCollege: "Any college", begins: "Exists from", numberNeeded: "Write a number from 1 to 22.",
    abolish: "Abolish", abolishOf: (n) => `Abolish seat ${n}`, abolishTitle: (n) => `Abolish seat ${n}`, abolishText: "Whoever holds it leaves it that day. The register keeps its history.", abolishGo: "Abolish this seat", abolished: "The seat is abolished.",
    past: "Terms that ended", pastCount: (n) => count(n, "term that ended", "terms that ended", "en"), pastNone: "No term has ended yet.", pastLine: (n, first, last) => `seat ${n}, from ${first} to ${last}`, back: "Back",
    rules: "Meetings", rulesLead: "What the bylaws of the day say.", members: (n) => count(n, "member", "members", "en"), quorum: (share) => (share === "0" ? "no quorum" : `quorum of ${share}`), proxies: (n) => (n === 0 ? "no proxy" : count(n, "proxy each", "proxies each", "en")), notice: (n) => `convened ${count(n, "day", "days", "en")} ahead`, staffSeat: "with the team’s seat",
  },
);

export type GovernanceWords = ReturnType<typeof useGovernanceWords>["w"];
