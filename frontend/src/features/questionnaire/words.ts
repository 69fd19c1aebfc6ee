import { spaceWords } from "@/space/kit/words";
import type { Fault } from "./questionnaire";

export const useQuestionnaireWords = spaceWords(
  {
    page: "Comment s’est passé votre prêt ?", loading: "Le questionnaire arrive…", about: (title: string) => `« ${title} »`, lead: "Deux minutes, et deux questions obligatoires. Vos réponses servent à choisir les prochains outils et à corriger ceux qui existent.", by: (organisation: string) => organisation,
    already: "Vous avez déjà répondu : merci. Vous pouvez encore corriger vos réponses.", restored: "Ce que vous aviez commencé d’écrire est revenu.",
    satisfaction: "Dans l’ensemble, êtes-vous satisfait du prêt ?", required: "obligatoire", welcome: "L’accueil et les échanges", logistics: "La préparation, le transport, le retour",
    audienceTitle: "Qui est venu ?", method: "Combien de personnes en ont profité ?", methods: { counted: "Nous les avons comptées", estimated: "Nous les estimons", unknown: "Nous ne savons pas" }, people: "Nombre de personnes", peopleHint: "En chiffres : 120.", types: "Quels publics ?", typesHint: "Plusieurs réponses possibles.",
    youTitle: "Et vous ?", first: "Est-ce la première fois que vous empruntez ?", yes: "Oui", no: "Non", known: "Comment avez-vous connu cet outil ?", knownOther: "Comment, précisément ?", noAnswer: "Sans réponse",
    textTitle: "En quelques mots", pleased: "Ce qui a plu", remarks: "Une erreur, quelque chose de dépassé dans le contenu ?", remarksHint: "Le propriétaire de l’outil le lira. N’écrivez le nom d’aucun élève.",
    send: "Envoyer mes réponses", sending: "L’envoi est en cours…", faults: { satisfaction: "Dites si vous êtes satisfait.", audience_method: "Dites si vous connaissez le nombre de personnes.", audience: "Écrivez un nombre de personnes en chiffres, ou choisissez « Nous ne savons pas »." } as Record<Fault, string>, toMend: "Il manque encore :",
    changed: "Quelqu’un d’autre a répondu entre-temps avec ce lien. Ce que vous avez écrit est gardé ici : relisez, puis envoyez à nouveau pour remplacer sa réponse.", failed: "L’envoi n’a pas abouti. Rien de ce que vous avez écrit n’est perdu : réessayez dans un moment.", offline: "Vous semblez hors connexion. Rien n’est perdu : réessayez quand le réseau revient.",
    thanksTitle: "Merci !", thanks: "Vos réponses sont enregistrées. Elles font grandir le catalogue.", again: "Corriger mes réponses", catalogue: "Voir les autres outils à emprunter",
    unknownTitle: "Ce lien ne mène à rien.", unknown: "Il est peut-être incomplet : ouvrez-le depuis le courriel, ou écrivez à la structure qui vous a prêté l’outil.", waivedTitle: "Il n’y a plus rien à remplir.", waived: "Le prêteur vous a dispensé de ce questionnaire. Merci d’avoir emprunté.",
  },
  {
    page: "How did your loan go?", loading: "The questionnaire is coming…", about: (title) => `“${title}”`, lead: "Two minutes, and two questions that must be answered. Your answers help choose the next items and mend those that exist.", by: (organisation) => organisation,
    already: "You have answered already: thank you. You may still correct your answers.", restored: "What you had begun to write is back.",
    satisfaction: "On the whole, are you satisfied with the loan?", required: "required", welcome: "Welcome and exchanges", logistics: "Preparation, transport, return",
    audienceTitle: "Who came?", method: "How many people enjoyed it?", methods: { counted: "We counted them", estimated: "We estimate them", unknown: "We do not know" }, people: "Number of people", peopleHint: "In figures: 120.", types: "Which audiences?", typesHint: "Several answers are possible.",
    youTitle: "And you?", first: "Do you borrow for the first time?", yes: "Yes", no: "No", known: "How did you hear of this item?", knownOther: "How exactly?", noAnswer: "No answer",
    textTitle: "In a few words", pleased: "What pleased", remarks: "A mistake, something out of date in the content?", remarksHint: "The item’s owner will read it. Write no pupil’s name.",
    send: "Send my answers", sending: "Being sent…", faults: { satisfaction: "Say whether you are satisfied.", audience_method: "Say whether you know the number of people.", audience: "Write a number of people in figures, or choose “We do not know”." }, toMend: "Still missing:",
    changed: "Somebody else answered with this link meanwhile. What you wrote is kept here: read it again, then send it to replace their answer.", failed: "It was not sent. Nothing that you wrote is lost: try again in a moment.", offline: "You seem to be offline. Nothing is lost: try again when the network is back.",
    thanksTitle: "Thank you!", thanks: "Your answers are recorded. They make the catalogue grow.", again: "Correct my answers", catalogue: "See what else can be borrowed",
    unknownTitle: "This link leads nowhere.", unknown: "It may be incomplete: open it from the mail, or write to the organisation that lent you the item.", waivedTitle: "There is nothing left to fill in.", waived: "The lender has let you off this questionnaire. Thank you for borrowing.",
  },
);
