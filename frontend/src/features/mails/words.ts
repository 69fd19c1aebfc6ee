import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

type State = "waiting" | "sent" | "failed" | "bounced";

export const useMailWords = spaceWords(
  {
    title: "Courriels", lead: "Tout ce que la plateforme a envoyé, ou n’a pas pu.", search: "Adresse ou objet", state: "État", anyState: "Tous", states: { waiting: "en attente", failed: "échec", bounced: "refusé par la boîte", sent: "parti" } as Record<State, string>,
    loading: "Les courriels arrivent…", none: "Aucun courriel n’est encore parti.", noneAsked: "Aucun courriel ne répond à cette recherche.", more: "Voir la suite", secretSubject: "Courriel d’accès (objet gardé secret)", erased: "destinataire effacé",
    tried: (n: number) => `${count(n, "essai", "essais")}`, nextTry: (at: string) => `prochain essai le ${at}`, soon: "Il part dans un instant.", back: "Tous les courriels", retry: "Réessayer maintenant", retried: "Le courriel repart.", sentOn: (at: string) => `le ${at}`, asked: (sender: string, at: string) => `Demandé par le service « ${sender} » le ${at}.`,
    toBox: "Boîte de la démonstration", toTeam: "Suivi des envois",
  },
  {
    title: "Mails", lead: "All that the platform sent, or could not.", search: "Address or subject", state: "State", anyState: "All", states: { waiting: "waiting", failed: "failed", bounced: "refused by the mailbox", sent: "sent" },
    loading: "The mails are coming…", none: "No mail has left yet.", noneAsked: "No mail answers this search.", more: "Show more", secretSubject: "Access mail (subject kept secret)", erased: "recipient erased",
    tried: (n) => count(n, "try", "tries", "en"), nextTry: (at) => `next try on ${at}`, soon: "It leaves in a moment.", back: "All mails", retry: "Try again now", retried: "The mail leaves again.", sentOn: (at) => `on ${at}`, asked: (sender, at) => `Asked by the service “${sender}” on ${at}.`,
    toBox: "Mailbox of the demonstration", toTeam: "What was sent",
  },
);
