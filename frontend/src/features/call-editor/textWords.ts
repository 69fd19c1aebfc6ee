import { spaceWords } from "@/space/kit/words";

type Named = Record<string, string>;

/** Words of the texts that a call's mails and letters are made of. */
export const useTextWords = spaceWords(
  {
    lead: "Chaque appel a ses propres textes. Ils sont prêts à partir tels quels : relisez-les, et changez ce qui ne vous ressemble pas.", loading: "Les textes arrivent…",
    mails: "Courriels", letters: "Lettres", mail: "Courriel", letter: "Lettre", shipped: "texte d’origine", changed: (when: string) => `changé ${when}`, all: "Tous les textes", unknown: "Ce texte n’existe pas.",
    names: {
      labelled: "Projet labellisé", waitlisted: "Liste complémentaire", not_labelled: "Projet non retenu", changes_requested: "Compléments demandés", draft_reminder: "Rappel : un brouillon attend", review_assigned: "Des dossiers à lire",
      review_reminder: "Rappel : des lectures attendent", confirmation_reminder: "Rappel : confirmer le projet", not_entered_reminder: "Rappel : saisir sur le site national", project_cancelled: "Projet annulé", session_changed: "Séance changée",
    } as Named,
    when: {
      labelled: "Aux contacts du dossier, quand une série de décisions est appliquée.", waitlisted: "Aux contacts du dossier, quand une série de décisions est appliquée.", not_labelled: "Aux contacts du dossier, quand une série de décisions est appliquée.",
      changes_requested: "Aux contacts du dossier, quand la coordination demande des compléments.", draft_reminder: "À qui a commencé un dossier sans le déposer, avant la clôture.", review_assigned: "Aux membres du comité, quand des dossiers leur sont confiés.",
      review_reminder: "Aux membres du comité qui n’ont pas fini, quand vous les relancez.", confirmation_reminder: "Aux porteurs de projet labellisé qui n’ont pas confirmé.", not_entered_reminder: "Aux porteurs de projet dont rien ne paraît encore dans le flux national.",
      project_cancelled: "À ceux que l’annulation d’un projet concerne.", session_changed: "À ceux que le changement d’une séance concerne.",
    } as Named,
    letterWhen: "Un PDF joint au dossier, fait quand la décision est appliquée.",
    subject: "Objet", body: "Texte", bodyHint: "Une ligne vide sépare les paragraphes.", insert: "Ajouter une valeur du dossier", insertHint: "Choisissez-en une : elle s’ajoute là où est le curseur, entre accolades, et prend sa valeur au départ.",
    conditional: "Ce qui est entre {% if amount %} et {% endif %} ne s’écrit que s’il y a une valeur : gardez ces deux balises par paire.", added: (label: string) => `« ${label} » est ajouté.`,
    unknownNames: (names: string[]) => `${names.map((name) => `« ${name} »`).join(", ")} : ${names.length === 1 ? "ce nom n’est pas connu" : "ces noms ne sont pas connus"}. Choisissez parmi les valeurs proposées.`,
    subjectNeeded: "Donnez un objet.", bodyNeeded: "Écrivez le texte.", save: "Enregistrer le texte", saved: "Le texte est enregistré.", preview: "Tel qu’il partirait", previewHint: "Avec un dossier d’exemple.", previewWaiting: "L’aperçu se prépare…", previewNone: "L’aperçu revient dès que le texte est corrigé.", title: (kind: string, name: string) => `${kind} : ${name}`,
  },
  {
    lead: "Each call has its own texts. They are ready to leave as they are: read them over, and change what does not sound like you.", loading: "The texts are coming…",
    mails: "Mails", letters: "Letters", mail: "Mail", letter: "Letter", shipped: "original text", changed: (when) => `changed ${when}`, all: "All texts", unknown: "There is no such text.",
    names: {
      labelled: "Project labelled", waitlisted: "Waiting list", not_labelled: "Project not selected", changes_requested: "Changes requested", draft_reminder: "Reminder: a draft waits", review_assigned: "Applications to read",
      review_reminder: "Reminder: readings wait", confirmation_reminder: "Reminder: confirm the project", not_entered_reminder: "Reminder: enter on the national site", project_cancelled: "Project cancelled", session_changed: "Session changed",
    },
    when: {
      labelled: "To the application’s contacts, when a batch of decisions is applied.", waitlisted: "To the application’s contacts, when a batch of decisions is applied.", not_labelled: "To the application’s contacts, when a batch of decisions is applied.",
      changes_requested: "To the application’s contacts, when the coordination asks for changes.", draft_reminder: "To whoever began an application without submitting it, before the call closes.", review_assigned: "To members of the committee, when applications are given to them.",
      review_reminder: "To members of the committee who have not finished, when you remind them.", confirmation_reminder: "To holders of labelled projects who have not confirmed.", not_entered_reminder: "To holders of whom nothing shows in the national feed yet.",
      project_cancelled: "To those whom the cancellation of a project concerns.", session_changed: "To those whom the change of a session concerns.",
    },
    letterWhen: "A PDF beside the application, made when the decision is applied.",
    subject: "Subject", body: "Text", bodyHint: "An empty line parts paragraphs.", insert: "Add a value of the application", insertHint: "Choose one: it goes where the cursor is, between braces, and takes its value when it leaves.",
    conditional: "What is between {% if amount %} and {% endif %} is only written when there is a value: keep these two marks in pairs.", added: (label) => `“${label}” is added.`,
    unknownNames: (names) => `${names.map((name) => `“${name}”`).join(", ")}: ${names.length === 1 ? "this name is not known" : "these names are not known"}. Choose among the values offered.`,
    subjectNeeded: "Give a subject.", bodyNeeded: "Write the text.", save: "Save the text", saved: "The text is saved.", preview: "As it would leave", previewHint: "With an application as an example.", previewWaiting: "The preview is coming…", previewNone: "The preview comes back as soon as the text is mended.", title: (kind, name) => `${kind}: ${name}`,
  },
);
