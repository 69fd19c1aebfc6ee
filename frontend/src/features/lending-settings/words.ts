import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
import type { SettingsField } from "./settings";

export const useSettingsWords = spaceWords(
  {
    title: "Réglages du prêt", lead: "Quand on prête, à quelles conditions, à quel prix. Ce qui est déjà accordé garde les règles du jour où il l’a été.", lender: "Prêteur", none: "Vous ne prêtez pour personne.", noneText: "Les réglages sont ceux d’une structure qui prête : rejoignez la vôtre d’abord.", toOrganisations: "Trouver ma structure", loading: "Les réglages s’ouvrent…", unknown: "Vous ne prêtez pas pour cette structure.",
    sections: "Sur cette page", tariffs: "Barème", rules: "Règles", save: "Enregistrer les réglages", saved: "Les réglages sont enregistrés.", nothingToSave: "Rien n’a changé.", never: "Rien n’est encore réglé : voici ce qui vaut en attendant.", empty: "(vide)",
    groups: { opening: "Jours et délais", buffers: "Préparation et remise en état", papers: "Papiers demandés", who: "Qui prête et signe", places: "Lieux de retrait et de retour", agreement: "Texte des conventions" },
    fields: {
      opening_days: "Jours d’ouverture", buffer_before_days: "Avant un prêt", buffer_after_days: "Après un prêt", near_departments: "Départements proches", far_buffer_before_days: "Avant un prêt plus loin", far_buffer_after_days: "Après un prêt plus loin", notice_days: "Délai avant le départ", min_days: "Durée la plus courte", max_days: "Durée la plus longue", hold_days: "Une option tient",
      insurance: "Assurance demandée", agreement_template: "Texte", address: "Adresse", email: "Adresse électronique", phone: "Téléphone", signatory_name: "Qui signe", signatory_capacity: "En qualité de", pickup_places: "Lieux de retrait et de retour",
    } as Record<SettingsField, string>,
    hints: { buffer_before_days: "En jours ouvrés.", buffer_after_days: "En jours ouvrés.", far_buffer_before_days: "En jours ouvrés.", far_buffer_after_days: "En jours ouvrés.", near_departments: "Leurs numéros : « 02, 80 ». Vide : partout les mêmes délais.", notice_days: "Entre la demande et le départ, en jours.", min_days: "En jours.", max_days: "En jours.", hold_days: "En jours, puis elle expire.", signatory_capacity: "Directrice, maire, présidente…" } as Partial<Record<SettingsField, string>>,
    openingHint: "Les départs et les retours se font ces jours-là, hors jours fériés.", insuranceHints: { none: "Rien n’est demandé.", clause: "L’emprunteur s’engage dans la convention.", certificate: "Une attestation pour chaque prêt, avant le départ.", yearly: "Une attestation par an suffit pour plusieurs prêts." } as Record<string, string>,
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], days: (n: number) => count(n, "jour", "jours"), workingDays: (n: number) => count(n, "jour ouvré", "jours ouvrés"), everywhere: "partout pareil",
    place: (n: number) => `Lieu ${n}`, placeName: "Nom du lieu", placeAddress: "Adresse du lieu", hours: "Horaires", directions: "Accès", addPlace: "Ajouter un lieu", removePlace: "Retirer ce lieu", removePlaceOf: (name: string) => `Retirer ce lieu : ${name}`, noPlace: "Aucun lieu : dites où l’on vient chercher et rendre.",
    templateHint: "Vide : le texte standard. Écrivez {{ emprunteur }}, {{ outil }}… là où la convention doit les nommer.", try: "Voir ce que cela donne", tried: "Une convention avec ce texte, pour un prêt imaginaire", standard: "Partir du texte standard", words: "Ce que le texte peut nommer",
    number: (least: number, most: number) => `Écrivez un nombre de ${least} à ${most}.`, openingDay: "Choisissez au moins un jour.", lengths: "La plus courte dépasse la plus longue.", placeNeeded: "Donnez à chaque lieu un nom et une adresse.", department: (code: string) => `« ${code} » n’est pas un numéro de département.`,
  },
  {
    title: "Lending settings", lead: "When one lends, on what terms, at what price. What is agreed on keeps the rules of its day.", lender: "Lender", none: "You lend for nobody.", noneText: "Settings are those of an organisation that lends: join yours first.", toOrganisations: "Find my organisation", loading: "The settings are opening…", unknown: "You do not lend for this organisation.",
    sections: "On this page", tariffs: "Tariffs", rules: "Rules", save: "Save the settings", saved: "The settings were saved.", nothingToSave: "Nothing has changed.", never: "Nothing is set yet: this is what holds meanwhile.", empty: "(empty)",
    groups: { opening: "Days and notice", buffers: "Preparing and putting in order", papers: "Papers asked for", who: "Who lends and signs", places: "Places to fetch and bring back", agreement: "Text of agreements" },
    fields: {
      opening_days: "Opening days", buffer_before_days: "Before a loan", buffer_after_days: "After a loan", near_departments: "Departments nearby", far_buffer_before_days: "Before a loan farther away", far_buffer_after_days: "After a loan farther away", notice_days: "Notice before it leaves", min_days: "Shortest loan", max_days: "Longest loan", hold_days: "A hold lasts",
      insurance: "Insurance asked for", agreement_template: "Text", address: "Address", email: "E-mail address", phone: "Telephone", signatory_name: "Who signs", signatory_capacity: "In the capacity of", pickup_places: "Places to fetch and bring back",
    },
    hints: { buffer_before_days: "In working days.", buffer_after_days: "In working days.", far_buffer_before_days: "In working days.", far_buffer_after_days: "In working days.", near_departments: "Their numbers: “02, 80”. Empty: the same everywhere.", notice_days: "Between the request and the start, in days.", min_days: "In days.", max_days: "In days.", hold_days: "In days, then it expires.", signatory_capacity: "Director, mayor, president…" },
    openingHint: "Items leave and come back on these days, but for public holidays.", insuranceHints: { none: "Nothing is asked for.", clause: "The borrower commits in the agreement.", certificate: "A certificate for each loan, before it leaves.", yearly: "A certificate a year serves several loans." },
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], days: (n) => count(n, "day", "days", "en"), workingDays: (n) => count(n, "working day", "working days", "en"), everywhere: "the same everywhere",
    place: (n) => `Place ${n}`, placeName: "Name of the place", placeAddress: "Address of the place", hours: "Hours", directions: "How to get there", addPlace: "Add a place", removePlace: "Remove this place", removePlaceOf: (name) => `Remove this place: ${name}`, noPlace: "No place: say where one fetches and brings back.",
    templateHint: "Empty: the standard text. Write {{ emprunteur }}, {{ outil }}… where the agreement must name them.", try: "See what it gives", tried: "An agreement with this text, for an imaginary loan", standard: "Begin from the standard text", words: "What the text may name",
    number: (least, most) => `Write a number from ${least} to ${most}.`, openingDay: "Choose one day at least.", lengths: "The shortest is longer than the longest.", placeNeeded: "Give each place a name and an address.", department: (code) => `“${code}” is no number of a department.`,
  },
);

export type SettingsWords = ReturnType<typeof useSettingsWords>["w"];
