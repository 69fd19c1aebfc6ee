import { spaceWords } from "@/space/kit/words";

/** Words of the criteria and of late access. */
export const usePartWords = spaceWords(
  {
    criteriaLead: "Ce que le comité note. Le poids dit combien compte un critère dans la moyenne ; les porteurs de projet voient ces critères sur la page de l’appel.",
    criteriaOff: "Cet appel ne note pas : ces critères attendent que vous choisissiez « Un comité lit et note » dans les réglages.", toSettings: "Ouvrir les réglages", criteriaNone: "Aucun critère.",
    criterion: (n: number) => `Critère ${n}`, criterionName: "Nom", criterionHelp: "Ce qu’il regarde", weight: "Poids", scale: "Noté sur", share: (percent: number) => `${percent} % de la note`, addCriterion: "Ajouter un critère", saveCriteria: "Enregistrer les critères", newCriterion: "Nouveau critère",
    up: (what: string) => `Monter « ${what} »`, down: (what: string) => `Descendre « ${what} »`, remove: (what: string) => `Retirer « ${what} »`, removeShort: "Retirer", moved: (what: string, place: number) => `« ${what} » est maintenant en place ${place}.`, removed: (what: string) => `« ${what} » est retiré.`,
    nameNeeded: (n: number) => `Donnez un nom au critère ${n}.`, weightNeeded: (n: number) => `Le poids du critère ${n} est un nombre plus grand que zéro.`, scaleNeeded: (n: number) => `Le critère ${n} se note sur 1 au moins.`,
    codesLead: "Un code laisse commencer un dossier après la clôture, ou finir un brouillon trop tard. Ce qu’il a ouvert reste ouvert jusqu’à sa fin à lui, quoi que dise l’appel.",
    codesNone: "Aucun code. Faites-en un quand quelqu’un a une bonne raison d’arriver en retard.", live: "En service", over: "Finis", make: "Faire un code", makeGo: "Faire le code", forWhom: "Pour qui, ou pourquoi", forWhomHint: "Pour vous y retrouver ; la personne ne le lit pas.",
    until: "Jusqu’à quand", untilHint: "Heure de Paris. Après, plus rien ne peut être écrit ni déposé par ce code.", uses: "Combien de fois", usesHint: "Un dossier commencé par utilisation.", own: "Choisir ses lettres", ownHint: "Facultatif : de 6 à 40 lettres, chiffres et tirets. Sinon, il est tiré au sort.", untilNeeded: "Donnez le jour et l’heure.", usesNeeded: "Une fois au moins.",
    used: (uses: number, most: number) => (most === 1 ? (uses === 0 ? "pas encore utilisé" : "utilisé") : `utilisé ${uses} fois sur ${most}`), ends: (at: string) => `jusqu’au ${at}`, expired: (at: string) => `expiré le ${at}`, ended: (at: string) => `fini le ${at}`,
    copy: "Copier", copyOf: (code: string) => `Copier le code ${code}`, copyLink: "Copier le lien", copyLinkOf: (code: string) => `Copier le lien du code ${code}`, copied: "Copié.", copyFailed: "Copie impossible : sélectionnez le code et copiez-le.", made: (code: string) => `Le code ${code} est prêt. Envoyez-le à qui vous voulez.`,
    end: "Finir", endOf: (code: string) => `Finir le code ${code}`, endTitle: (code: string) => `Finir le code ${code} ?`, endText: "Personne d’autre n’entrera par ce code. Les dossiers qu’il a déjà ouverts le restent jusqu’à son échéance.", endedNow: "Le code est fini.",
  },
  {
    criteriaLead: "What the committee scores. The weight tells how much a criterion counts in the mean; holders see these criteria on the call’s page.",
    criteriaOff: "This call does not score: these criteria wait until you choose “A committee reads and scores” in the settings.", toSettings: "Open the settings", criteriaNone: "No criterion.",
    criterion: (n) => `Criterion ${n}`, criterionName: "Name", criterionHelp: "What it looks at", weight: "Weight", scale: "Scored out of", share: (percent) => `${percent}% of the score`, addCriterion: "Add a criterion", saveCriteria: "Save the criteria", newCriterion: "New criterion",
    up: (what) => `Move “${what}” up`, down: (what) => `Move “${what}” down`, remove: (what) => `Remove “${what}”`, removeShort: "Remove", moved: (what, place) => `“${what}” is now in place ${place}.`, removed: (what) => `“${what}” is removed.`,
    nameNeeded: (n) => `Give criterion ${n} a name.`, weightNeeded: (n) => `The weight of criterion ${n} is a number above zero.`, scaleNeeded: (n) => `Criterion ${n} is scored out of 1 at least.`,
    codesLead: "A code lets somebody begin an application after the call has closed, or finish a draft too late. What it opened stays open until the code’s own end, whatever the call says.",
    codesNone: "No code. Make one when somebody has a good reason to be late.", live: "In service", over: "Over", make: "Make a code", makeGo: "Make the code", forWhom: "For whom, or why", forWhomHint: "For you to find your way; the person does not read it.",
    until: "Until when", untilHint: "Paris time. After that, nothing can be written or submitted by this code.", uses: "How many times", usesHint: "One application begun for each use.", own: "Choose its letters", ownHint: "Optional: 6 to 40 letters, digits and dashes. Otherwise it is drawn.", untilNeeded: "Give the day and the time.", usesNeeded: "Once at least.",
    used: (uses, most) => (most === 1 ? (uses === 0 ? "not used yet" : "used") : `used ${uses} of ${most} times`), ends: (at) => `until ${at}`, expired: (at) => `expired on ${at}`, ended: (at) => `ended on ${at}`,
    copy: "Copy", copyOf: (code) => `Copy the code ${code}`, copyLink: "Copy the link", copyLinkOf: (code) => `Copy the link of the code ${code}`, copied: "Copied.", copyFailed: "Could not copy: select the code and copy it.", made: (code) => `The code ${code} is ready. Send it to whom you like.`,
    end: "End", endOf: (code) => `End the code ${code}`, endTitle: (code) => `End the code ${code}?`, endText: "Nobody else comes in by this code. The applications it opened stay open until it expires.", endedNow: "The code is over.",
  },
);
