import { spaceWords } from "@/space/kit/words";

const duration = (minutes: number) => {
  if (minutes < 60) return minutes < 2 ? `${minutes} minute` : `${minutes} minutes`;
  if (minutes < 1440 || minutes % 60 !== 0) return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
  return minutes % 1440 === 0 && minutes >= 1440 ? (minutes === 1440 ? "un jour" : `${minutes / 1440} jours`) : `${minutes / 60} h`;
};
const inEnglish = (minutes: number) => (minutes % 1440 === 0 && minutes > 0 ? `${minutes / 1440} d` : minutes % 60 === 0 && minutes > 0 ? `${minutes / 60} h` : `${minutes} min`);

/** Words of a call's settings. */
export const useSettingsWords = spaceWords(
  {
    label: "Réglages de l’appel", save: "Enregistrer les réglages",
    presentation: "Présentation", title: "Titre", introduction: "Présentation de l’appel", introductionHint: "Ce qu’on lit sur la page publique. Une ligne vide sépare les paragraphes ; **deux étoiles** mettent en gras ; un tiret ou un numéro en début de ligne fait une liste.",
    contact: "Adresse de contact", contactHint: "Montrée sur la page publique et dans les courriels.",
    dates: "Dates", opens: "Ouverture", closes: "Clôture", paris: "Heure de Paris.", policy: "À la clôture",
    policies: { lock: "Tout s’arrête", grace: "Laisser un délai de grâce", submit_complete: "Déposer ce qui est complet" },
    policyHints: {
      lock: "Les dossiers qui ne sont pas déposés restent des brouillons.", grace: "Les dossiers commencés à temps peuvent encore être finis et déposés un moment ; aucun nouveau n’est commencé.",
      submit_complete: "Les brouillons complets sont déposés d’eux-mêmes à l’heure de clôture ; les autres restent des brouillons.",
    },
    grace: "Durée du délai de grâce, en minutes", graceEnds: (minutes: number, at: string) => `Soit ${duration(minutes)} : jusqu’au ${at}.`, late: "Dans tous les cas, un accès tardif ouvre la porte à qui vous le donnez.", closedMessage: "Message une fois l’appel clos", closedMessageHint: "Il remplace l’invitation à déposer, sur la page publique.",
    charter: "Charte", rules: "Ce que la machine vérifie avant le dépôt", rulesHint: "Chaque règle lit une rubrique du formulaire : séances, gratuité, commune.",
    ruleLabels: { session_in_official_dates: "Au moins une séance pendant les dates officielles", free_of_charge: "Gratuit pour le public", venue_in_territory: "Dans une commune de la région" } as Record<string, string>,
    deciding: "Comment vous décidez", way: "Qui décide ?",
    ways: { one_person: "Une personne labellise", committee: "Un comité lit, sans noter", committee_scores: "Un comité lit et note", scores: "Des critères, sans comité" },
    wayHints: {
      one_person: "Le plus simple : tous les dossiers dans un seul tableau, une décision par ligne. Ni comité, ni notes, ni quorum.", committee: "Les membres lisent les dossiers qui leur sont confiés et donnent un avis.",
      committee_scores: "Les membres notent chaque dossier selon les critères ; le tableau des décisions montre les moyennes et les écarts.", scores: "Les critères sont montrés aux porteurs de projet ; personne ne note.",
    },
    reviews: "Lectures par dossier", reviewsHint: "Combien de membres lisent chaque dossier.", quorum: "Quorum", quorumHint: "Combien de membres doivent siéger pour décider ; vide : pas de quorum.",
    anonymous: "Lecture anonyme", anonymousHint: "Les membres lisent sans le nom de la structure, ni les rubriques qui l’identifient.",
    budget: "Budget", envelope: "Enveloppe à répartir, en euros", envelopeHint: "Facultatif. Les décisions diront ce qu’il en reste. Vide : aucun montant n’est accordé.",
    titleNeeded: "Donnez-lui un titre.", momentNeeded: "Donnez le jour et l’heure.", closesBefore: "La clôture vient après l’ouverture.", graceNeeded: "Un délai de grâce dure au moins une minute.", reviewsNeeded: "Au moins une lecture.",
    yes: "oui", no: "non", none: "aucune", noQuorum: "pas de quorum", minutes: duration, hasCommittee: "Comité", hasScoring: "Notes",
  },
  {
    label: "Settings of the call", save: "Save the settings",
    presentation: "Introduction", title: "Title", introduction: "Introduction of the call", introductionHint: "What one reads on the public page. An empty line parts paragraphs; **two stars** make bold; a dash or a number at the start of a line makes a list.",
    contact: "Contact address", contactHint: "Shown on the public page and in mails.",
    dates: "Dates", opens: "Opens", closes: "Closes", paris: "Paris time.", policy: "When it closes",
    policies: { lock: "Everything stops", grace: "Leave a grace period", submit_complete: "Submit what is complete" },
    policyHints: {
      lock: "Applications that are not submitted stay drafts.", grace: "Applications begun in time can be finished and submitted for a while; no new one is begun.",
      submit_complete: "Complete drafts are submitted by themselves at closing time; the others stay drafts.",
    },
    grace: "Length of the grace period, in minutes", graceEnds: (minutes, at) => `That is ${inEnglish(minutes)}: until ${at}.`, late: "In any case, a late access code opens the door to whom you give it.", closedMessage: "Message once the call is closed", closedMessageHint: "It takes the place of the invitation to apply, on the public page.",
    charter: "Charter", rules: "What the machine checks before submission", rulesHint: "Each rule reads a field of the form: sessions, free of charge, commune.",
    ruleLabels: { session_in_official_dates: "At least one session during the official dates", free_of_charge: "Free for the public", venue_in_territory: "In a commune of the region" },
    deciding: "How you decide", way: "Who decides?",
    ways: { one_person: "One person labels", committee: "A committee reads, without scores", committee_scores: "A committee reads and scores", scores: "Criteria, without a committee" },
    wayHints: {
      one_person: "The simplest: all applications in one table, one decision a line. No committee, no scores, no quorum.", committee: "Members read the applications they are given and recommend.",
      committee_scores: "Members score each application by the criteria; the table of decisions shows means and spread.", scores: "Criteria are shown to holders; nobody scores.",
    },
    reviews: "Readings for each application", reviewsHint: "How many members read each application.", quorum: "Quorum", quorumHint: "How many members must sit to decide; empty: no quorum.",
    anonymous: "Anonymous reading", anonymousHint: "Members read without the organisation’s name and without what identifies it.",
    budget: "Budget", envelope: "Amount to grant in all, in euros", envelopeHint: "Optional. Decisions tell what is left of it. Empty: no amount is granted.",
    titleNeeded: "Give it a title.", momentNeeded: "Give the day and the time.", closesBefore: "Closing comes after opening.", graceNeeded: "A grace period lasts a minute at least.", reviewsNeeded: "One reading at least.",
    yes: "yes", no: "no", none: "none", noQuorum: "no quorum", minutes: inEnglish, hasCommittee: "Committee", hasScoring: "Scores",
  },
);
export type SettingsWords = ReturnType<typeof useSettingsWords>["w"];
