import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

export const useTariffWords = spaceWords(
  {
    title: "Barème", lead: "Le tarif d’un prêt est celui de son premier jour. Un montant ne se corrige pas : donnez une fin au tarif, puis entrez le suivant.", none: "Aucun tarif : les prêts sont à chiffrer un par un.", add: "Ajouter un tarif", addGo: "Ajouter ce tarif", added: "Le tarif est ajouté.",
    category: "Genre", starts: "À partir du", ends: "Jusqu’au", endsHint: "Vide : jusqu’au tarif suivant.", basis: "Calcul", period: "Durée d’une période, en jours", member: "Adhérents (€)", other: "Autres (€)", memberRead: "Adhérents", otherRead: "Autres", dates: "Valable",
    from: (date: string) => `depuis le ${date}`, fromFuture: (date: string) => `à partir du ${date}`, between: (from: string, to: string) => `du ${from} au ${to}`, flat: "forfait", each: (n: number) => `par ${count(n, "jour", "jours")} commencés`, free: "gratuit", inForce: "en vigueur", coming: "à venir", over: "passé", state: "État",
    end: "Donner une fin", endChange: "Changer la fin", endOf: (name: string) => `Donner une fin au tarif « ${name} »`, endChangeOf: (name: string) => `Changer la fin du tarif « ${name} »`, endGo: "Enregistrer la fin", ended: "La fin du tarif est enregistrée.", remove: "Supprimer", removeOf: (name: string) => `Supprimer le tarif « ${name} »`, removeTitle: (name: string) => `Supprimer le tarif « ${name} » ?`, removeText: "Un tarif qui a servi à chiffrer un prêt ne se supprime pas : donnez-lui une fin.", removed: "Le tarif est supprimé.", actions: "Actions",
    categoryNeeded: "Choisissez un genre.", dayNeeded: "Écrivez une date.", amountNeeded: "Écrivez un montant, 0 si c’est gratuit.", periodNeeded: "Écrivez un nombre de jours.", choose: "Choisir", others: (n: number) => (n === 1 ? "1 tarif passé" : `${n} tarifs passés`),
  },
  {
    title: "Tariffs", lead: "A loan’s tariff is that of its first day. An amount is not corrected: give the tariff an end, then enter the next.", none: "No tariff: loans are priced one by one.", add: "Add a tariff", addGo: "Add this tariff", added: "The tariff was added.",
    category: "Kind", starts: "From", ends: "Until", endsHint: "Empty: until the next tariff.", basis: "Worked out", period: "Length of a period, in days", member: "Members (€)", other: "Others (€)", memberRead: "Members", otherRead: "Others", dates: "Holds",
    from: (date) => `since ${date}`, fromFuture: (date) => `from ${date}`, between: (from, to) => `from ${from} to ${to}`, flat: "flat", each: (n) => `for each ${count(n, "day", "days", "en")} begun`, free: "free", inForce: "in force", coming: "to come", over: "over", state: "State",
    end: "Give it an end", endChange: "Change the end", endOf: (name) => `Give it an end: tariff “${name}”`, endChangeOf: (name) => `Change the end of the tariff “${name}”`, endGo: "Save the end", ended: "The end of the tariff was saved.", remove: "Delete", removeOf: (name) => `Delete the tariff “${name}”`, removeTitle: (name) => `Delete the tariff “${name}”?`, removeText: "A tariff that a loan was priced by cannot be deleted: give it an end.", removed: "The tariff was deleted.", actions: "Actions",
    categoryNeeded: "Choose a kind.", dayNeeded: "Write a date.", amountNeeded: "Write an amount, 0 if it is free.", periodNeeded: "Write a number of days.", choose: "Choose", others: (n) => (n === 1 ? "1 tariff that is over" : `${n} tariffs that are over`),
  },
);
