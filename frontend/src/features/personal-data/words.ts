import { useWords } from "@/lib/i18n";

/** Words of this page alone: they come with it. */
const fr = {
  title: "Données personnelles", lead: "Peu de choses, et pas plus longtemps qu’il ne faut. Lire l’agenda ne demande rien et ne laisse rien.",
  rightsTitle: "Vos données sont à vous", rights: ["Téléchargez tout ce qui est gardé de vous, en une archive.", "Corrigez votre nom, votre adresse, votre langue.", "Effacez votre compte : votre nom disparaît partout, et vous recevez un reçu."],
  rightsGo: "Aller à mon compte", keptTitle: "Ce qui est gardé, et combien de temps", keptLead: "Ces durées sont appliquées chaque nuit par la plateforme elle-même.", from: (starts: string) => `à partir de : ${starts}`,
  loading: "Les durées arrivent…", traceTitle: "Aucun traceur", trace: "Ni mesure d’audience, ni publicité, ni service tiers. Un seul cookie, quand vous entrez dans votre espace, pour vous y garder ; il s’en va quand vous sortez. Le choix de la langue reste dans votre navigateur.",
  proofTitle: "Vérifier un reçu d’effacement", proofLead: "Un reçu ne dit que son numéro et sa date.", proofNumber: "Numéro du reçu", proofGo: "Vérifier", proofYes: (number: string, date: string) => `Le reçu ${number} est vrai : effacement du ${date}.`,
  proofNo: "Aucun effacement ne porte ce numéro. Vérifiez qu’il est complet.", proofFailed: "Le service ne répond pas pour l’instant. Réessayez dans un moment.",
};
const en: typeof fr = {
  title: "Personal data", lead: "Little, and no longer than needed. Reading what’s on asks for nothing and leaves nothing.",
  rightsTitle: "Your data are yours", rights: ["Download all that is kept about you, as an archive.", "Correct your name, address and language.", "Erase your account: your name disappears everywhere, and you get a receipt."],
  rightsGo: "Go to my account", keptTitle: "What is kept, and for how long", keptLead: "The platform itself applies these every night. They are written in French.", from: (starts) => starts,
  loading: "The durations are coming…", traceTitle: "No trackers", trace: "No audience measurement, no advertising, no third party. One cookie, when you sign in to your space, to keep you there; it goes when you sign out. The choice of language stays in your browser.",
  proofTitle: "Check an erasure receipt", proofLead: "A receipt tells its number and its date only.", proofNumber: "Receipt number", proofGo: "Check", proofYes: (number, date) => `Receipt ${number} is true: erased on ${date}.`,
  proofNo: "No erasure has this number. Check that it is whole.", proofFailed: "The service does not answer for now. Try again in a moment.",
};

export function usePersonalDataWords() {
  const { lang } = useWords();
  return { w: lang === "en" ? en : fr, lang };
}
