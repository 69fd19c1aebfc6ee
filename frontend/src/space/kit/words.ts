import { useWords, type Lang } from "@/lib/i18n";
import { unbroken } from "@/lib/text";

/** The same words with the spaces that French keeps unbroken, whether they are texts, lists of them or what makes them. */
function tied<Words>(words: Words): Words {
  if (typeof words === "string") return unbroken(words) as Words;
  if (typeof words === "function") return ((...given: unknown[]) => tied(words(...given))) as Words;
  if (Array.isArray(words)) return words.map(tied) as Words;
  if (typeof words === "object" && words !== null) return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, tied(each)])) as Words;
  return words;
}

/**
 * The words of one part of the workspace. They live beside the part and come with it, so that the public pages stay light.
 *
 * ```ts
 * export const useTokenWords = spaceWords({ title: "Jetons" }, { title: "Tokens" });
 * const { w, lang } = useTokenWords();
 * ```
 */
export function spaceWords<Words extends object>(fr: Words, en: NoInfer<Words>): () => { w: Words; lang: Lang } {
  const french = tied(fr);
  return () => {
    const { lang } = useWords();
    return { w: lang === "en" ? en : french, lang };
  };
}

/** Words that every part of the workspace shares. */
export const useKitWords = spaceWords(
  {
    colon: " : ", save: "Enregistrer", cancel: "Annuler", close: "Fermer", loading: "Un instant…", required: "obligatoire", optional: "facultatif",
    toMend: (n: number) => (n === 1 ? "Un point à corriger :" : `${n} points à corriger :`),
    unreachable: "Le service ne répond pas. Rien de ce que vous avez écrit n’est perdu : réessayez dans un moment.",
    offline: "Vous semblez hors connexion. Rien de ce que vous avez écrit n’est perdu : réessayez quand le réseau revient.",
    expired: "Votre session est finie. Rien de ce que vous avez écrit n’est perdu : entrez à nouveau dans un autre onglet, puis revenez ici.",
    enterAgain: "Entrer à nouveau", stale: "Quelqu’un d’autre a modifié cette fiche entre-temps. Rechargez-la dans un autre onglet, comparez, puis recommencez.",
    tooMany: "Il y a eu trop d’essais d’ici ou pour cette adresse.",
    wait: (seconds: number) => (seconds < 90 ? `Réessayez dans ${Math.ceil(seconds)} secondes.` : `Réessayez dans ${Math.ceil(seconds / 60)} minutes.`),
    reference: (id: string) => `Référence : ${id}`, more: "Voir la suite", closeToast: "Fermer ce message", toasts: "Ce qui vient de se passer", notAllowed: "Cette page n’est pas pour votre rôle.",
    notHere: "Il n’y a rien à cette adresse.", notHereText: "Elle est peut-être incomplète, ou mène à ce que vous ne pouvez pas lire.",
    notAllowedText: "Si elle devrait l’être, demandez à l’administration de l’agence.", never: "jamais", backHome: "Revenir à mon espace",
  },
  {
    colon: ": ", save: "Save", cancel: "Cancel", close: "Close", loading: "One moment…", required: "required", optional: "optional",
    toMend: (n) => (n === 1 ? "One thing to fix:" : `${n} things to fix:`),
    unreachable: "The service does not answer. Nothing you wrote is lost: try again in a moment.",
    offline: "You seem to be offline. Nothing you wrote is lost: try again when the network is back.",
    expired: "Your session has ended. Nothing you wrote is lost: sign in again in another tab, then come back here.",
    enterAgain: "Sign in again", stale: "Someone else changed this in the meantime. Reload it in another tab, compare, then try again.",
    tooMany: "There were too many attempts from here or for this address.",
    wait: (seconds) => (seconds < 90 ? `Try again in ${Math.ceil(seconds)} seconds.` : `Try again in ${Math.ceil(seconds / 60)} minutes.`),
    reference: (id) => `Reference: ${id}`, more: "Show more", closeToast: "Close this message", toasts: "What has just happened", notAllowed: "This page is not for your role.",
    notHere: "There is nothing at this address.", notHereText: "It may be incomplete, or lead to what you may not read.",
    notAllowedText: "If it should be, ask the agency’s administration.", never: "never", backHome: "Back to my space",
  },
);
