import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
import type { Trouble } from "./told";

const number = (n: number, lang: "fr" | "en" = "fr") => new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 1 }).format(n);

export const useReturnWords = spaceWords(
  {
    title: "Bilans des contributeurs", lead: "Chaque année, ceux qui ont des outils au catalogue commun disent combien de prêts ils ont faits, et pour combien de jours.", loading: "Les bilans arrivent…", years: "Année du bilan",
    catalogue: (items: number, contributors: number) => `Le catalogue commun réunit aujourd’hui ${count(items, "outil", "outils")} de ${count(contributors, "contributeur", "contributeurs")}, en plus de ceux de l’agence.`,
    shared: "Ensemble", answered: (n: number, all: number, percent: number) => `${number(n)} sur ${number(all)} ont répondu (${number(percent)}\u00a0%).`, analysis: (lent: number, loans: number, days: number) => `${count(lent, "structure a prêté", "structures ont prêté")} : ${count(loans, "prêt", "prêts")}, ${count(days, "jour", "jours")} en tout.`,
    mean: (days: number) => `Un prêt dure en moyenne ${count(days, "jour", "jours")}.`, noneLent: "Personne n’a encore dit avoir prêté.", plot: "Prêts par structure", table: "Voir le tableau", loans: "Prêts", days: "Jours", loansOf: (n: number) => count(n, "prêt", "prêts"), daysOf: (n: number) => count(n, "jour", "jours"),
    all: "Structure par structure", mine: "Ce que vous dites", waiting: "Sans réponse", ask: (year: number) => `Demander les bilans de ${year}`, askTitle: (year: number) => `Demander les bilans de ${year} ?`, askText: "Un courriel part à chaque structure qui a un outil publié. Qui a déjà été sollicité pour cette année ne l’est pas une seconde fois.", askGo: "Envoyer la demande",
    asked: (n: number) => (n === 0 ? "Tout le monde avait déjà été sollicité." : `La demande part à ${count(n, "structure", "structures")}.`), none: (year: number) => `Aucun bilan n’a été demandé pour ${year}.`, noneText: "La demande part par courriel à chaque contributeur.", noneMine: (year: number) => `Aucun bilan ne vous est demandé pour ${year}.`,
    contributor: "Structure", told: "Ce qu’elle dit", known: "Connus ici", askedOn: (date: string) => `demandé le ${date}`, answeredOn: (date: string) => `répondu le ${date}`, notYet: "pas encore répondu", nothingLent: "aucun prêt", knownHere: (loans: number, days: number) => `connus ici : ${count(loans, "prêt", "prêts")}, ${count(days, "jour", "jours")}`,
    tell: "Répondre", tellFor: "Saisir", tellForOf: (name: string) => `Saisir la réponse de ${name}`, correct: "Corriger", tellOf: (name: string) => `Répondre pour ${name}`, correctOf: (name: string) => `Corriger la réponse de ${name}`, loansLabel: (year: number) => `Combien de prêts en ${year} ?`, loansHint: "Prêts faits par vous, où qu’ils aient été demandés. Zéro est une réponse.", daysLabel: "Combien de jours, tous prêts confondus ?",
    note: "Un mot, si vous voulez", save: "Envoyer", thanks: "Merci, c’est noté.", figures: "Ses chiffres", figuresOf: (name: string) => `Ses chiffres : ${name}`, agencyName: "L’agence",
    troubles: { needed: "Un nombre est attendu ; zéro en est un.", whole: "Un nombre entier est attendu.", noDays: "Des prêts sans aucun jour ? Comptez les jours.", noLoans: "Des jours sans aucun prêt ? Comptez les prêts.", tooFew: "Un prêt dure un jour au moins." } as Record<Trouble, string>,
  },
  {
    title: "Contributors’ returns", lead: "Each year, whoever has items in the common catalogue says how many loans were made, and for how many days.", loading: "The returns are coming…", years: "Year of the return",
    catalogue: (items, contributors) => `The common catalogue holds ${count(items, "item", "items", "en")} of ${count(contributors, "contributor", "contributors", "en")} today, besides the agency’s.`,
    shared: "Together", answered: (n, all, percent) => `${number(n, "en")} of ${number(all, "en")} have answered (${number(percent, "en")}%).`, analysis: (lent, loans, days) => `${count(lent, "organisation has lent", "organisations have lent", "en")}: ${count(loans, "loan", "loans", "en")}, ${count(days, "day", "days", "en")} in all.`,
    mean: (days) => `A loan lasts ${count(days, "day", "days", "en")} on average.`, noneLent: "Nobody has told of a loan yet.", plot: "Loans by organisation", table: "See the table", loans: "Loans", days: "Days", loansOf: (n) => count(n, "loan", "loans", "en"), daysOf: (n) => count(n, "day", "days", "en"),
    all: "By organisation", mine: "What you say", waiting: "Without an answer", ask: (year) => `Ask for the returns of ${year}`, askTitle: (year) => `Ask for the returns of ${year}?`, askText: "A mail leaves for each organisation with a published item. Whoever was asked for this year is not asked again.", askGo: "Send the request",
    asked: (n) => (n === 0 ? "Everybody had been asked already." : `The request leaves for ${count(n, "organisation", "organisations", "en")}.`), none: (year) => `No return was asked for ${year}.`, noneText: "The request leaves by mail for each contributor.", noneMine: (year) => `No return is asked of you for ${year}.`,
    contributor: "Organisation", told: "What it says", known: "Known here", askedOn: (date) => `asked on ${date}`, answeredOn: (date) => `answered on ${date}`, notYet: "not answered yet", nothingLent: "no loan", knownHere: (loans, days) => `known here: ${count(loans, "loan", "loans", "en")}, ${count(days, "day", "days", "en")}`,
    tell: "Answer", tellFor: "Enter", tellForOf: (name) => `Enter the answer of ${name}`, correct: "Correct", tellOf: (name) => `Answer for ${name}`, correctOf: (name) => `Correct the answer of ${name}`, loansLabel: (year) => `How many loans in ${year}?`, loansHint: "Loans that you made, wherever they were asked for. Zero is an answer.", daysLabel: "How many days, all loans together?",
    note: "A word, if you like", save: "Send", thanks: "Thank you, noted.", figures: "Its figures", figuresOf: (name) => `Its figures: ${name}`, agencyName: "The agency",
    troubles: { needed: "A number is wanted; zero is one.", whole: "A whole number is wanted.", noDays: "Loans without any day? Count the days.", noLoans: "Days without any loan? Count the loans.", tooFew: "A loan lasts one day at least." },
  },
);
