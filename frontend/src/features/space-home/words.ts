import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

export const useHomeWords = spaceWords(
  {
    hello: (name: string) => `Bonjour ${name}`, waits: "Ce qui m’attend", calm: "Rien ne vous attend. Profitez-en.", looking: "Voyons ce qui vous attend…",
    partly: "Une partie n’a pas pu être lue.", retry: "Réessayer", answer: "Répondre", see: "Voir",
    invited: (organisation: string) => `Invitation à rejoindre « ${organisation} »`, invitedBy: (name: string | null, role: string) => (name ? `De ${name}. Rôle proposé : ${role}.` : `Rôle proposé : ${role}.`),
    accept: "Accepter", acceptOf: (organisation: string) => `Accepter et rejoindre « ${organisation} »`, accepted: (organisation: string) => `Vous faites partie de « ${organisation} ».`, decline: "Décliner", declineOf: (organisation: string) => `Décliner l’invitation de « ${organisation} »`, declined: "L’invitation est déclinée.",
    join: (who: string, organisation: string) => `${who} demande à rejoindre « ${organisation} »`, someone: "Quelqu’un", more: (n: number) => `Et ${n} de plus`,
    asked: (organisation: string) => `Votre demande pour « ${organisation} » attend une réponse`, refused: (organisation: string) => `Votre demande pour « ${organisation} » a été refusée`, seeOf: (organisation: string) => `Voir « ${organisation} »`, askedOn: (date: string) => `Envoyée ${date}.`,
    mails: (n: number, more: boolean) => (n < 2 ? "Un courriel n’a pas pu partir" : `${more ? "Plus de " : ""}${n} courriels n’ont pas pu partir`), mailsHint: "Une adresse fausse, une boîte pleine, un serveur muet : voyez lequel.",
    letters: (n: number) => (n < 2 ? "Un message entre services n’est pas arrivé" : `${n} messages entre services ne sont pas arrivés`), lettersHint: "Il est gardé, et peut être rejoué.",
    conflicts: (n: number) => (n < 2 ? "Un champ d’un flux a changé aussi à la source" : `${n} champs de flux ont changé aussi à la source`), quarantined: (n: number) => (n < 2 ? "Une fiche d’un flux est en quarantaine" : `${n} fiches de flux sont en quarantaine`),
    duplicates: (n: number, more: boolean) => `${more ? "Plus de " : ""}${count(n, "paire", "paires")} d’événements peut-être identiques`, reviews: (n: number, more: boolean) => (n < 2 ? "Un dossier attend votre avis" : `${more ? "Plus de " : ""}${n} dossiers attendent votre avis`), reviewsDue: (date: string) => `Le premier avant le ${date} inclus.`, read: "Lire", byApi: "Cela se règle par l’API.", api: "La documentation de l’API",
    toConfirm: (title: string) => `« ${title} » est labellisé : confirmez votre participation`, toConfirmHint: "La coordination compte dessus pour le programme.", toWrite: (title: string) => `« ${title} » : écrivez vos événements`, toWriteHint: "Aucun n’est encore écrit.", standOffered: (stand: string, village: string) => `Un stand vous est proposé : « ${stand} », à « ${village} »`, answerOf: (title: string) => `Répondre pour « ${title} »`,
    proposalAccepted: (title: string) => `Votre modification de « ${title} » est acceptée`, proposalRefused: (title: string) => `Votre modification de « ${title} » est refusée`,
    organisations: "Mes structures", organisationsNone: "Vous n’appartenez encore à aucune structure.", organisationsHow: "Trouvez la vôtre dans l’annuaire et demandez à la rejoindre, ou ajoutez-la.", find: "Trouver ma structure",
    roles: "Ce que mes rôles permettent", role: { editor: "édition", administrator: "administration" },
    teamRole: {
      reviewer: ["Évaluation", "Lire les dossiers qui vous sont confiés et donner votre avis."], coordinator: ["Coordination", "Tenir le programme, les flux, les structures et leurs demandes."],
      lender: ["Prêts", "Suivre les expositions, leurs réservations et leurs retours."], secretary: ["Secrétariat", "Tenir les structures, les personnes et les courriels."],
      treasurer: ["Trésorerie", "Suivre ce qui se paie et les courriels qui en parlent."], administrator: ["Administration", "Donner et retirer les rôles, lire le journal, rejouer ce qui n’est pas arrivé."],
    },
  },
  {
    hello: (name) => `Hello ${name}`, waits: "What waits for me", calm: "Nothing waits for you. Enjoy it.", looking: "Let us see what waits for you…",
    partly: "Part of it could not be read.", retry: "Try again", answer: "Answer", see: "See",
    invited: (organisation) => `Invitation to join “${organisation}”`, invitedBy: (name, role) => (name ? `From ${name}. Role: ${role}.` : `Role: ${role}.`),
    accept: "Accept", acceptOf: (organisation) => `Accept and join “${organisation}”`, accepted: (organisation) => `You belong to “${organisation}”.`, decline: "Decline", declineOf: (organisation) => `Decline the invitation of “${organisation}”`, declined: "The invitation is declined.",
    join: (who, organisation) => `${who} asks to join “${organisation}”`, someone: "Somebody", more: (n) => `And ${n} more`,
    asked: (organisation) => `Your request for “${organisation}” waits for an answer`, refused: (organisation) => `Your request for “${organisation}” was refused`, seeOf: (organisation) => `See “${organisation}”`, askedOn: (date) => `Sent ${date}.`,
    mails: (n, more) => (n === 1 ? "A mail could not leave" : `${more ? "More than " : ""}${n} mails could not leave`), mailsHint: "A wrong address, a full mailbox, a silent server: see which.",
    letters: (n) => (n === 1 ? "A message between services did not arrive" : `${n} messages between services did not arrive`), lettersHint: "It is kept, and can be replayed.",
    conflicts: (n) => (n === 1 ? "A field of a feed changed at its source too" : `${n} fields of feeds changed at their source too`), quarantined: (n) => (n === 1 ? "A row of a feed is in quarantine" : `${n} rows of feeds are in quarantine`),
    duplicates: (n, more) => `${more ? "More than " : ""}${count(n, "pair", "pairs", "en")} of events that may be the same`, reviews: (n, more) => (n === 1 ? "An application awaits your review" : `${more ? "More than " : ""}${n} applications await your review`), reviewsDue: (date) => `The first by ${date} at the latest.`, read: "Read", byApi: "This is settled through the API.", api: "The API’s documentation",
    toConfirm: (title) => `“${title}” is labelled: confirm that you take part`, toConfirmHint: "The coordination counts on it for the programme.", toWrite: (title) => `“${title}”: write your events`, toWriteHint: "None is written yet.", standOffered: (stand, village) => `A stand is offered to you: “${stand}”, at “${village}”`, answerOf: (title) => `Answer for “${title}”`,
    proposalAccepted: (title) => `Your change of “${title}” is accepted`, proposalRefused: (title) => `Your change of “${title}” is refused`,
    organisations: "My organisations", organisationsNone: "You belong to no organisation yet.", organisationsHow: "Find yours in the directory and ask to join it, or add it.", find: "Find my organisation",
    roles: "What my roles allow", role: { editor: "editor", administrator: "administrator" },
    teamRole: {
      reviewer: ["Reviewing", "Read the applications given to you and say what you think."], coordinator: ["Coordination", "Keep the programme, the feeds, the organisations and their requests."],
      lender: ["Loans", "Follow the exhibitions, their bookings and their returns."], secretary: ["Secretariat", "Keep organisations, people and mails."],
      treasurer: ["Treasury", "Follow what is paid and the mails about it."], administrator: ["Administration", "Give and take roles, read the log, replay what did not arrive."],
    },
  },
);
