import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

export const useIncidentWords = spaceWords(
  {
    title: "Incidents", lead: "Ce qui a été abîmé ou perdu pendant un prêt, jusqu’à ce que ce soit réglé. Un incident se signale depuis la page du prêt, ou naît du constat de retour.", loading: "Les incidents arrivent…", found: (n: number) => count(n, "incident", "incidents"),
    show: "Montrer", open: "À régler", all: "Tous", none: "Aucun incident à régler.", noneText: "Tout ce qui est rentré est en bon état, ou déjà réglé.", noneAll: "Aucun incident n’a jamais été signalé.", more: "Voir la suite",
    loan: (n: number, who: string | null) => (who ? `Prêt n° ${n}, ${who}` : `Prêt n° ${n}`), happened: (day: string) => `le ${day}`, told: (day: string) => `signalé ${day}`, estimated: (amount: string) => `estimé à ${amount}`, insurerTold: (day: string) => `assureur prévenu le ${day}`, reference: (text: string) => `dossier ${text}`, closed: (outcome: string, day: string) => `${outcome}, le ${day}`,
    follow: "Suivre", followOf: (item: string, unit: string) => `Suivre l’incident : ${item}, ${unit}`, followTitle: "Suivre l’incident", description: "Ce qui s’est passé", descriptionNeeded: "Dites ce qui s’est passé.", happenedOn: "Quand", estimatedCents: "Coût estimé, en euros", amountWrong: "Écrivez un montant, comme 150 ou 150,50.", insurerToldOn: "Assureur prévenu le", insurerReference: "Référence chez l’assureur", outcome: "Comment c’est réglé", outcomeOpen: "Pas encore réglé", outcomeHint: "Une fois réglé, l’incident ne se change plus.", save: "Enregistrer", saved: "L’incident est à jour.", savedClosed: "L’incident est réglé.", back: "Revenir", nothing: "Rien n’a changé.",
  },
  {
    title: "Incidents", lead: "What was damaged or lost during a loan, until it is settled. An incident is told from the loan’s page, or comes from the return’s report.", loading: "The incidents are coming…", found: (n) => count(n, "incident", "incidents", "en"),
    show: "Show", open: "To settle", all: "All", none: "No incident to settle.", noneText: "All that came back is in good condition, or settled already.", noneAll: "No incident was ever told.", more: "Show more",
    loan: (n, who) => (who ? `Loan no. ${n}, ${who}` : `Loan no. ${n}`), happened: (day) => `on ${day}`, told: (day) => `told ${day}`, estimated: (amount) => `estimated at ${amount}`, insurerTold: (day) => `insurer told on ${day}`, reference: (text) => `file ${text}`, closed: (outcome, day) => `${outcome}, on ${day}`,
    follow: "Follow", followOf: (item, unit) => `Follow the incident: ${item}, ${unit}`, followTitle: "Follow the incident", description: "What happened", descriptionNeeded: "Say what happened.", happenedOn: "When", estimatedCents: "Estimated cost, in euros", amountWrong: "Write an amount, like 150 or 150.50.", insurerToldOn: "Insurer told on", insurerReference: "Reference at the insurer’s", outcome: "How it is settled", outcomeOpen: "Not settled yet", outcomeHint: "Once settled, the incident does not change any more.", save: "Save", saved: "The incident is up to date.", savedClosed: "The incident is settled.", back: "Back", nothing: "Nothing has changed.",
  },
);
