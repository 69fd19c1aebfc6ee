import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
import type { Measure } from "./address";
import type { Group, Line, Split } from "./lines";

const number = (n: number, lang: "fr" | "en" = "fr") => new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 1 }).format(n);

export const useFigureWords = spaceWords(
  {
    title: "Chiffres des prêts", lead: "Une année de prêts, comptée par des règles écrites. Chaque nombre s’ouvre sur ce qu’il compte.", loading: "Les chiffres se comptent…",
    lender: "Prêteur", agency: "L’agence", year: "Année", years: "Années", measure: "Compter en", measures: { loans: "Prêts", days: "Jours" } as Record<Measure, string>,
    xlsx: "Classeur Excel", xlsxOf: (year: number) => `Classeur Excel de ${year}`, soFar: (date: string) => `L’année n’est pas finie : chiffres au ${date}.`, ahead: "Cette année n’a pas commencé : ce sont des prêts déjà prévus ou annulés.",
    inYear: (year: number) => `En ${year}, `, loans: (n: number) => count(n, "prêt", "prêts"), tookOut: (n: number): string => (n < 2 ? "a fait sortir" : "ont fait sortir"), itemsOf: (lent: number, all: number) => `${number(lent)} outils sur ${number(all)}`, during: "pendant", days: (n: number) => count(n, "jour", "jours"),
    reaching: "pour", people: (n: number) => count(n, "personne accueillie", "personnes accueillies"), noLoans: (year: number) => `Aucun prêt n’est sorti en ${year}.`, noLoansText: "Les chiffres viendront avec le premier départ.",
    main: "Les chiffres de l’année", figure: "Chiffre", groups: { stock: "Le fonds", lent: "Les prêts", told: "Ce qu’on en dit" } as Record<Group, string>,
    lines: {
      items: "Outils actifs au 31 décembre", new_items: "Nouveaux outils", new_formats: "Nouveaux formats", items_lent: "Outils sortis", use_rate_percent: "Taux d’utilisation", loans: "Prêts", days_out: "Jours de prêt",
      top_items_days: "Jours des trois outils les plus sortis", cancelled: "Prêts annulés", cancelled_days: "Jours annulés", fees_eur: "Montants fixés", evaluations: "Questionnaires remplis",
      evaluation_rate_percent: "Taux de réponse", audience: "Public accueilli", school_borrowers: "Établissements scolaires emprunteurs", school_borrowers_pass_culture: "dont par le pass Culture",
    } as Record<Line["key"], string>,
    opened: {
      items: "Outils actifs", new_items: "Nouveaux outils", new_formats: "Nouveaux formats", items_lent: "Outils sortis", loans: "Prêts", days_out: "Prêts dont des jours tombent dans l’année", top_items_days: "Prêts des trois outils les plus sortis",
      cancelled: "Prêts annulés", fees: "Prêts payants", evaluations: "Prêts évalués", evaluations_missing: "Prêts rentrés sans réponse", audience: "Prêts dont le public est connu", school_borrowers: "Établissements scolaires emprunteurs",
      school_borrowers_pass_culture: "Établissements passés par le pass Culture", items_by_category: "Outils actifs", satisfaction: "Prêts évalués", audience_method: "Prêts évalués", by_kind: "Prêts", by_department: "Prêts", by_channel: "Prêts",
      by_month: "Prêts", by_theme: "Prêts", top_items: "Prêts des outils les plus sortis",
    } as Record<string, string>,
    plots: {
      by_month: "Mois par mois", by_department: "Par département", by_kind: "Par type d’emprunteur", by_channel: "Par canal", by_theme: "Par thème", items_by_category: "Le fonds par catégorie",
      satisfaction: "Satisfaction", audience_method: "Public : comment il est connu", top_items: "Les outils les plus sortis",
    } as Record<Split, string>,
    overTime: "Au fil de l’année", where: "Où et chez qui", which: "Quels outils", said: "Ce qu’ils en disent", yearOnYear: "D’une année sur l’autre", yearOnYearPlot: (measure: Measure): string => (measure === "loans" ? "Prêts par année" : "Jours de prêt par année"),
    table: "Voir le tableau", columns: { loans: "Prêts", days: "Jours", borrowers: "Emprunteurs", number: "Nombre" }, month: "Mois", themeNote: "Un outil de plusieurs thèmes compte dans chacun.", noTheme: "Sans thème", missing: (year: number) => `Voir les prêts de ${year} sans réponse`, toEvaluations: "Lire les réponses",
    monthSummary: (year: number, most: string, n: string) => `En ${year}, le plus haut est en ${most} : ${n}.`, yearsSummary: "Les nombres sont dans le tableau qui suit.",
    rules: (version: number) => `Comment on compte (règles, version ${version})`, percent: (n: number) => `${number(n)}\u00a0%`, euros: (n: number) => `${number(n)}\u00a0€`, number: (n: number) => number(n), unknown: "–",
    back: "Revenir aux chiffres", notYours: "Ces chiffres n’existent pas, ou ne sont pas de ceux que vous lisez.", yours: "Voir mes chiffres", of: (total: number, all: string) => `${all} : ${number(total)}`, rowsNone: "Rien n’entre dans ce chiffre.", noFigure: "Ce chiffre n’existe pas.", more: "Voir la suite", shown: (n: number, all: number) => `${number(n)} sur ${number(all)} affichés`,
    item: "Outil", category: "Catégorie", format: "Format", added: "Ajouté le", loan: "Prêt", borrower: "Emprunteur", kind: "Type", department: "Département", channel: "Canal", status: "État", dates: "Dates", fee: "Montant", answer: "Réponse", audience: (n: number) => count(n, "personne", "personnes"), audienceUnknown: "public inconnu",
    loanNumber: (n: number) => `N° ${n}`, nameless: "Structure sans nom", rowNames: { item: "Outils", loan: "Prêts", borrower: "Emprunteurs" },
  },
  {
    title: "Loan figures", lead: "A year of loans, counted by written rules. Every number opens what it counts.", loading: "Counting…",
    lender: "Lender", agency: "The agency", year: "Year", years: "Years", measure: "Count in", measures: { loans: "Loans", days: "Days" },
    xlsx: "Excel workbook", xlsxOf: (year) => `Excel workbook of ${year}`, soFar: (date) => `The year is not over: figures as of ${date}.`, ahead: "This year has not begun: these loans are planned or cancelled.",
    inYear: (year) => `In ${year}, `, loans: (n) => count(n, "loan", "loans", "en"), tookOut: () => "took out", itemsOf: (lent, all) => `${number(lent, "en")} items of ${number(all, "en")}`, during: "for", days: (n) => count(n, "day", "days", "en"),
    reaching: "and reached", people: (n) => count(n, "person", "people", "en"), noLoans: (year) => `No loan went out in ${year}.`, noLoansText: "Figures will come with the first departure.",
    main: "The year’s figures", figure: "Figure", groups: { stock: "The collection", lent: "Loans", told: "What is said of them" },
    lines: {
      items: "Items active on 31 December", new_items: "New items", new_formats: "New formats", items_lent: "Items lent", use_rate_percent: "Use rate", loans: "Loans", days_out: "Days of loan",
      top_items_days: "Days of the three most lent items", cancelled: "Cancelled loans", cancelled_days: "Cancelled days", fees_eur: "Settled fees", evaluations: "Questionnaires answered",
      evaluation_rate_percent: "Response rate", audience: "Audience", school_borrowers: "Schools that borrowed", school_borrowers_pass_culture: "of which with the pass Culture",
    },
    opened: {
      items: "Active items", new_items: "New items", new_formats: "New formats", items_lent: "Items lent", loans: "Loans", days_out: "Loans with days in the year", top_items_days: "Loans of the three most lent items",
      cancelled: "Cancelled loans", fees: "Loans with a fee", evaluations: "Evaluated loans", evaluations_missing: "Loans back without an answer", audience: "Loans whose audience is known", school_borrowers: "Schools that borrowed",
      school_borrowers_pass_culture: "Schools that came with the pass Culture", items_by_category: "Active items", satisfaction: "Evaluated loans", audience_method: "Evaluated loans", by_kind: "Loans", by_department: "Loans", by_channel: "Loans",
      by_month: "Loans", by_theme: "Loans", top_items: "Loans of the most lent items",
    },
    plots: {
      by_month: "Month by month", by_department: "By department", by_kind: "By kind of borrower", by_channel: "By channel", by_theme: "By theme", items_by_category: "The collection by category",
      satisfaction: "Satisfaction", audience_method: "How the audience is known", top_items: "The most lent items",
    },
    overTime: "Over the year", where: "Where and to whom", which: "Which items", said: "What they say", yearOnYear: "Year on year", yearOnYearPlot: (measure) => (measure === "loans" ? "Loans by year" : "Days of loan by year"),
    table: "See the table", columns: { loans: "Loans", days: "Days", borrowers: "Borrowers", number: "Number" }, month: "Month", themeNote: "An item of several themes counts in each.", noTheme: "No theme", missing: (year) => `See the loans of ${year} without an answer`, toEvaluations: "Read the answers",
    monthSummary: (year, most, n) => `In ${year}, the highest is ${most}: ${n}.`, yearsSummary: "The numbers are in the table that follows.",
    rules: (version) => `How we count (rules, version ${version})`, percent: (n) => `${number(n, "en")}%`, euros: (n) => `€${number(n, "en")}`, number: (n) => number(n, "en"), unknown: "–",
    back: "Back to the figures", notYours: "There are no such figures, or none that you read.", yours: "See my figures", of: (total, all) => `${all}: ${number(total, "en")}`, rowsNone: "Nothing is in this figure.", noFigure: "There is no such figure.", more: "Show more", shown: (n, all) => `${number(n, "en")} of ${number(all, "en")} shown`,
    item: "Item", category: "Category", format: "Format", added: "Added on", loan: "Loan", borrower: "Borrower", kind: "Kind", department: "Department", channel: "Channel", status: "Status", dates: "Dates", fee: "Fee", answer: "Answer", audience: (n) => count(n, "person", "people", "en"), audienceUnknown: "audience unknown",
    loanNumber: (n) => `No. ${n}`, nameless: "Organisation without a name", rowNames: { item: "Items", loan: "Loans", borrower: "Borrowers" },
  },
);
export type FigureWords = ReturnType<typeof useFigureWords>["w"];
