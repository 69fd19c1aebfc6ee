import { spaceWords } from "@/space/kit/words";

export const useInvitationWords = spaceWords(
  {
    title: "Une invitation pour vous", lead: "Une structure vous propose de la rejoindre : vous pourrez tenir sa fiche et ses événements.", first: "Entrez d’abord, ou ouvrez votre compte : l’invitation vous attend ici.", enter: "Entrer",
    as: (name: string, email: string) => `Votre session est ouverte au nom de ${name} (${email}).`, accept: "Rejoindre la structure", later: "Plus tard", another: "Entrer avec l’autre adresse", joinedTitle: "Bienvenue",
    joined: (name: string, role: string) => `Vous faites maintenant partie de « ${name} ». Votre rôle : ${role}.`, role: { editor: "édition", administrator: "administration" }, open: (name: string) => `Ouvrir « ${name} »`,
    spent: "Cette invitation a déjà servi, a été retirée, ou est trop vieille. Demandez à la structure de vous inviter à nouveau.", missing: "Cette page s’ouvre par le lien d’un courriel d’invitation.", home: "Aller à mon espace",
  },
  {
    title: "An invitation for you", lead: "An organisation asks you to join it: you will be able to keep its page and its events.", first: "Sign in first, or open your account: the invitation waits for you here.", enter: "Sign in",
    as: (name, email) => `You are signed in as ${name} (${email}).`, accept: "Join the organisation", later: "Later", another: "Sign in with the other address", joinedTitle: "Welcome",
    joined: (name, role) => `You now belong to “${name}”. Your role: ${role}.`, role: { editor: "editor", administrator: "administrator" }, open: (name) => `Open “${name}”`,
    spent: "This invitation has been used, was withdrawn, or is too old. Ask the organisation to invite you again.", missing: "This page opens by the link in a mail of invitation.", home: "Go to my space",
  },
);
