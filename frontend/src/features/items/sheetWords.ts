import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
import type { SheetField, Group } from "./sheet";

/** Words of an item's sheet; fields are named as the API names them. */
export const useSheetWords = spaceWords(
  {
    edit: "Modifier la fiche", saved: "La fiche est enregistrée.", nothingToSave: "Rien n’a changé.", save: "Enregistrer la fiche", yes: "Oui", no: "Non", unsaid: "Non précisé", choose: "Choisir", days: (n: number) => count(n, "jour", "jours"), workingDays: (n: number) => count(n, "jour ouvré", "jours ouvrés"),
    groups: { presentation: "Présentation", readers: "Pour qui, sur quoi", logistics: "Transport et installation", handled: "Qui répond aux demandes", rules: "Règles de prêt de cet outil" } as Record<Group, string>,
    fields: {
      title: "Titre", category: "Genre", abstract: "Résumé", description: "Présentation", themes: "Thèmes", audiences: "Publics", languages: "Langues", accessibility: "Accessible en cas de", producer: "Conçu par", year: "Année", credits: "Crédits",
      added_on: "Au catalogue depuis le", condition: "État général", space_m2: "Surface (m²)", needs_power: "Prise électrique", weight_kg: "Poids (kg)", packages: "Colis", transport: "Transport", setup: "Installation", insurance_value_cents: "Valeur d’assurance (€)",
      handling: "Demandes", contact_email: "Adresse électronique", contact_phone: "Téléphone", buffer_before_days: "Préparation avant le prêt", buffer_after_days: "Remise en état après", notice_days: "Délai avant le départ", min_days: "Durée la plus courte", max_days: "Durée la plus longue", insurance: "Assurance demandée",
    } as Record<SheetField, string>,
    hints: {
      abstract: "Deux phrases, pour la liste du catalogue.", description: "Ce que l’on y voit, ce que l’on y fait.", producer: "Auteur, musée, laboratoire…", credits: "Textes, images, scénographie.", transport: "Véhicule, manutention, précautions.", setup: "Temps, outils, nombre de personnes.",
      insurance_value_cents: "Celle que l’emprunteur doit faire couvrir.", buffer_before_days: "En jours ouvrés.", buffer_after_days: "En jours ouvrés.", notice_days: "Entre la demande et le départ, en jours.", min_days: "En jours.", max_days: "En jours.",
    } as Partial<Record<SheetField, string>>,
    handlingHints: { handled_here: "La demande arrive ici, à vos prêteurs.", forwarded: "La demande est envoyée à l’adresse ci-dessous.", contact_only: "Le catalogue donne l’adresse et le téléphone ; rien ne se demande ici." } as Record<string, string>,
    agencyHandled: "Les demandes pour les outils de l’agence sont traitées ici.", rulesHint: "Laissez vide ce qui suit les réglages du prêteur.", rulesLink: "Voir ces réglages", asLender: (value: string) => (value ? `Réglages : ${value}` : "Comme les réglages"), asItem: "Comme l’outil", titleNeeded: "Écrivez son titre.", dayNeeded: "Écrivez une date.", emailNeeded: "Écrivez l’adresse où transmettre les demandes.", lengths: "La plus courte dépasse la plus longue.",
    nothing: "La fiche ne dit encore que son titre.",
  },
  {
    edit: "Edit the sheet", saved: "The sheet was saved.", nothingToSave: "Nothing has changed.", save: "Save the sheet", yes: "Yes", no: "No", unsaid: "Not given", choose: "Choose", days: (n) => count(n, "day", "days", "en"), workingDays: (n) => count(n, "working day", "working days", "en"),
    groups: { presentation: "Presentation", readers: "For whom, on what", logistics: "Transport and setting-up", handled: "Who answers requests", rules: "Loan rules of this item" },
    fields: {
      title: "Title", category: "Kind", abstract: "Abstract", description: "Description", themes: "Themes", audiences: "Audiences", languages: "Languages", accessibility: "Accessible with", producer: "Made by", year: "Year", credits: "Credits",
      added_on: "In the catalogue since", condition: "Condition", space_m2: "Space (m²)", needs_power: "Power socket", weight_kg: "Weight (kg)", packages: "Packages", transport: "Transport", setup: "Setting-up", insurance_value_cents: "Insurance value (€)",
      handling: "Requests", contact_email: "E-mail address", contact_phone: "Telephone", buffer_before_days: "Preparation before the loan", buffer_after_days: "Putting in order after", notice_days: "Notice before it leaves", min_days: "Shortest loan", max_days: "Longest loan", insurance: "Insurance asked for",
    },
    hints: {
      abstract: "Two sentences, for the catalogue’s list.", description: "What one sees and does.", producer: "Author, museum, laboratory…", credits: "Texts, pictures, design.", transport: "Vehicle, handling, care.", setup: "Time, tools, number of people.",
      insurance_value_cents: "What the borrower must have covered.", buffer_before_days: "In working days.", buffer_after_days: "In working days.", notice_days: "Between the request and the start, in days.", min_days: "In days.", max_days: "In days.",
    },
    handlingHints: { handled_here: "The request comes here, to your lenders.", forwarded: "The request is sent to the address below.", contact_only: "The catalogue gives the address and telephone; nothing is asked for here." },
    agencyHandled: "Requests for the agency’s items are handled here.", rulesHint: "Leave empty what follows the lender’s settings.", rulesLink: "See these settings", asLender: (value) => (value ? `Settings: ${value}` : "As the settings"), asItem: "As the item", titleNeeded: "Write its title.", dayNeeded: "Write a date.", emailNeeded: "Write the address that requests go to.", lengths: "The shortest is longer than the longest.",
    nothing: "The sheet says nothing but its title yet.",
  },
);

export type SheetWords = ReturnType<typeof useSheetWords>["w"];
