import { spaceWords } from "@/space/kit/words";

/** Words of publishing a form, of its former versions, and of reading it. */
export const usePublishWords = spaceWords(
  {
    title: (n: number) => `Version ${n}`, none: "Rien n’a changé depuis la version publiée.", first: "C’est la première version : elle sera publiée avec l’appel, quand vous le mettrez en ligne.", toPublication: "Aller à la mise en ligne", lead: (n: number) => (n === 1 ? "Un changement depuis la version publiée." : `${n} changements depuis la version publiée.`),
    publish: (n: number) => `Publier la version ${n}`, published: (n: number) => `La version ${n} est publiée.`, blocked: "À corriger avant de publier :", unsaved: "La dernière modification n’est pas encore enregistrée.", frozen: "Cet appel est archivé : remettez-le en ligne pour publier son formulaire.",
    confirmTitle: (n: number) => `Publier la version ${n} du formulaire ?`, confirmText: "Les nouveaux dossiers s’ouvriront avec elle. Les dossiers en cours la suivront à leur prochaine ouverture, avec toutes leurs réponses.",
    removed: (n: number) => (n === 1 ? "Une rubrique disparaît. Les réponses déjà données restent dans les dossiers, sous « ancien champ »." : `${n} rubriques disparaissent. Les réponses déjà données restent dans les dossiers, sous « ancien champ ».`), warned: (n: number) => (n === 1 ? "Un changement touche des dossiers en cours." : `${n} changements touchent des dossiers en cours.`),
    change: { added: "Ajoutée", removed: "Retirée", changed: "Changée", moved: "Déplacée" }, changes: "Changements", aspects: (names: string) => `Change : ${names}.`,
    versions: "Versions du formulaire", versionsNone: "Aucune version n’est publiée.", current: "celle que l’on remplit", writing: "en cours d’écriture", publishedOn: (at: string) => `publiée le ${at}`, fields: (n: number) => (n === 1 ? "une rubrique" : `${n} rubriques`), read: "Lire", readOf: (n: number) => `Lire la version ${n}`, closeVersion: "Fermer cette version",
    previewLead: "Le formulaire tel que le porteur de projet le voit. Répondez pour essayer les conditions : rien n’est gardé.", outlineLead: "Ce que contient le formulaire, dans l’ordre.", columns: { field: "Rubrique", facts: "Ce qu’on y répond" }, outlineOf: (what: string) => `Rubriques de « ${what} »`, choices: "Choix :",
    goes: "Qui avait déjà un brouillon le retrouve entier.",
  },
  {
    title: (n) => `Version ${n}`, none: "Nothing has changed since the published version.", first: "This is the first version: it is published with the call, when you put it online.", toPublication: "Go to publication", lead: (n) => (n === 1 ? "One change since the published version." : `${n} changes since the published version.`),
    publish: (n) => `Publish version ${n}`, published: (n) => `Version ${n} is published.`, blocked: "To fix before publishing:", unsaved: "The last change is not saved yet.", frozen: "This call is archived: put it back online to publish its form.",
    confirmTitle: (n) => `Publish version ${n} of the form?`, confirmText: "New applications open with it. Those under way follow at their next opening, with all their answers.",
    removed: (n) => (n === 1 ? "One field goes. Answers already given stay in the applications, as “former field”." : `${n} fields go. Answers already given stay in the applications, as “former field”.`), warned: (n) => (n === 1 ? "One change touches applications under way." : `${n} changes touch applications under way.`),
    change: { added: "Added", removed: "Removed", changed: "Changed", moved: "Moved" }, changes: "Changes", aspects: (names) => `Changes: ${names}.`,
    versions: "Versions of the form", versionsNone: "No version is published.", current: "the one that people fill", writing: "being written", publishedOn: (at) => `published on ${at}`, fields: (n) => (n === 1 ? "one field" : `${n} fields`), read: "Read", readOf: (n) => `Read version ${n}`, closeVersion: "Close this version",
    previewLead: "The form as the holder sees it. Answer to try the conditions: nothing is kept.", outlineLead: "What the form holds, in order.", columns: { field: "Field", facts: "What one answers" }, outlineOf: (what) => `Fields of “${what}”`, choices: "Choices:",
    goes: "Whoever had a draft finds it whole.",
  },
);
