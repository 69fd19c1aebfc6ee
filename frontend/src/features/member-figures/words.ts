import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
import type { Breakdown } from "./calls";
import type { Group, LineKey } from "./lines";

const number = (n: number, lang: "fr" | "en" = "fr") => new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB").format(n);
const euros = (n: number, lang: "fr" | "en" = "fr") => new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency: "EUR", minimumFractionDigits: n % 1 ? 2 : 0 }).format(n);

export const useFigureWords = spaceWords(
  {
    title: "Chiffres de l’association", lead: "Une année d’adhésions, de cotisations et de gouvernance, comptée par des règles écrites. Chaque nombre s’ouvre sur ce qu’il compte.", loading: "Les chiffres se comptent…", years: "Années", xlsx: "Classeur Excel", xlsxOf: (year: number) => `Classeur Excel de ${year}`,
    headline: (year: number, members: number, came: number, left: number) => `Fin ${year}, l’association compte ${count(members, "membre", "membres")} : ${count(came, "arrivée", "arrivées")} et ${count(left, "départ", "départs")} dans l’année.`, soFar: "L’année n’est pas finie : ce qui est compté « au 31 décembre » l’est tel que c’est connu aujourd’hui.", none: (year: number) => `Aucun membre n’est connu en ${year}.`,
    main: "Les chiffres de l’année", figure: "Chiffre", groups: { people: "Les membres", money: "Les cotisations", governance: "La gouvernance" } as Record<Group, string>,
    lines: {
      members: "Membres au 31 décembre", legal: "dont personnes morales", natural: "dont personnes physiques", new_members: "Nouveaux membres", departures: "Départs", fees_called: "Cotisations appelées", fees_received: "Cotisations de l’année reçues", fees_waived: "Cotisations dispensées", fees_remaining: "Reste dû",
      fees_received_in_year: "Versements reçus dans l’année", board: "Sièges tenus au conseil", board_legal: "dont personnes morales", board_natural: "dont personnes physiques", board_staff: "dont siège de l’équipe", officers: "Membres du bureau", board_meetings: "Réunions ordinaires du conseil", general_assemblies: "Assemblées générales",
    } as Record<LineKey, string>,
    course: "D’une année sur l’autre", coursePlot: "Membres au 31 décembre, année par année", courseSummary: "Le nombre de membres à la fin de chaque année.", feesPlot: "Cotisations reçues et appelées", feesSummary: "Ce qui a été reçu chaque année, et en contour ce qui avait été appelé.", received: "Reçu", called: "Appelé",
    parts: "Qui ils sont", plots: { by_college: "Par collège", by_department: "Par département", by_kind: "Par genre", by_fee_category: "Par catégorie de cotisation" } as Record<Breakdown, string>, columns: { part: "Partie", members: "Membres", arrivals: "Arrivées", departures: "Départs", year: "Année" }, noDepartment: "Sans département", naturalKind: "Personnes physiques",
    members: (n: number) => count(n, "membre", "membres"), table: "Voir le tableau", rules: (version: number) => `Comment c’est compté (règles, version ${version})`, ruleNames: { new_members: "Nouveaux membres", fees_eur: "Cotisations de l’année reçues", board: "Conseil", by_college: "Par collège" } as Record<string, string>,
    back: "Retour aux chiffres", rowsNone: "Rien à compter.", noFigure: "Ce chiffre n’existe pas.", shown: (n: number, total: number) => `${n} sur ${total}`, of: (n: number) => count(n, "ligne", "lignes"), more: "Voir la suite", number, euros: (n: number) => euros(n),
    opened: { members: "Membres", members_by_kind: "Membres", new_members: "Arrivées", departures: "Départs", fees_called: "Cotisations appelées", fees_received: "Cotisations reçues", fees_waived: "Cotisations dispensées", fees_remaining: "Cotisations encore dues", fees_received_in_year: "Versements de l’année", board: "Sièges du conseil", officers: "Bureau", board_meetings: "Réunions du conseil", general_assemblies: "Assemblées générales", by_college: "Membres", by_department: "Membres", by_kind: "Membres", by_fee_category: "Membres" } as Record<string, string>,
    head: { number: "N°", name: "Membre", college: "Collège", department: "Département", kind: "Genre", since: "Depuis le", left: "Départ", amount: "Appelé", received: "Reçu", remaining: "Reste dû", due: "Échéance", on: "Reçu le", year: "Pour l’année", post: "Siège", group: "Groupe", until: "Jusqu’au (prévu)", role: "Fonction", meeting: "Réunion", body: "Instance", held: "Le" }, nameless: "Sans nom",
  },
  {
    title: "The association’s figures", lead: "A year of members, fees and governance, counted by written rules. Each number opens what it counts.", loading: "Counting…", years: "Years", xlsx: "Excel workbook", xlsxOf: (year) => `Excel workbook of ${year}`,
    headline: (year, members, came, left) => `At the end of ${year} the association has ${count(members, "member", "members", "en")}: ${count(came, "arrival", "arrivals", "en")} and ${count(left, "departure", "departures", "en")} in the year.`, soFar: "The year is not over: what is counted “on 31 December” is as it is known today.", none: (year) => `No member is known in ${year}.`,
    main: "The year’s figures", figure: "Figure", groups: { people: "Members", money: "Fees", governance: "Governance" },
    lines: {
      members: "Members on 31 December", legal: "of which legal persons", natural: "of which natural persons", new_members: "New members", departures: "Departures", fees_called: "Fees called", fees_received: "The year’s fees received", fees_waived: "Fees waived", fees_remaining: "Still owed",
      fees_received_in_year: "Payments received in the year", board: "Seats held on the board", board_legal: "of which legal persons", board_natural: "of which natural persons", board_staff: "of which the team’s seat", officers: "Members of the bureau", board_meetings: "Ordinary meetings of the board", general_assemblies: "General assemblies",
    },
    course: "Year on year", coursePlot: "Members on 31 December, year by year", courseSummary: "The number of members at the end of each year.", feesPlot: "Fees received and called", feesSummary: "What was received each year, and as an outline what had been called.", received: "Received", called: "Called",
    parts: "Who they are", plots: { by_college: "By college", by_department: "By department", by_kind: "By kind", by_fee_category: "By category of fee" }, columns: { part: "Part", members: "Members", arrivals: "Arrivals", departures: "Departures", year: "Year" }, noDepartment: "Without department", naturalKind: "Natural persons",
    members: (n) => count(n, "member", "members", "en"), table: "See the table", rules: (version) => `How it is counted (rules, version ${version})`, ruleNames: { new_members: "New members", fees_eur: "The year’s fees received", board: "Board", by_college: "By college" },
    back: "Back to the figures", rowsNone: "Nothing to count.", noFigure: "There is no such figure.", shown: (n, total) => `${n} of ${total}`, of: (n) => count(n, "row", "rows", "en"), more: "Show more", number: (n) => number(n, "en"), euros: (n) => euros(n, "en"),
    opened: { members: "Members", members_by_kind: "Members", new_members: "Arrivals", departures: "Departures", fees_called: "Fees called", fees_received: "Fees received", fees_waived: "Fees waived", fees_remaining: "Fees still owed", fees_received_in_year: "Payments of the year", board: "Seats of the board", officers: "Bureau", board_meetings: "Meetings of the board", general_assemblies: "General assemblies", by_college: "Members", by_department: "Members", by_kind: "Members", by_fee_category: "Members" },
    head: { number: "No.", name: "Member", college: "College", department: "Department", kind: "Kind", since: "Since", left: "Left", amount: "Called", received: "Received", remaining: "Still owed", due: "Due on", on: "Received on", year: "For the year", post: "Post", group: "Group", until: "Until (expected)", role: "Office", meeting: "Meeting", body: "Body", held: "On" }, nameless: "Without a name",
  },
);
