import { spaceWords } from "@/space/kit/words";
import type { Group } from "./rules";

const FR_BODY: Record<string, string> = { general_assembly: "Assemblée générale", board: "Conseil", bureau: "Bureau" };
const EN_BODY: Record<string, string> = { general_assembly: "General assembly", board: "Board", bureau: "Bureau" };
const FR_MEETING: Record<string, (body: string) => string> = {
  "notice_days": (body) => `${body} : convoqué tant de jours avant`, "fraction": (body) => `${body} : quorum`, "second_call_fraction": (body) => `${body} : quorum au second appel`,
  "per_holder": (body) => `${body} : pouvoirs par personne`, "same_college": (body) => `${body} : pouvoirs dans le même collège seulement`,
};
const EN_MEETING: Record<string, (body: string) => string> = {
  "notice_days": (body) => `${body}: convened so many days ahead`, "fraction": (body) => `${body}: quorum`, "second_call_fraction": (body) => `${body}: quorum at the second call`,
  "per_holder": (body) => `${body}: proxies each`, "same_college": (body) => `${body}: proxies within one college only`,
};
const FR_FIELD: Record<string, string> = {
  minimum_posts: "Sièges élus, au moins", maximum_posts: "Sièges élus, au plus", term_years: "Durée d’un mandat, en années", renewal_every_years: "Renouvellement d’une moitié, en années", consecutive_terms_limit: "Mandats de suite, au plus",
  staff_seat: "Un siège de l’équipe", staff_votes: "Ce siège a une voix", staff_may_hold_office: "Il peut entrer au bureau", staff_ratio_maximum: "Part de l’équipe au conseil, au plus", co_option: "Cooptation possible", co_option_needs_ratification: "Cooptation à ratifier par l’assemblée",
  "required.vice_president": "Vice-présidence obligatoire", "required.treasurer": "Trésorerie obligatoire", "required.secretary": "Secrétariat obligatoire", "required.bureau_member": "Autre membre obligatoire", office_years: "Durée d’une fonction, en années",
  "election.majority": "Majorité au premier tour", "election.rounds": "Tours", "election.tie": "En cas d’égalité", "election.ballots": "Bulletins", vote_needs_fee: "Voter demande une cotisation à jour", stand_needs_fee: "Être candidat demande une cotisation à jour", stand_needs_months: "Ancienneté pour être candidat, en mois",
  fee_grace_until: "Cotisation de l’an passé valable jusqu’au (mois-jour)", declaration_months: "Délai pour déclarer, en mois",
  base: "la base", fraction: "la part", exceeds: "il faut plus que la part", abstentions_count: "les abstentions comptent",
};
const EN_FIELD: Record<string, string> = {
  minimum_posts: "Elected seats, at least", maximum_posts: "Elected seats, at most", term_years: "Length of a term, in years", renewal_every_years: "Half renewed every … years", consecutive_terms_limit: "Terms in a row, at most",
  staff_seat: "A seat of the team", staff_votes: "That seat has a vote", staff_may_hold_office: "It may join the bureau", staff_ratio_maximum: "Share of the team on the board, at most", co_option: "Co-option allowed", co_option_needs_ratification: "Co-options are ratified by the assembly",
  "required.vice_president": "Vice-president required", "required.treasurer": "Treasurer required", "required.secretary": "Secretary required", "required.bureau_member": "Another member required", office_years: "Length of an office, in years",
  "election.majority": "Majority of the first round", "election.rounds": "Rounds", "election.tie": "In case of a tie", "election.ballots": "Ballots", vote_needs_fee: "Voting needs a settled fee", stand_needs_fee: "Standing needs a settled fee", stand_needs_months: "Membership before standing, in months",
  fee_grace_until: "Last year’s fee holds until (month-day)", declaration_months: "Time to declare, in months",
  base: "the base", fraction: "the share", exceeds: "more than the share is needed", abstentions_count: "abstentions count",
};

const named = (fields: Record<string, string>, bodies: Record<string, string>, meetings: Record<string, (body: string) => string>, kinds: Record<string, string>) => (path: string): string => {
  const own = fields[path];
  if (own) return own;
  const [first = "", second = "", third = ""] = path.split(".");
  if (first === "majority") return `${kinds[second] ?? second} : ${fields[third] ?? third}`;
  return meetings[third || first]?.(bodies[second] ?? second) ?? path;
};

