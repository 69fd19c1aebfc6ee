import { useWords, type Lang } from "@/lib/i18n";


const french = {
  page: "Signer une convention de prêt", loading: "Nous ouvrons la convention…", lead: (borrower: string, lender: string) => `${borrower} emprunte à ${lender}. Lisez la convention, puis signez : cela suffit, aucun compte n’est nécessaire.`, leadAlone: (lender: string) => `Convention avec ${lender}. Lisez-la, puis signez : cela suffit, aucun compte n’est nécessaire.`,
  facts: "En bref", units: "Ce qui est prêté", text: "Le texte", pdf: "Lire la convention (PDF)", reference: (text: string) => `Convention ${text}`,
  sign: "Votre signature", name: "Prénom et nom", capacity: "Qualité", capacityHint: "À quel titre vous signez : maire, présidente, principale du collège.", accepts: "J’ai lu la convention et j’engage la structure pour laquelle je signe.", submit: "Signer la convention", busy: "Un instant…",
  nameNeeded: "Écrivez votre prénom et votre nom.", capacityNeeded: "Écrivez à quel titre vous signez.", acceptsNeeded: "Cochez la case pour signer.", toMend: "À corriger :",
  signedTitle: "C’est signé, merci !", signed: (name: string, capacity: string, when: string) => `${name}, ${capacity}, a signé le ${when}.`, signedText: "Le prêteur et l’emprunteur sont prévenus. Vous pouvez garder la convention et fermer cette page.", already: "Cette convention est déjà signée.",
  unknownTitle: "Ce lien ne mène plus à rien", unknown: "La convention a été signée, ou remplacée par une autre : cherchez le dernier courriel reçu. Sinon, demandez un nouveau lien au prêteur.", expiredTitle: "Ce lien a expiré", expired: "Demandez au prêteur de vous l’envoyer à nouveau : la convention vous attend.", outdatedTitle: "La convention a changé", outdated: "Le prêt a changé depuis l’envoi de ce lien : le prêteur vous enverra la nouvelle version.",
  failed: "Le service ne répond pas. Rien n’est perdu : réessayez dans un moment.", home: "Aller à l’accueil",
};
type Words = typeof french;
const english: Words = {
  page: "Sign a loan agreement", loading: "Opening the agreement…", lead: (borrower, lender) => `${borrower} borrows from ${lender}. Read the agreement, then sign: that is all, no account is needed.`, leadAlone: (lender) => `Agreement with ${lender}. Read it, then sign: that is all, no account is needed.`,
  facts: "In short", units: "What is lent", text: "The text", pdf: "Read the agreement (PDF)", reference: (text) => `Agreement ${text}`,
  sign: "Your signature", name: "Name", capacity: "Capacity", capacityHint: "In what capacity you sign: mayor, president, head of school.", accepts: "I have read the agreement and I commit the organisation that I sign for.", submit: "Sign the agreement", busy: "One moment…",
  nameNeeded: "Write your name.", capacityNeeded: "Write in what capacity you sign.", acceptsNeeded: "Tick the box to sign.", toMend: "To fix:",
  signedTitle: "Signed, thank you!", signed: (name, capacity, when) => `${name}, ${capacity}, signed on ${when}.`, signedText: "The lender and the borrower are told. You may keep the agreement and close this page.", already: "This agreement is signed already.",
  unknownTitle: "This link leads nowhere any more", unknown: "The agreement was signed, or replaced by another: look for the last e-mail received. Otherwise, ask the lender for a new link.", expiredTitle: "This link has expired", expired: "Ask the lender to send it again: the agreement waits for you.", outdatedTitle: "The agreement has changed", outdated: "The loan has changed since this link was sent: the lender will send you the new version.",
  failed: "The service does not answer. Nothing is lost: try again in a moment.", home: "Go to the home page",
};

export function useSigningWords(): { w: Words; lang: Lang } {
  const { lang } = useWords();
  return { w: lang === "en" ? english : french, lang };
}

