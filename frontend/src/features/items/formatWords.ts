import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
import type { FormatBody } from "./formats";

/** Words of formats and units; fields are named as the API names them. */
export const useFormatWords = spaceWords(
  {
    lead: "Un même outil peut exister en panneaux, en enrouleurs… Chaque format a ses exemplaires, qui partent entiers ou par modules.", add: "Ajouter un format", addGo: "Ajouter ce format", edit: "Modifier le format", editOf: (name: string) => `Modifier le format « ${name} »`, save: "Enregistrer le format",
    saved: "Le format est enregistré.", added: "Le format est ajouté.", nothingToSave: "Rien n’a changé.", remove: "Supprimer", removeOf: (name: string) => `Supprimer le format « ${name} »`, removeTitle: (name: string) => `Supprimer le format « ${name} » ?`,
    removeText: "Il disparaît avec ses exemplaires. Un format qui a déjà été prêté ne se supprime pas : donnez-lui une date de retrait.", removed: "Le format est supprimé.", retiredOn: (date: string) => `retiré le ${date}`, panels: (n: number) => count(n, "panneau", "panneaux"),
    fields: {
      format: "Format", label: "Précision", external_id: "Référence", panels: "Panneaux", dimensions: "Dimensions", space_m2: "Surface (m²)", needs_power: "Prise électrique", weight_kg: "Poids (kg)", packages: "Colis", transport: "Transport", setup: "Installation",
      insurance_value_cents: "Valeur d’assurance (€)", added_on: "Là depuis le", retired_on: "Retiré à partir du",
    } as Record<keyof FormatBody, string>,
    labelHint: "Ce qui le distingue d’un autre : « version 2024 », « grand format ».", externalHint: "Celle de vos tableaux et de vos bilans.", retiredHint: "À partir de ce jour, ce format ne se prête plus.", asItem: "comme l’outil", asItemHint: "Laissez vide ce qui est comme sur la fiche de l’outil.",
    copies: "Exemplaires", copiesHint: "Combien il y en a, pareils.", modules: "Modules de chaque exemplaire", modulesHint: "Un nom par ligne. Vide : l’exemplaire part entier.", formatNeeded: "Choisissez un format.", dayNeeded: "Écrivez une date.",
    none: "Aucun exemplaire : ce format ne peut pas partir.", copy: (n: number) => `Exemplaire ${n}`, module: (n: number, module: number, name: string | null) => `Exemplaire ${n}, module ${module}${name ? ` : ${name}` : ""}`,
    addUnit: "Ajouter un exemplaire ou un module", addUnitGo: "Ajouter", unitAdded: (code: string) => `L’exemplaire ${code} est ajouté.`, copyNumber: "Exemplaire n°", moduleNumber: "Module n°", moduleHint: "Vide : l’exemplaire entier.", unitName: "Nom", state: "État", stateNote: "Remarque sur l’état", place: "Place dans la réserve",
    unitEdit: "Modifier", unitEditOf: (code: string) => `Modifier l’exemplaire ${code}`, unitSave: "Enregistrer", unitSaved: (code: string) => `L’exemplaire ${code} est enregistré.`, unitRemove: "Supprimer", unitRemoveOf: (code: string) => `Supprimer l’exemplaire ${code}`, unitRemoveTitle: (code: string) => `Supprimer l’exemplaire ${code} ?`,
    unitRemoveText: "Un exemplaire qui a déjà été prêté ne se supprime pas : mettez-le dans l’état « Retiré ».", unitRemoved: (code: string) => `L’exemplaire ${code} est supprimé.`, unitPage: "Sa page", unitPageOf: (code: string) => `Sa page : exemplaire ${code}`, empty: "(vide)",
  },
  {
    lead: "The same item may exist as panels, as roll-ups… Each format has its units, which go out whole or by modules.", add: "Add a format", addGo: "Add this format", edit: "Edit the format", editOf: (name) => `Edit the format “${name}”`, save: "Save the format",
    saved: "The format was saved.", added: "The format was added.", nothingToSave: "Nothing has changed.", remove: "Delete", removeOf: (name) => `Delete the format “${name}”`, removeTitle: (name) => `Delete the format “${name}”?`,
    removeText: "It goes with its units. A format that was lent cannot be deleted: give it a day of retirement.", removed: "The format was deleted.", retiredOn: (date) => `retired on ${date}`, panels: (n) => count(n, "panel", "panels", "en"),
    fields: {
      format: "Format", label: "Detail", external_id: "Reference", panels: "Panels", dimensions: "Dimensions", space_m2: "Space (m²)", needs_power: "Power socket", weight_kg: "Weight (kg)", packages: "Packages", transport: "Transport", setup: "Setting-up",
      insurance_value_cents: "Insurance value (€)", added_on: "There since", retired_on: "Retired from",
    },
    labelHint: "What tells it from another: “2024 version”, “large size”.", externalHint: "That of your tables and reports.", retiredHint: "From this day on, this format is no longer lent.", asItem: "as the item", asItemHint: "Leave empty what is as on the item’s sheet.",
    copies: "Copies", copiesHint: "How many there are, alike.", modules: "Modules of each copy", modulesHint: "A name a line. Empty: the copy goes out whole.", formatNeeded: "Choose a format.", dayNeeded: "Write a date.",
    none: "No unit: this format cannot go out.", copy: (n) => `Copy ${n}`, module: (n, module, name) => `Copy ${n}, module ${module}${name ? `: ${name}` : ""}`,
    addUnit: "Add a copy or a module", addUnitGo: "Add", unitAdded: (code) => `The unit ${code} was added.`, copyNumber: "Copy no.", moduleNumber: "Module no.", moduleHint: "Empty: the whole copy.", unitName: "Name", state: "State", stateNote: "Remark on its state", place: "Place in the store-room",
    unitEdit: "Edit", unitEditOf: (code) => `Edit the unit ${code}`, unitSave: "Save", unitSaved: (code) => `The unit ${code} was saved.`, unitRemove: "Delete", unitRemoveOf: (code) => `Delete the unit ${code}`, unitRemoveTitle: (code) => `Delete the unit ${code}?`,
    unitRemoveText: "A unit that was lent cannot be deleted: put it in the state “Retired”.", unitRemoved: (code) => `The unit ${code} was deleted.`, unitPage: "Its page", unitPageOf: (code) => `Its page: unit ${code}`, empty: "(empty)",
  },
);

export type FormatWords = ReturnType<typeof useFormatWords>["w"];
