import { spaceWords } from "@/space/kit/words";

export const useTokenWords = spaceWords(
  {
    title: "Jetons", lead: "Un jeton laisse un programme agir pour une structure : votre site, votre agenda, un tableur. Il ne peut que ce que vous cochez.", guide: "Le guide des programmes",
    noOrganisation: "Un jeton appartient à une structure : rejoignez la vôtre, ou créez-la.", toOrganisations: "Structures", only: (name: string) => `Ceux de « ${name} » seulement.`, all: "Voir ceux de toutes mes structures",
    live: "En service", over: "Finis", none: "Aucun jeton en service.", make: "Faire un jeton", organisation: "Structure", name: "Nom du programme", nameHint: "Pour savoir plus tard ce qu’il fait : « notre site », « export du lundi ».", scopes: "Ce qu’il peut faire",
    expires: "Jusqu’à quand", expiry: { soon: "Un mois", half: "Six mois", year: "Un an" }, expiryHint: (date: string) => `jusqu’au ${date}`, go: "Faire le jeton", nameNeeded: "Donnez-lui un nom.", scopesNeeded: "Cochez au moins une chose.", organisationNeeded: "Choisissez une structure.", editorOnly: "Il n’ira jamais au-delà de ce qu’un éditeur peut faire.",
    madeTitle: "Le jeton est prêt", madeText: "Copiez-le maintenant : il ne sera plus jamais montré. Gardez-le comme un mot de passe.", secret: "Le jeton", copy: "Copier le jeton", copyCall: "Copier l’appel", copied: "Copié.", copyFailed: "La copie est refusée par le navigateur : sélectionnez le texte.", firstCall: "Un premier appel", done: "Je l’ai copié",
    by: (name: string) => `par ${name}`, prefix: (prefix: string) => `omb_${prefix}_…`, until: (date: string) => `jusqu’au ${date}`, used: (when: string) => `servi ${when}`, unused: "jamais servi", endedOn: (date: string) => `arrêté le ${date}`, expired: (date: string) => `expiré le ${date}`, asleep: "ne sert plus : son auteur a quitté la structure",
    end: "Arrêter", endOf: (name: string) => `Arrêter « ${name} »`, endTitle: (name: string) => `Arrêter « ${name} » ?`, endText: "Le programme sera refusé dès son prochain appel. C’est sans retour : il faudra un autre jeton.", ended: "Le jeton est arrêté.",
  },
  {
    title: "Tokens", lead: "A token lets a program act for an organisation: your website, your calendar, a spreadsheet. It can only do what you tick.", guide: "The guide for programs",
    noOrganisation: "A token belongs to an organisation: join yours, or create it.", toOrganisations: "Organisations", only: (name) => `Those of “${name}” only.`, all: "See those of all my organisations",
    live: "In service", over: "Ended", none: "No token in service.", make: "Make a token", organisation: "Organisation", name: "Name of the program", nameHint: "To know later what it does: “our website”, “Monday’s export”.", scopes: "What it may do",
    expires: "Until when", expiry: { soon: "One month", half: "Six months", year: "One year" }, expiryHint: (date) => `until ${date}`, go: "Make the token", nameNeeded: "Give it a name.", scopesNeeded: "Tick at least one thing.", organisationNeeded: "Choose an organisation.", editorOnly: "It never goes beyond what an editor may do.",
    madeTitle: "The token is ready", madeText: "Copy it now: it will never be shown again. Keep it like a password.", secret: "The token", copy: "Copy the token", copyCall: "Copy the call", copied: "Copied.", copyFailed: "The browser refuses to copy: select the text.", firstCall: "A first call", done: "I have copied it",
    by: (name) => `by ${name}`, prefix: (prefix) => `omb_${prefix}_…`, until: (date) => `until ${date}`, used: (when) => `used ${when}`, unused: "never used", endedOn: (date) => `ended on ${date}`, expired: (date) => `expired on ${date}`, asleep: "no longer serves: its maker left the organisation",
    end: "End", endOf: (name) => `End “${name}”`, endTitle: (name) => `End “${name}”?`, endText: "The program will be refused at its next call. There is no way back: it will take another token.", ended: "The token has ended.",
  },
);
