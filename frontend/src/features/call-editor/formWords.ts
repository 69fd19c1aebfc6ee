import { spaceWords } from "@/space/kit/words";
import type { FieldType, FileKind, Operator, Purpose } from "./definition";

type Says = Record<Exclude<Operator, "is_filled">, (name: string, value: string) => string> & { is_filled: (name: string) => string; is_after: (name: string, value: string) => string; is_before: (name: string, value: string) => string };

/** Words of the form's editor. */
export const useFormWords = spaceWords(
  {
    views: { write: "Écrire", preview: "Aperçu", changes: "Publier", versions: "Versions" }, viewLabel: "Ce que l’on voit du formulaire", loading: "Le formulaire s’ouvre…",
    lead: "Ce que vous écrivez s’enregistre tout seul. Rien ne change pour les porteurs de projet avant que vous ne publiiez.",
    saving: {
      saved: "Tout est enregistré.", waiting: "Enregistrement…", saving: "Enregistrement…", held: "Pas encore enregistré : il manque un nom. Ce sera fait dès qu’il y sera.", unsent: "Pas enregistré : le service ne répond pas. On réessaie tout seul ; gardez cette page ouverte.",
      refused: "Pas enregistré :", met: "Quelqu’un d’autre écrit aussi : choisissez ce qui reste.",
    },
    savedAt: (at: string) => `Enregistré à ${at}.`, undo: "Annuler", redo: "Rétablir", joined: "Quelqu’un d’autre a changé le formulaire au même moment : ses changements sont réunis aux vôtres.",
    section: "Partie", sectionOf: (n: number) => `Partie ${n}`, sectionTitle: "Titre de la partie", sectionHelp: "Texte sous le titre", editSection: "Modifier la partie", editSectionOf: (what: string) => `Modifier la partie « ${what} »`, closeSection: "Fermer", addSection: "Ajouter une partie", newSection: "Nouvelle partie", removeSection: "Retirer la partie",
    removeSectionTitle: (what: string) => `Retirer « ${what} » ?`, removeSectionText: (n: number) => (n === 0 ? "Elle est vide." : n === 1 ? "Sa rubrique part avec elle." : `Ses ${n} rubriques partent avec elle.`), none: "Aucune rubrique pour l’instant.", empty: "Ce formulaire est vide. Commencez par une partie.",
    addField: "Ajouter une rubrique", addFieldTo: (what: string) => `Ajouter une rubrique à « ${what} »`, addGo: "Ajouter", label: "Intitulé", labelHint: "La question, telle qu’on la lit.", help: "Aide", helpHint: "Une ou deux phrases sous l’intitulé.", explanationHelp: "Le texte à lire", type: "Genre de réponse", typeKept: "Il ne change plus : des dossiers y ont peut-être répondu. Pour un autre genre, ajoutez une rubrique.",
    labelNeeded: "Donnez-lui un intitulé.", titleNeeded: "Donnez-lui un titre.", optionNeeded: "Donnez un nom à chaque choix.",
    edit: "Modifier", editOf: (what: string) => `Modifier « ${what} »`, close: "Fermer", closeOf: (what: string) => `Fermer « ${what} »`, duplicate: "Dupliquer", copyOf: (label: string) => `${label} (copie)`, duplicated: (what: string) => `« ${what} » est ajoutée en dessous.`, remove: "Retirer", removeOf: (what: string) => `Retirer « ${what} »`, removed: (what: string) => `« ${what} » est retirée. Vous pouvez annuler.`,
    added: (what: string) => `« ${what} » est ajoutée.`, up: (what: string) => `Monter « ${what} »`, down: (what: string) => `Descendre « ${what} »`, movedUp: (what: string) => `« ${what} » est montée d’une place.`, movedDown: (what: string) => `« ${what} » est descendue d’une place.`, inSection: "Dans la partie", fieldsOf: (what: string) => `Rubriques de « ${what} »`,
    types: {
      text: "Texte court", long_text: "Texte long", integer: "Nombre entier", decimal: "Nombre à virgule", amount: "Montant en euros", date: "Date", boolean: "Oui ou non", choice: "Un choix", choices: "Plusieurs choix", commune: "Commune", organisation: "Structure",
      email: "Adresse électronique", phone: "Téléphone", url: "Adresse d’un site", address: "Adresse postale", file: "Fichier", repetition: "Lignes à remplir", sessions: "Séances", explanation: "Texte à lire",
    } as Record<FieldType, string>,
    required: "Réponse attendue", requireds: { at_submission: "Pour déposer", at_label: "Après la labellisation", never: "Facultative" }, requiredHints: { at_submission: "Le dossier ne se dépose pas sans elle.", at_label: "On peut la laisser vide au dépôt ; elle est demandée aux projets labellisés.", never: "On peut toujours la laisser vide." },
    requiredShort: { at_submission: "demandée au dépôt", at_label: "demandée après la labellisation", never: "facultative" },
    purpose: "Ce que la Fête en fait", purposeHint: "Le tableau, la carte, le programme et les décisions lisent cette réponse.", noPurpose: "Rien de particulier", purposeTaken: (label: string) => `déjà « ${label} »`,
    purposes: {
      title: "Le titre du projet", summary: "Le résumé pour le programme", theme: "La thématique", commune: "La commune, sur la carte", venue: "Le lieu", sessions: "Les séances du programme", is_free: "La gratuité", audience: "Le public", school_levels: "Les niveaux scolaires", activity_type: "Le type d’animation",
      contact_name: "La personne à qui écrire", contact_email: "L’adresse où écrire", budget_expenses: "Les dépenses du budget", budget_income: "Les recettes du budget", requested_amount: "Le montant demandé",
    } as Record<Purpose, string>,
    identifying: "Identifie le porteur de projet", identifyingHint: "Cachée au comité quand la lecture est anonyme.", stale: "À revoir quand on reprend un ancien dossier", staleHint: "Signalée comme peut-être périmée : dates, contacts, tarifs…", short: { identifying: "cachée en lecture anonyme", stale: "à revoir à la reprise" },
    options: "Choix proposés", option: (n: number) => `Choix ${n}`, addOption: "Ajouter un choix", removeOption: (what: string) => `Retirer le choix « ${what} »`, paste: "Coller une liste", pasteHint: "Un choix par ligne.", pasteGo: "Ajouter ces choix", optionCount: (n: number) => (n === 1 ? "un choix" : `${n} choix`), vocabulary: "Valeur au programme", vocabularyHint: "Pour que le programme sache lire cette réponse, chaque choix est l’une de ses valeurs.", newOption: "Nouveau choix",
    min: "Au moins", max: "Au plus", minDate: "Pas avant le", maxDate: "Pas après le", minAmount: "Au moins, en euros", maxAmount: "Au plus, en euros", maxLength: "Longueur, en caractères", maxLengthHint: (usual: number) => `Vide : ${usual}.`, upTo: (n: number) => `${n} caractères au plus`,
    minRows: "Lignes, au moins", maxRows: "Lignes, au plus", files: "Fichiers acceptés", filesHint: "Rien de coché : tous ceux-là.", fileKinds: { pdf: "PDF", image: "Images", document: "Textes", sheet: "Tableaux", slides: "Présentations" } as Record<FileKind, string>, maxSize: "Taille, en Mo", maxSizeHint: "Vide : 20 Mo.",
    rowFields: "Dans chaque ligne", addRowField: "Ajouter une rubrique à la ligne", rowCount: (n: number) => (n === 1 ? "une rubrique par ligne" : `${n} rubriques par ligne`),
    condition: "Quand est-elle montrée ?", conditionSection: "Quand cette partie est-elle montrée ?", always: "Toujours", whenAll: "Si toutes ces conditions sont vraies", whenAny: "Si l’une de ces conditions est vraie", addCondition: "Ajouter une condition", removeCondition: (n: number) => `Retirer la condition ${n}`, conditionN: (n: number) => `Condition ${n}`, conditionField: "Rubrique", conditionOperator: "Comparaison", conditionValue: "Valeur",
    noneBefore: "Une condition porte sur une rubrique placée avant : il n’y en a pas encore.", nested: "Cette condition a été écrite par un programme, sur plusieurs niveaux :", replaceCondition: "La remplacer", shownIf: (what: string) => `montrée si ${what}`, quoted: (what: string) => `« ${what} »`, and: ", et ", or: ", ou ", yes: "oui", no: "non", gone: "(rubrique retirée)",
    operators: { is: "est", is_not: "n’est pas", includes: "comprend", is_filled: "est remplie", is_above: "est plus grand que", is_below: "est plus petit que" } as Record<Operator, string>, operatorsDate: { is_above: "est après le", is_below: "est avant le" },
    says: {
      is: (name, value) => `${name} est ${value}`, is_not: (name, value) => `${name} n’est pas ${value}`, includes: (name, value) => `${name} comprend ${value}`, is_above: (name, value) => `${name} est plus grand que ${value}`, is_below: (name, value) => `${name} est plus petit que ${value}`,
      is_filled: (name) => `${name} est remplie`, is_after: (name, value) => `${name} est après le ${value}`, is_before: (name, value) => `${name} est avant le ${value}`,
    } as Says,
    programs: "Nom pour les programmes", more: "Réglages de la rubrique", toMend: (n: number) => (n === 1 ? "Un point à corriger avant de publier" : `${n} points à corriger avant de publier`), firstToMend: "Voir le premier",
    clashTitle: (label: string, part: string) => `${label} · ${part}`, removedByThem: "(retirée)", keptByThem: "(gardée)",
    parts: {
      label: "intitulé", title: "titre", type: "genre de réponse", help: "aide", required: "réponse attendue", condition: "condition", purpose: "ce que la Fête en fait", is_identifying: "anonymat", is_stale_on_renewal: "reprise", options: "choix proposés", min: "minimum", max: "maximum", max_length: "longueur",
      media_types: "fichiers acceptés", max_size_bytes: "taille", min_rows: "lignes, au moins", max_rows: "lignes, au plus", fields: "rubriques de la ligne", section: "partie", removed: "retirée ou gardée",
    } as Record<string, string>,
  },
  {
    views: { write: "Write", preview: "Preview", changes: "Publish", versions: "Versions" }, viewLabel: "What is shown of the form", loading: "The form is opening…",
    lead: "What you write is saved by itself. Nothing changes for holders until you publish.",
    saving: {
      saved: "Everything is saved.", waiting: "Saving…", saving: "Saving…", held: "Not saved yet: a name is missing. It will be as soon as it is there.", unsent: "Not saved: the service does not answer. It is tried again by itself; keep this page open.",
      refused: "Not saved:", met: "Someone else is writing too: choose what stays.",
    },
    savedAt: (at) => `Saved at ${at}.`, undo: "Undo", redo: "Redo", joined: "Someone else changed the form at the same time: their changes are put together with yours.",
    section: "Section", sectionOf: (n) => `Section ${n}`, sectionTitle: "Title of the section", sectionHelp: "Text below the title", editSection: "Edit the section", editSectionOf: (what) => `Edit the section “${what}”`, closeSection: "Close", addSection: "Add a section", newSection: "New section", removeSection: "Remove the section",
    removeSectionTitle: (what) => `Remove “${what}”?`, removeSectionText: (n) => (n === 0 ? "It is empty." : n === 1 ? "Its field goes with it." : `Its ${n} fields go with it.`), none: "No field for now.", empty: "This form is empty. Begin with a section.",
    addField: "Add a field", addFieldTo: (what) => `Add a field to “${what}”`, addGo: "Add", label: "Label", labelHint: "The question, as it is read.", help: "Help", helpHint: "A sentence or two below the label.", explanationHelp: "The text to read", type: "Kind of answer", typeKept: "It does not change any more: applications may have answered it. For another kind, add a field.",
    labelNeeded: "Give it a label.", titleNeeded: "Give it a title.", optionNeeded: "Give each choice a name.",
    edit: "Edit", editOf: (what) => `Edit “${what}”`, close: "Close", closeOf: (what) => `Close “${what}”`, duplicate: "Duplicate", copyOf: (label) => `${label} (copy)`, duplicated: (what) => `“${what}” is added below.`, remove: "Remove", removeOf: (what) => `Remove “${what}”`, removed: (what) => `“${what}” is removed. You can undo.`,
    added: (what) => `“${what}” is added.`, up: (what) => `Move “${what}” up`, down: (what) => `Move “${what}” down`, movedUp: (what) => `“${what}” moved up one place.`, movedDown: (what) => `“${what}” moved down one place.`, inSection: "In the section", fieldsOf: (what) => `Fields of “${what}”`,
    types: {
      text: "Short text", long_text: "Long text", integer: "Whole number", decimal: "Decimal number", amount: "Amount in euros", date: "Date", boolean: "Yes or no", choice: "One choice", choices: "Several choices", commune: "Commune", organisation: "Organisation",
      email: "Mail address", phone: "Phone", url: "Web address", address: "Postal address", file: "File", repetition: "Rows to fill", sessions: "Sessions", explanation: "Text to read",
    },
    required: "Answer expected", requireds: { at_submission: "To submit", at_label: "Once labelled", never: "Optional" }, requiredHints: { at_submission: "The application cannot be submitted without it.", at_label: "It may be left empty at submission; labelled projects are asked for it.", never: "It may always be left empty." },
    requiredShort: { at_submission: "asked at submission", at_label: "asked once labelled", never: "optional" },
    purpose: "What the festival does with it", purposeHint: "The table, the map, the programme and decisions read this answer.", noPurpose: "Nothing in particular", purposeTaken: (label) => `“${label}” already`,
    purposes: {
      title: "The project’s title", summary: "The summary for the programme", theme: "The theme", commune: "The commune, on the map", venue: "The venue", sessions: "The programme’s sessions", is_free: "Free of charge", audience: "The audience", school_levels: "School levels", activity_type: "The kind of activity",
      contact_name: "Whom to write to", contact_email: "The address to write to", budget_expenses: "Expenses of the budget", budget_income: "Income of the budget", requested_amount: "The amount asked for",
    },
    identifying: "Identifies the holder", identifyingHint: "Hidden from the committee when reading is anonymous.", stale: "To look at again when a former application is taken up", staleHint: "Flagged as perhaps out of date: dates, contacts, prices…", short: { identifying: "hidden in anonymous reading", stale: "to look at again on renewal" },
    options: "Choices offered", option: (n) => `Choice ${n}`, addOption: "Add a choice", removeOption: (what) => `Remove the choice “${what}”`, paste: "Paste a list", pasteHint: "One choice a line.", pasteGo: "Add these choices", optionCount: (n) => (n === 1 ? "one choice" : `${n} choices`), vocabulary: "Value in the programme", vocabularyHint: "For the programme to read this answer, each choice is one of its values.", newOption: "New choice",
    min: "At least", max: "At most", minDate: "Not before", maxDate: "Not after", minAmount: "At least, in euros", maxAmount: "At most, in euros", maxLength: "Length, in characters", maxLengthHint: (usual) => `Empty: ${usual}.`, upTo: (n) => `${n} characters at most`,
    minRows: "Rows, at least", maxRows: "Rows, at most", files: "Files accepted", filesHint: "Nothing checked: all of these.", fileKinds: { pdf: "PDF", image: "Images", document: "Texts", sheet: "Spreadsheets", slides: "Slides" }, maxSize: "Size, in MB", maxSizeHint: "Empty: 20 MB.",
    rowFields: "In each row", addRowField: "Add a field to the row", rowCount: (n) => (n === 1 ? "one field a row" : `${n} fields a row`),
    condition: "When is it shown?", conditionSection: "When is this section shown?", always: "Always", whenAll: "If all these conditions hold", whenAny: "If one of these conditions holds", addCondition: "Add a condition", removeCondition: (n) => `Remove condition ${n}`, conditionN: (n) => `Condition ${n}`, conditionField: "Field", conditionOperator: "Comparison", conditionValue: "Value",
    noneBefore: "A condition is about a field placed before: there is none yet.", nested: "This condition was written by a program, on several levels:", replaceCondition: "Replace it", shownIf: (what) => `shown if ${what}`, quoted: (what) => `“${what}”`, and: ", and ", or: ", or ", yes: "yes", no: "no", gone: "(removed field)",
    operators: { is: "is", is_not: "is not", includes: "includes", is_filled: "is filled", is_above: "is above", is_below: "is below" }, operatorsDate: { is_above: "is after", is_below: "is before" },
    says: {
      is: (name, value) => `${name} is ${value}`, is_not: (name, value) => `${name} is not ${value}`, includes: (name, value) => `${name} includes ${value}`, is_above: (name, value) => `${name} is above ${value}`, is_below: (name, value) => `${name} is below ${value}`,
      is_filled: (name) => `${name} is filled`, is_after: (name, value) => `${name} is after ${value}`, is_before: (name, value) => `${name} is before ${value}`,
    },
    programs: "Name for programs", more: "Settings of the field", toMend: (n) => (n === 1 ? "One thing to fix before publishing" : `${n} things to fix before publishing`), firstToMend: "See the first",
    clashTitle: (label, part) => `${label} · ${part}`, removedByThem: "(removed)", keptByThem: "(kept)",
    parts: {
      label: "label", title: "title", type: "kind of answer", help: "help", required: "answer expected", condition: "condition", purpose: "what the festival does with it", is_identifying: "anonymity", is_stale_on_renewal: "renewal", options: "choices", min: "minimum", max: "maximum", max_length: "length",
      media_types: "files accepted", max_size_bytes: "size", min_rows: "rows, at least", max_rows: "rows, at most", fields: "fields of the row", section: "section", removed: "removed or kept",
    },
  },
);
export type FormWords = ReturnType<typeof useFormWords>["w"];
