import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
import type { EvaluationState } from "./calls";

const number = (n: number, lang: "fr" | "en" = "fr") => new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 1 }).format(n);

export const useEvaluationWords = spaceWords(
  {
    title: "Questionnaires", lead: "Ce que les emprunteurs disent des prêts, une fois l’outil rendu.", loading: "Les réponses arrivent…", year: "Année", years: "Année du prêt", everyYear: "Toutes",
    states: { answered: "Reçues", asked: "Attendues", waived: "Dispensées" } as Record<EvaluationState, string>, state: "Réponses", satisfaction: "Satisfaction", anySatisfaction: "Toutes",
    rate: (percent: number) => `${number(percent)}\u00a0%`, rateText: (answered: number, year: number) => `des prêts de ${year} rentrés ont leur questionnaire : ${count(answered, "réponse", "réponses")}.`, rateNone: (year: number) => `Aucun prêt de ${year} n’est encore rentré.`,
    rateHere: (answered: number, all: number) => `${count(answered, "réponse reçue", "réponses reçues")} sur ${count(all, "demandée", "demandées")}.`, missing: "Voir les prêts sans réponse", toFigures: "Tous les chiffres",
    reminders: "Le questionnaire part au retour de l’outil. Sans réponse, deux rappels suivent, à quatorze jours d’écart ; ensuite, on laisse l’emprunteur tranquille.",
    found: (n: number) => count(n, "questionnaire", "questionnaires"), none: { answered: "Aucune réponse ici pour l’instant.", asked: "Aucune réponse n’est attendue : tout est répondu.", waived: "Personne n’a été dispensé de répondre." } as Record<EvaluationState, string>, more: "Voir la suite",
    loan: (n: number) => `prêt n° ${n}`, answered: (date: string) => `répondu le ${date}`, byLink: "par le lien reçu", asked: (date: string) => `demandé le ${date}`, reminded: (n: number, when: string) => (n === 1 ? `relancé une fois, ${when}` : `relancé ${n} fois, la dernière ${when}`), neverReminded: "pas encore relancé",
    waivedOn: (date: string, why: string) => `dispensé le ${date} : ${why}`, read: "Lire la réponse", readOf: (title: string) => `Lire la réponse sur « ${title} »`, people: (n: number) => count(n, "personne", "personnes"), unknownAudience: "public inconnu",
    facts: { first_time: "Premier emprunt", how_known: "Nous a connus par", audience: "Public", audience_types: "Quel public", satisfaction: "Dans l’ensemble", satisfaction_welcome: "L’accueil", satisfaction_logistics: "La logistique", pleased: "Ce qui a plu", content_remarks: "À revoir dans le contenu" },
    yes: "oui", no: "non", waive: "Dispenser", waiveOf: (title: string) => `Dispenser de répondre sur « ${title} »`, waiveTitle: "Dispenser de répondre", waiveText: (who: string) => `${who} ne sera plus relancé. Le prêt reste compté parmi ceux qui sont rentrés.`, reason: "Pourquoi", reasonNeeded: "Dites pourquoi : on le relira.", waiveGo: "Dispenser", waived: "C’est noté : plus de relance.",
    nameless: "Structure sans nom", together: "Ensemble", table: "Voir le tableau", answersColumn: "Réponses", share: (n: number, percent: number) => `${number(n)} · ${percent}\u00a0%`, 
    tasksTitle: "Remarques", tasksLead: "Ce que les emprunteurs trouvent à revoir dans le contenu des outils, et ce qu’on en fait.", tasksNone: { to_do: "Rien n’attend : aucune remarque à traiter.", in_progress: "Aucune remarque n’est en cours.", done: "Aucune remarque n’a encore été traitée.", set_aside: "Aucune remarque n’a été mise de côté." } as Record<string, string>,
    remarks: "Remarques", remark: "Remarque", saidOn: (date: string) => `écrite le ${date}`, changedOn: (date: string) => `suivie le ${date}`, change: "Suivre", changeOf: (title: string) => `Suivre la remarque sur « ${title} »`, taskState: "Où en est-on ?", note: "Note de suivi", noteHint: "Pour l’équipe : ce qui a été fait, ou pourquoi rien ne change.",
    noteNeeded: "Dites pourquoi rien ne change.", changed: "La remarque est à jour.", onlyItem: "Un seul outil est montré.", everyItem: "Voir toutes les remarques", item: "Voir l’outil",
  },
  {
    title: "Questionnaires", lead: "What borrowers say of loans, once the item is back.", loading: "The answers are coming…", year: "Year", years: "Year of the loan", everyYear: "All",
    states: { answered: "Received", asked: "Awaited", waived: "Waived" }, state: "Answers", satisfaction: "Satisfaction", anySatisfaction: "Any",
    rate: (percent) => `${number(percent, "en")}%`, rateText: (answered, year) => `of the loans of ${year} that are back have their questionnaire: ${count(answered, "answer", "answers", "en")}.`, rateNone: (year) => `No loan of ${year} is back yet.`,
    rateHere: (answered, all) => `${count(answered, "answer", "answers", "en")} of ${all} asked for.`, missing: "See the loans without an answer", toFigures: "All figures",
    reminders: "The questionnaire leaves when the item is back. Without an answer, two reminders follow, fourteen days apart; then the borrower is left alone.",
    found: (n) => count(n, "questionnaire", "questionnaires", "en"), none: { answered: "No answer here yet.", asked: "No answer is awaited: all are in.", waived: "Nobody was let off." }, more: "Show more",
    loan: (n) => `loan no. ${n}`, answered: (date) => `answered on ${date}`, byLink: "with the link received", asked: (date) => `asked on ${date}`, reminded: (n, when) => (n === 1 ? `reminded once, ${when}` : `reminded ${n} times, last ${when}`), neverReminded: "not reminded yet",
    waivedOn: (date, why) => `let off on ${date}: ${why}`, read: "Read the answer", readOf: (title) => `Read the answer about “${title}”`, people: (n) => count(n, "person", "people", "en"), unknownAudience: "audience unknown",
    facts: { first_time: "First loan", how_known: "Heard of us through", audience: "Audience", audience_types: "What audience", satisfaction: "Overall", satisfaction_welcome: "Welcome", satisfaction_logistics: "Logistics", pleased: "What pleased", content_remarks: "To be mended in the content" },
    yes: "yes", no: "no", waive: "Let off", waiveOf: (title) => `Let off answering about “${title}”`, waiveTitle: "Let off answering", waiveText: (who) => `${who} will not be reminded any more. The loan still counts among those that are back.`, reason: "Why", reasonNeeded: "Say why: somebody will read it.", waiveGo: "Let off", waived: "Noted: no more reminders.",
    nameless: "Organisation without a name", together: "Together", table: "See the table", answersColumn: "Answers", share: (n, percent) => `${number(n, "en")} · ${percent}%`, 
    tasksTitle: "Remarks", tasksLead: "What borrowers find to be mended in the content of items, and what becomes of it.", tasksNone: { to_do: "Nothing waits: no remark to deal with.", in_progress: "No remark is under way.", done: "No remark has been dealt with yet.", set_aside: "No remark was set aside." },
    remarks: "Remarks", remark: "Remark", saidOn: (date) => `written on ${date}`, changedOn: (date) => `followed up on ${date}`, change: "Follow up", changeOf: (title) => `Follow up the remark about “${title}”`, taskState: "How far is it?", note: "Follow-up note", noteHint: "For the team: what was done, or why nothing changes.",
    noteNeeded: "Say why nothing changes.", changed: "The remark is up to date.", onlyItem: "Only one item is shown.", everyItem: "See all remarks", item: "See the item",
  },
);
