import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

/** Words of the list of items, of a new one and of an item's page. Those of its parts are beside them. */
export const useItemWords = spaceWords(
  {
    title: "Outils", lead: "Tout ce qui se prête : expositions, mallettes, maquettes.", leadOwn: "Ce que vos structures prêtent.", add: "Ajouter un outil",
    search: "Titre, thème, auteur", owner: "Prêteur", anyOwner: "Tous", category: "Genre", anyCategory: "Tous les genres", publication: "État", anyPublication: "Tous les états", retired: "Prêt", anyRetired: "Tous",
    retiredOnly: "Retirés du prêt", lentOnly: "Encore prêtés", filter: "Filtrer les outils", looking: "Les outils arrivent…", found: (n: number) => (n === 0 ? "Aucun outil" : count(n, "outil", "outils")), more: "Voir la suite",
    nothing: "Aucun outil ne répond à ces filtres.", clear: "Effacer les filtres", none: "Vous n’avez encore aucun outil.", noneHow: "Entrez le premier : son titre et son format suffisent, le reste vient après.",
    stranger: "Vous n’êtes encore dans aucune structure.", strangerText: "Un outil appartient à une structure : rejoignez la vôtre, ou créez-la.", toOrganisations: "Trouver ma structure",
    name: "Outil", formats: "Formats", units: "Exemplaires", state: "État", retiredSince: (date: string) => `retiré le ${date}`, retiresOn: (date: string) => `retiré à partir du ${date}`,
    back: "Tous les outils", loading: "La fiche s’ouvre…", unknown: "Cet outil n’existe pas, ou n’est pas de ceux que vous prêtez.", sections: "Sur cette page",
    sheet: "Fiche", formatsPart: "Formats et exemplaires", photos: "Photos", documents: "Documents", publicationPart: "Publication", seePublic: "Voir la page publique", printable: "Fiche à imprimer (PDF)", seePlanning: "Voir le planning",
    newTitle: "Ajouter un outil", newLead: "Commencez par l’essentiel. La fiche reste un brouillon tant que vous ne la publiez pas.", newGo: "Créer le brouillon", created: (title: string) => `« ${title} » est un brouillon : complétez sa fiche.`,
    whose: "À qui il est", what: "Ce que c’est", firstFormat: "Son premier format", ownerHint: "Qui le prête.", ownerNeeded: "Dites qui le prête.", titleNeeded: "Écrivez son titre.", categoryNeeded: "Choisissez un genre.", formatNeeded: "Choisissez un format.",
    resumed: "Voici ce que vous aviez commencé.", restart: "Tout effacer",
  },
  {
    title: "Items", lead: "All that is lent: exhibitions, kits, models.", leadOwn: "What your organisations lend.", add: "Add an item",
    search: "Title, theme, author", owner: "Lender", anyOwner: "All", category: "Kind", anyCategory: "All kinds", publication: "State", anyPublication: "All states", retired: "Lending", anyRetired: "All",
    retiredOnly: "No longer lent", lentOnly: "Still lent", filter: "Filter the items", looking: "The items are coming…", found: (n) => (n === 0 ? "No item" : count(n, "item", "items", "en")), more: "Show more",
    nothing: "No item answers these filters.", clear: "Clear the filters", none: "You have no item yet.", noneHow: "Enter the first: its title and format are enough, the rest comes later.",
    stranger: "You are in no organisation yet.", strangerText: "An item belongs to an organisation: join yours, or create it.", toOrganisations: "Find my organisation",
    name: "Item", formats: "Formats", units: "Units", state: "State", retiredSince: (date) => `retired on ${date}`, retiresOn: (date) => `retired from ${date}`,
    back: "All items", loading: "The sheet is opening…", unknown: "This item does not exist, or is none of those that you lend.", sections: "On this page",
    sheet: "Sheet", formatsPart: "Formats and units", photos: "Photos", documents: "Documents", publicationPart: "Publication", seePublic: "See the public page", printable: "Sheet to print (PDF)", seePlanning: "See the planning",
    newTitle: "Add an item", newLead: "Begin with what matters. The sheet is a draft until you publish it.", newGo: "Create the draft", created: (title) => `“${title}” is a draft: complete its sheet.`,
    whose: "Whose it is", what: "What it is", firstFormat: "Its first format", ownerHint: "Who lends it.", ownerNeeded: "Say who lends it.", titleNeeded: "Write its title.", categoryNeeded: "Choose a kind.", formatNeeded: "Choose a format.",
    resumed: "Here is what you had begun.", restart: "Clear all",
  },
);

export type ItemWords = ReturnType<typeof useItemWords>["w"];