export const useBylawsWords = spaceWords(
  {
    title: "Les statuts", lead: "Les règles sont datées : celles d’hier valent toujours pour ce qui s’est passé hier.", loading: "Les statuts s’ouvrent…", back: "Gouvernance",
    none: "Aucune version n’est enregistrée.", noneText: "En attendant, les règles de la fondation valent : les voici.", founding: "Règles de la fondation", inForce: "En vigueur", toCome: "À venir", over: "Remplacée",
    version: (day: string) => `Version du ${day}`, span: (from: string, to: string | null) => (to ? `du ${from} jusqu’au ${to}` : `depuis le ${from}`), adopted: (day: string) => `adoptés le ${day}`, showRules: "Les règles",
    adopt: "Adopter une nouvelle version", adoptTitle: "Une nouvelle version des statuts", adoptGo: "Enregistrer cette version", done: "La version est enregistrée.", correct: "Corriger", correctOf: (day: string) => `Corriger la version du ${day}`, correctGo: "Enregistrer la correction", corrected: "La correction est enregistrée, le registre garde ce qui était écrit avant.", nothing: "Rien n’a changé.",
    adoptedOn: "Adoptés le", beginsOn: "S’appliquent à partir du", endsOn: "Jusqu’au", endsOnHint: "Seulement pour une version ancienne : le premier jour sans elle.", note: "Note", dayNeeded: "Choisissez un jour.", cancel: "Revenir",
    number: (least: number, most: number) => `Écrivez un nombre de ${least} à ${most}.`, share: "Écrivez une part, comme 1/4 ou 2/3 ; 0 pour aucune.", day: "Écrivez le mois et le jour, comme 06-30.", noLimit: "sans limite", yes: "oui", no: "non",
    groups: { board: "Conseil", bureau: "Bureau", elections: "Élections", meetings: "Réunions", votes: "Votes", duties: "Délais" } as Record<Group, string>,
    field: named(FR_FIELD, FR_BODY, FR_MEETING, { ordinary: "Décisions ordinaires", extraordinary: "Décisions extraordinaires" }),
    choices: { cast: "suffrages exprimés", present: "voix présentes", members: "tous ceux qui peuvent voter", relative: "relative", absolute: "absolue", eldest_membership: "le plus ancien adhérent", lot: "tirage au sort", second_round: "un autre tour", secret: "secrets", show_of_hands: "à main levée", "1": "un", "2": "deux" } as Record<string, string>,
  },
  {
    title: "The bylaws", lead: "Rules are dated: those of yesterday still hold for what happened yesterday.", loading: "The bylaws are opening…", back: "Governance",
    none: "No version is recorded.", noneText: "Meanwhile the founding rules hold: here they are.", founding: "Founding rules", inForce: "In force", toCome: "To come", over: "Replaced",
    version: (day) => `Version of ${day}`, span: (from, to) => (to ? `from ${from} until ${to}` : `since ${from}`), adopted: (day) => `adopted on ${day}`, showRules: "The rules",
    adopt: "Adopt a new version", adoptTitle: "A new version of the bylaws", adoptGo: "Record this version", done: "The version is recorded.", correct: "Correct", correctOf: (day) => `Correct the version of ${day}`, correctGo: "Record the correction", corrected: "The correction is recorded, the register keeps what was written before.", nothing: "Nothing has changed.",
    adoptedOn: "Adopted on", beginsOn: "Hold from", endsOn: "Until", endsOnHint: "Only for an old version: the first day without it.", note: "Note", dayNeeded: "Choose a day.", cancel: "Back",
    number: (least, most) => `Write a number from ${least} to ${most}.`, share: "Write a share, such as 1/4 or 2/3; 0 for none.", day: "Write the month and the day, such as 06-30.", noLimit: "no limit", yes: "yes", no: "no",
    groups: { board: "Board", bureau: "Bureau", elections: "Elections", meetings: "Meetings", votes: "Votes", duties: "Time limits" },
    field: named(EN_FIELD, EN_BODY, EN_MEETING, { ordinary: "Ordinary decisions", extraordinary: "Extraordinary decisions" }),
    choices: { cast: "votes cast", present: "voices present", members: "all who may vote", relative: "relative", absolute: "absolute", eldest_membership: "the eldest member", lot: "drawing lots", second_round: "another round", secret: "secret", show_of_hands: "show of hands", "1": "one", "2": "two" },
  },
);
