import { spaceWords } from "@/space/kit/words";
import type { PartName, Stage } from "./state";

type Next = Record<Stage, (until: string | null) => string>;

/** Words of a dossier's page: where it stands, its parts, what may be done with it. */
export const useApplicationWords = spaceWords(
  {
    loading: "Le dossier s’ouvre…", title: "Dossier", unknown: "Ce dossier n’existe pas.", unknownText: "L’adresse est peut-être incomplète, ou le dossier a changé de mains.", back: "Revenir aux dossiers",
    number: (n: number) => `Dossier n° ${n}`, untitled: (n: number) => `Dossier n° ${n}, sans titre`, edition: (call: string, year: number) => (call.includes(String(year)) ? call : `${call}, édition ${year}`), hidden: "Porteur masqué : l’évaluation est anonyme.",
    standing: { editor: "", coordination: "", reader: "Vous lisez ce dossier comme partenaire.", reviewer: "Vous lisez ce dossier pour l’évaluer.", invited: "" },
    parts: { dossier: "Le dossier", budget: "Budget", fichiers: "Fichiers", echanges: "Échanges", participants: "Participants", historique: "Historique", lettres: "Décision" } satisfies Record<PartName, string> as Record<PartName, string>,
    partsOf: "Parties du dossier", unread: (n: number) => (n < 2 ? `${n} message non lu` : `${n} messages non lus`), stands: "Où il en est",
    stage: {
      not_open: "Brouillon", draft: "Brouillon", closed: "Brouillon, appel clos", submitted: "Déposé", changes_requested: "Compléments demandés", late: "Délai passé", under_review: "En évaluation",
      labelled: "Labellisé", waitlisted: "Sur liste complémentaire", not_labelled: "Non retenu", withdrawn: "Retiré", discarded: "Écarté",
    } satisfies Record<Stage, string> as Record<Stage, string>,
    next: {
      holder: {
        not_open: () => "L’appel n’est pas encore ouvert.", draft: (until) => (until ? `À finir et à déposer avant le ${until}.` : "À finir et à déposer."), closed: () => "L’appel est clos : seul un code d’accès donné par la coordination permet encore de déposer ce brouillon.",
        submitted: () => "La coordination a votre dossier. Elle vous écrira ici et par courriel s’il manque quelque chose.", changes_requested: (until) => (until ? `Modifiez ce qui est demandé, puis renvoyez le dossier : vous avez jusqu’au ${until} compris.` : "Modifiez ce qui est demandé, puis renvoyez le dossier."),
        late: () => "Le jour fixé pour répondre est passé. Écrivez à la coordination : elle peut vous laisser plus de temps.", under_review: () => "Votre dossier est étudié. La décision vous sera dite ici et par courriel.",
        labelled: () => "Votre projet est labellisé. La suite est dans vos projets : confirmez-le, puis saisissez vos animations.", waitlisted: () => "Votre projet est sur liste complémentaire. Vous serez prévenus si une place se libère.", not_labelled: () => "Votre projet n’est pas retenu cette fois. La lettre dit pourquoi, et vers qui se tourner.",
        withdrawn: () => "Vous avez retiré ce dossier.", discarded: () => "Ce brouillon est écarté : personne ne l’étudiera.",
      } satisfies Next as Next,
      coordination: {
        not_open: () => "L’appel n’est pas encore ouvert.", draft: (until) => (until ? `Pas encore déposé ; ses porteurs ont jusqu’au ${until}.` : "Pas encore déposé."), closed: () => "Non déposé à la clôture. Un code d’accès de l’appel laisserait encore entrer ce brouillon.",
        submitted: () => "À étudier. Demandez des compléments s’il le faut, ou passez à l’instruction.", changes_requested: (until) => (until ? `Chez le porteur, qui répond jusqu’au ${until} compris.` : "Chez le porteur, qui répond quand il peut."), late: () => "Le porteur n’a pas répondu à temps. Vous pouvez lui donner un autre jour.",
        under_review: () => "En cours d’évaluation, jusqu’à la décision.", labelled: () => "Labellisé. Le porteur confirme, puis saisit ses animations.", waitlisted: () => "Sur liste complémentaire. Une nouvelle décision peut encore le labelliser.", not_labelled: () => "Non retenu : le porteur en a reçu la lettre.",
        withdrawn: () => "Retiré par son porteur.", discarded: () => "Écarté par son porteur.",
      } satisfies Next as Next,
      other: {
        not_open: () => "L’appel n’est pas encore ouvert.", draft: (until) => (until ? `En cours d’écriture, à déposer avant le ${until}.` : "En cours d’écriture."), closed: () => "L’appel est clos ; ce dossier n’a pas été déposé.", submitted: () => "Il a été déposé.", changes_requested: () => "Son porteur le modifie, à la demande de la coordination.", late: () => "Son porteur le modifie, à la demande de la coordination.",
        under_review: () => "Il est étudié.", labelled: () => "Le projet est labellisé.", waitlisted: () => "Le projet est sur liste complémentaire.", not_labelled: () => "Le projet n’est pas retenu.", withdrawn: () => "Il a été retiré.", discarded: () => "Il a été écarté.",
      } satisfies Next as Next,
    },
    granted: (amount: string) => `Montant accordé : ${amount}.`, reason: "Raison donnée", fill: "Remplir le formulaire", amend: "Modifier le dossier", toProjects: "Mes projets", toReview: "Évaluer ce dossier", toInquiry: "L’instruction de l’appel", readLetter: "Lire la lettre", write: "Écrire à la coordination",
    draftHidden: "Le contenu d’un brouillon n’appartient qu’à ses porteurs : vous le lirez quand il sera déposé.", newerForm: "Le formulaire de l’appel a changé depuis votre dernier enregistrement : relisez les rubriques nouvelles.",
    stale: (n: number) => (n < 2 ? "Une rubrique reprise d’une édition passée est à confirmer dans le formulaire." : `${n} rubriques reprises d’une édition passée sont à confirmer dans le formulaire.`), toConfirm: "À confirmer", toMend: "À modifier",
    code: "Code d’accès", codeHint: "Celui que la coordination vous a donné.", codeGo: "Rouvrir le brouillon", codeDone: "Le brouillon est rouvert.", codeNeeded: "Écrivez le code.",
    more: "Autres actions", renew: "Reprendre pour un autre appel", renewTitle: "Reprendre ce dossier", renewText: "Un nouveau brouillon reprend vos réponses ; ce qui a pu changer, dates et contacts, sera à confirmer.", renewCall: "Appel ouvert", renewGo: "Reprendre", renewNone: "Aucun autre appel n’est ouvert en ce moment.", renewNeeded: "Choisissez un appel.", renewed: "Le nouveau brouillon est prêt.", alreadyRenewed: "Ce dossier est déjà repris dans cet appel.",
    withdraw: "Retirer le dossier", withdrawTitle: "Retirer le dossier ?", withdrawText: "La coordination ne l’étudiera plus. C’est sans retour, mais vous pourrez le reprendre pour un appel ouvert.", withdrawReason: "Pourquoi ?", withdrawHint: "La coordination le lira.", withdrawNeeded: "Dites en quelques mots pourquoi.", withdrawn: "Le dossier est retiré.",
    discard: "Écarter le brouillon", discardTitle: "Écarter ce brouillon ?", discardText: "Il quitte votre liste et ne pourra plus être déposé. Ce que vous y avez écrit reste lisible.", discarded: "Le brouillon est écarté.",
  },
  {
    loading: "The application is opening…", title: "Application", unknown: "This application does not exist.", unknownText: "The address may be incomplete, or the application has changed hands.", back: "Back to applications",
    number: (n) => `Application no. ${n}`, untitled: (n) => `Application no. ${n}, untitled`, edition: (call, year) => (call.includes(String(year)) ? call : `${call}, ${year} edition`), hidden: "Holder hidden: reviews are anonymous.",
    standing: { editor: "", coordination: "", reader: "You read this application as a partner.", reviewer: "You read this application to review it.", invited: "" },
    parts: { dossier: "Application", budget: "Budget", fichiers: "Files", echanges: "Messages", participants: "Taking part", historique: "History", lettres: "Decision" },
    partsOf: "Parts of the application", unread: (n) => (n === 1 ? "1 unread message" : `${n} unread messages`), stands: "Where it stands",
    stage: {
      not_open: "Draft", draft: "Draft", closed: "Draft, call closed", submitted: "Submitted", changes_requested: "Changes requested", late: "Answer overdue", under_review: "Being examined",
      labelled: "Labelled", waitlisted: "On the waiting list", not_labelled: "Not labelled", withdrawn: "Withdrawn", discarded: "Put away",
    },
    next: {
      holder: {
        not_open: () => "The call is not open yet.", draft: (until) => (until ? `To be finished and submitted before ${until}.` : "To be finished and submitted."), closed: () => "The call is closed: only an access code given by the coordination still lets this draft in.",
        submitted: () => "The coordination has your application. It will write here and by mail if something is missing.", changes_requested: (until) => (until ? `Change what is asked, then send the application again, by ${until} at the latest.` : "Change what is asked, then send the application again."),
        late: () => "The day set for answering has passed. Write to the coordination: it may give you more time.", under_review: () => "Your application is being examined. The decision will be told here and by mail.",
        labelled: () => "Your project is labelled. The rest is in your projects: confirm it, then enter your events.", waitlisted: () => "Your project is on the waiting list. You will be told if a place becomes free.", not_labelled: () => "Your project is not labelled this time. The letter says why, and whom to turn to.",
        withdrawn: () => "You withdrew this application.", discarded: () => "This draft is put away: nobody will examine it.",
      },
      coordination: {
        not_open: () => "The call is not open yet.", draft: (until) => (until ? `Not submitted yet; its holders have until ${until}.` : "Not submitted yet."), closed: () => "Not submitted by the closing. An access code of the call would still let this draft in.",
        submitted: () => "To be examined. Request changes if need be, or go on to the examination.", changes_requested: (until) => (until ? `With its holder, who answers by ${until}.` : "With its holder, who answers when they can."), late: () => "The holder has not answered in time. You may give them another day.",
        under_review: () => "Being examined, until the decision.", labelled: () => "Labelled. The holder confirms, then enters their events.", waitlisted: () => "On the waiting list. A new decision may still label it.", not_labelled: () => "Not labelled: the holder has had the letter.",
        withdrawn: () => "Withdrawn by its holder.", discarded: () => "Put away by its holder.",
      },
      other: {
        not_open: () => "The call is not open yet.", draft: (until) => (until ? `Being written, to be submitted before ${until}.` : "Being written."), closed: () => "The call is closed; this application was not submitted.", submitted: () => "It was submitted.", changes_requested: () => "Its holder is changing it, as the coordination asked.", late: () => "Its holder is changing it, as the coordination asked.",
        under_review: () => "It is being examined.", labelled: () => "The project is labelled.", waitlisted: () => "The project is on the waiting list.", not_labelled: () => "The project is not labelled.", withdrawn: () => "It was withdrawn.", discarded: () => "It was put away.",
      },
    },
    granted: (amount) => `Amount granted: ${amount}.`, reason: "Reason given", fill: "Fill in the form", amend: "Change the application", toProjects: "My projects", toReview: "Review this application", toInquiry: "The call’s examination", readLetter: "Read the letter", write: "Write to the coordination",
    draftHidden: "What a draft says belongs to its holders alone: you will read it once it is submitted.", newerForm: "The call’s form has changed since you last saved: read the new questions.",
    stale: (n) => (n === 1 ? "One answer taken over from a former edition is to be confirmed in the form." : `${n} answers taken over from a former edition are to be confirmed in the form.`), toConfirm: "To confirm", toMend: "To change",
    code: "Access code", codeHint: "The one that the coordination gave you.", codeGo: "Reopen the draft", codeDone: "The draft is open again.", codeNeeded: "Write the code.",
    more: "Other actions", renew: "Take up again for another call", renewTitle: "Take up this application", renewText: "A new draft takes over your answers; what may have changed, dates and contacts, is to be confirmed.", renewCall: "Open call", renewGo: "Take up", renewNone: "No other call is open at the moment.", renewNeeded: "Choose a call.", renewed: "The new draft is ready.", alreadyRenewed: "This application has been taken up in that call already.",
    withdraw: "Withdraw the application", withdrawTitle: "Withdraw the application?", withdrawText: "The coordination will examine it no more. There is no way back, but you may take it up for an open call.", withdrawReason: "Why?", withdrawHint: "The coordination will read it.", withdrawNeeded: "Say why in a few words.", withdrawn: "The application is withdrawn.",
    discard: "Put the draft away", discardTitle: "Put this draft away?", discardText: "It leaves your list and can no longer be submitted. What you wrote stays readable.", discarded: "The draft is put away.",
  },
);
