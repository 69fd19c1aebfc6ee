import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

export const useCorrectionWords = spaceWords(
  {
    title: "Corrections de l’annuaire", lead: "Ce que les gens signalent sur les fiches publiques. Vous décidez champ par champ ; ce qui est accepté change la fiche aussitôt.", show: "Afficher", states: { waiting: "En attente", settled: "Traitées" } as Record<string, string>, loading: "Les corrections arrivent…",
    none: { waiting: "Rien n’attend : l’annuaire est à jour.", settled: "Aucune correction n’a encore été traitée." } as Record<string, string>, total: (n: number) => count(n, "correction", "corrections"), more: "Voir la suite",
    origin: { organisation: "La structure elle-même", account: "Une personne qui a un compte", visitor: "Une visite sans compte" } as Record<string, string>, from: (who: string, day: string) => `${who}, le ${day}`, page: "Voir la fiche publique", pageOf: (name: string) => `Voir la fiche publique de ${name}`,
    fields: { name: "Nom", kind: "Type", address: "Adresse", postal_code: "Code postal", commune: "Commune", point: "Point sur la carte", website: "Site web", email: "Courriel", phone: "Téléphone", description: "Présentation", themes: "Thèmes", offers: "Propose" } as Record<string, string>,
    field: "Champ", now: "Aujourd’hui", wanted: "Demandé", decision: "Décision", nothing: "rien", onMap: (point: string) => `${point} : voir sur OpenStreetMap`, accept: "Accepter", refuse: "Refuser", acceptOf: (field: string) => `Accepter : ${field}`, refuseOf: (field: string) => `Refuser : ${field}`, decisions: { accepted: "Accepté", refused: "Refusé" } as Record<string, string>, all: "Tout accepter",
    message: "Ce qui est écrit", answer: "Votre réponse", answerHint: "Envoyée par courriel à qui a laissé son adresse, quand tout est décidé.", noAddress: "Cette personne n’a pas laissé d’adresse.", save: "Enregistrer la décision", read: "Marquer comme lue", toDecide: (n: number) => `Il reste ${count(n, "champ", "champs")} à décider.`, done: (name: string) => `Correction de « ${name} » enregistrée.`, settledBy: (who: string, day: string) => `Traitée par ${who}, le ${day}`, settledOn: (day: string) => `Traitée le ${day}`,
  },
  {
    title: "Directory corrections", lead: "What people say is wrong on the public pages. You decide field by field; what is accepted changes the page at once.", show: "Show", states: { waiting: "Waiting", settled: "Settled" }, loading: "The corrections are coming…",
    none: { waiting: "Nothing waits: the directory is up to date.", settled: "No correction was settled yet." }, total: (n) => count(n, "correction", "corrections", "en"), more: "Show more",
    origin: { organisation: "The organisation itself", account: "Somebody with an account", visitor: "A visitor without an account" }, from: (who, day) => `${who}, on ${day}`, page: "See the public page", pageOf: (name) => `See the public page of ${name}`,
    fields: { name: "Name", kind: "Kind", address: "Address", postal_code: "Postal code", commune: "Town", point: "Point on the map", website: "Website", email: "E-mail", phone: "Phone", description: "About", themes: "Themes", offers: "Offers" },
    field: "Field", now: "Today", wanted: "Asked for", decision: "Decision", nothing: "nothing", onMap: (point) => `${point}: see on OpenStreetMap`, accept: "Accept", refuse: "Refuse", acceptOf: (field) => `Accept: ${field}`, refuseOf: (field) => `Refuse: ${field}`, decisions: { accepted: "Accepted", refused: "Refused" }, all: "Accept all",
    message: "What is written", answer: "Your answer", answerHint: "Mailed to whoever left an address, once everything is decided.", noAddress: "This person left no address.", save: "Save the decision", read: "Mark as read", toDecide: (n) => `${count(n, "field", "fields", "en")} still to decide.`, done: (name) => `Correction of “${name}” saved.`, settledBy: (who, day) => `Settled by ${who} on ${day}`, settledOn: (day) => `Settled on ${day}`,
  },
);
