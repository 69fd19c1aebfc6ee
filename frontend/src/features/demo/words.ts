import { spaceWords } from "@/space/kit/words";

export const useDemoWords = spaceWords(
  {
    title: "Les courriels de la démonstration", lead: "Rien ne part : tout ce que la plateforme envoie arrive ici, et se lit sans entrer. La boîte se vide quand la démonstration s’arrête.",
    none: "Aucun courriel pour l’instant. Demandez un lien pour entrer, invitez quelqu’un : il arrive ici.", list: "Courriels reçus, le dernier d’abord", to: (to: string) => `à ${to}`, back: "Tous les courriels", refresh: "Relever la boîte", noSubject: "(sans objet)",
    gone: "Ce courriel n’est plus dans la boîte.", waiting: "On relève la boîte…",
  },
  {
    title: "The demonstration’s mails", lead: "Nothing leaves: all that the platform sends arrives here, and is read without signing in. The box empties when the demonstration stops.",
    none: "No mail yet. Ask for a link to sign in, invite someone: it arrives here.", list: "Mails received, the last first", to: (to) => `to ${to}`, back: "All mails", refresh: "Check for mail", noSubject: "(no subject)",
    gone: "This mail is no longer in the box.", waiting: "Checking the box…",
  },
);
