import { spaceWords } from "@/space/kit/words";

/** Words of a call as a whole: the list, the frame of its parts, its publication. */
export const useCallWords = spaceWords(
  {
    title: "Appels à projets", lead: "Un appel par édition, en général. Chacun a son formulaire, ses critères et ses courriels ; rien n’est visible avant que vous ne le mettiez en ligne.",
    loading: "Les appels arrivent…", edition: (year: number) => `Édition ${year}`, noEdition: "Il n’y a pas encore d’édition : créez-la d’abord dans le programme.", toProgramme: "Le programme", none: "Aucun appel pour cette édition.",
    begin: "Commencer un appel", beginGo: "Commencer", beginEdition: "Pour quelle édition ?", from: "À partir de", fromFestival: "L’appel de la Fête de la science", fromFestivalHint: "Formulaire, critères, courriels et lettres sont prêts ; vous changez ce que vous voulez.",
    fromCall: "Un appel passé", fromCallHint: "Ses réglages, son formulaire, ses critères et ses textes sont repris, un an plus tard ou davantage.", fromWhich: "Lequel ?", fromWhichNeeded: "Choisissez l’appel à reprendre.", editionNeeded: "Choisissez une édition.",
    ownTitle: "Titre", ownTitleHint: "Facultatif : vous pourrez le changer.", begun: "L’appel est prêt à être relu. Personne ne le voit encore.",
    states: { draft: "Brouillon", upcoming: "En ligne, pas encore ouvert", open: "Ouvert", grace: "Délai de grâce", closed: "Clos", archived: "Archivé" },
    span: (from: string, to: string) => `du ${from} au ${to}`, until: (at: string) => `jusqu’au ${at}`, formNumber: (n: number) => `formulaire version ${n}`, formDraft: (n: number) => `version ${n} en cours d’écriture`,
    saying: {
      draft: "Personne ne le voit encore en dehors de la coordination.", upcoming: (at: string) => `Il s’ouvrira le ${at}.`, open: (at: string) => `Les dossiers arrivent jusqu’au ${at}.`,
      grace: (at: string) => `Les dossiers commencés à temps peuvent encore être déposés jusqu’au ${at}.`, closed: (at: string) => `Il est clos depuis le ${at}.`, archived: "Il n’est plus en ligne ; ses dossiers restent.",
    },
    back: "Tous les appels", parts: "Parties de l’appel", public: "La page publique",
    part: { settings: "Réglages", form: "Formulaire", criteria: "Critères", codes: "Accès tardifs", texts: "Courriels et lettres", review: "Instruction" },
    callLoading: "L’appel s’ouvre…", frozen: "Cet appel est archivé : remettez-le en ligne pour le modifier.", saved: "C’est enregistré.", nothingToSave: "Rien n’a changé.",
    publication: "Mise en ligne", publish: "Mettre en ligne", republish: "Remettre en ligne", archive: "Archiver l’appel", published: "L’appel est en ligne.", archived: "L’appel est archivé.",
    publishTitle: "Mettre cet appel en ligne ?", publishText: (from: string) => `Il paraîtra sur la page publique des appels, avec son formulaire. Les dossiers pourront être commencés à partir du ${from}.`, publishOpen: "Il paraîtra sur la page publique des appels, avec son formulaire. Les dossiers pourront être commencés tout de suite.",
    publishLate: "Sa date de clôture est passée : il paraîtra comme clos.", archiveTitle: "Archiver cet appel ?", archiveText: "Il disparaît de la page publique, et plus aucun dossier ne peut être commencé ni déposé. Les dossiers reçus restent, et vous pourrez le remettre en ligne.",
    ready: "Rien ne manque : l’appel peut être mis en ligne.", blocked: (n: number) => (n === 1 ? "Un point empêche la mise en ligne :" : `${n} points empêchent la mise en ligne :`), advice: "À regarder aussi :",
    toForm: "Ouvrir le formulaire", missing: {
      contact: "Aucune adresse de contact : les porteurs de projet ne sauront pas à qui écrire.", introduction: "La présentation est vide.", late: "La date de clôture est déjà passée.",
      criteria: "Le comité note, mais il n’y a aucun critère.", closedMessage: "Aucun message n’est prévu pour la page une fois l’appel clos.",
    },
  },
  {
    title: "Calls for projects", lead: "Usually one call for each edition. Each has its form, its criteria and its mails; nothing is visible until you put it online.",
    loading: "The calls are coming…", edition: (year) => `Edition ${year}`, noEdition: "There is no edition yet: make it first, in the programme.", toProgramme: "The programme", none: "No call for this edition.",
    begin: "Begin a call", beginGo: "Begin", beginEdition: "For which edition?", from: "Starting from", fromFestival: "The science festival’s call", fromFestivalHint: "Form, criteria, mails and letters are ready; change what you like.",
    fromCall: "A former call", fromCallHint: "Its settings, form, criteria and texts are taken over, a year or more later.", fromWhich: "Which one?", fromWhichNeeded: "Choose the call to take over.", editionNeeded: "Choose an edition.",
    ownTitle: "Title", ownTitleHint: "Optional: you can change it later.", begun: "The call is ready to be read over. Nobody sees it yet.",
    states: { draft: "Draft", upcoming: "Online, not open yet", open: "Open", grace: "Grace period", closed: "Closed", archived: "Archived" },
    span: (from, to) => `from ${from} to ${to}`, until: (at) => `until ${at}`, formNumber: (n) => `form version ${n}`, formDraft: (n) => `version ${n} being written`,
    saying: {
      draft: "Nobody sees it yet outside the coordination.", upcoming: (at) => `It opens on ${at}.`, open: (at) => `Applications come in until ${at}.`,
      grace: (at) => `Applications begun in time can still be submitted until ${at}.`, closed: (at) => `It has been closed since ${at}.`, archived: "It is no longer online; its applications stay.",
    },
    back: "All calls", parts: "Parts of the call", public: "The public page",
    part: { settings: "Settings", form: "Form", criteria: "Criteria", codes: "Late access", texts: "Mails and letters", review: "Reviewing" },
    callLoading: "The call is opening…", frozen: "This call is archived: put it back online to change it.", saved: "Saved.", nothingToSave: "Nothing has changed.",
    publication: "Publication", publish: "Put online", republish: "Put back online", archive: "Archive the call", published: "The call is online.", archived: "The call is archived.",
    publishTitle: "Put this call online?", publishText: (from) => `It will show on the public page of calls, with its form. Applications can be begun from ${from}.`, publishOpen: "It will show on the public page of calls, with its form. Applications can be begun at once.",
    publishLate: "Its closing date is past: it will show as closed.", archiveTitle: "Archive this call?", archiveText: "It leaves the public page, and no application can be begun or submitted any more. Those received stay, and you can put it back online.",
    ready: "Nothing is missing: the call can be put online.", blocked: (n) => (n === 1 ? "One thing keeps it from going online:" : `${n} things keep it from going online:`), advice: "Worth a look:",
    toForm: "Open the form", missing: {
      contact: "No contact address: holders will not know whom to write to.", introduction: "The introduction is empty.", late: "The closing date is already past.",
      criteria: "The committee scores, but there is no criterion.", closedMessage: "No message is ready for the page once the call is closed.",
    },
  },
);
