/**
 * The words of the association that all screens share: one list a closed list of the API, one word a value.
 * `memberWord` reads a code that is newer than the page.
 */
import { useWords, type Lang } from "@/lib/i18n";

/** Each closed list of the association, by the name under which the API gives it. */
export interface MemberCodes {
  member: "legal" | "natural";
  college: "A" | "B" | "C" | "D";
  fee_category: "natural" | "small" | "medium" | "large";
  ended_as: "resignation" | "strike_off" | "exclusion" | "death" | "dissolution" | "change";
  body: "general_assembly" | "board" | "bureau";
  office: "president" | "vice_president" | "treasurer" | "secretary" | "bureau_member";
  fee_state: "called" | "partially_paid" | "paid" | "waived" | "void";
  payment_method: "transfer" | "cheque" | "helloasso" | "card" | "cash" | "other";
  fee_age: "not_due" | "to_30" | "to_60" | "to_90" | "over_90";
  term_ended_as: "term" | "resignation" | "death" | "revocation" | "lost_quality" | "not_ratified" | "post_abolished" | "board_term_ended";
}

export type MemberList = keyof MemberCodes;
export type MemberWords = { [List in MemberList]: Record<MemberCodes[List], string> };

const french: MemberWords = {
  member: { legal: "Personne morale", natural: "Personne physique" },
  college: {
    A: "A – Enseignement supérieur et recherche", B: "B – Transfert, innovation, entreprises", C: "C – Social, culture, éducation populaire", D: "D – Personnes qualifiées, société civile",
  },
  fee_category: { natural: "Personne physique", small: "Petite structure", medium: "Structure moyenne", large: "Grande structure" },
  ended_as: { resignation: "Démission", strike_off: "Radiation", exclusion: "Exclusion", death: "Décès", dissolution: "Dissolution", change: "Changement de collège" },
  body: { general_assembly: "Assemblée générale", board: "Conseil d’administration", bureau: "Bureau" },
  office: { president: "Présidence", vice_president: "Vice-présidence", treasurer: "Trésorerie", secretary: "Secrétariat", bureau_member: "Membre du bureau" },
  fee_state: { called: "À payer", partially_paid: "Payée en partie", paid: "Payée", waived: "Dispensée", void: "Annulée" },
  payment_method: { transfer: "Virement", cheque: "Chèque", helloasso: "HelloAsso", card: "Carte bancaire", cash: "Espèces", other: "Autre moyen" },
  fee_age: { not_due: "Pas encore échue", to_30: "Jusqu’à 30 jours de retard", to_60: "De 31 à 60 jours", to_90: "De 61 à 90 jours", over_90: "Plus de 90 jours" },
  term_ended_as: {
    term: "Fin du mandat", resignation: "Démission", death: "Décès", revocation: "Révocation", lost_quality: "Perte de la qualité de membre", not_ratified: "Cooptation non ratifiée",
    post_abolished: "Siège supprimé", board_term_ended: "Fin du mandat au conseil",
  },
};

const english: MemberWords = {
  member: { legal: "Legal person", natural: "Natural person" },
  college: {
    A: "A – Higher education and research", B: "B – Technology transfer, innovation, companies", C: "C – Social, cultural, popular education", D: "D – Qualified persons, civil society",
  },
  fee_category: { natural: "Natural person", small: "Small organisation", medium: "Medium organisation", large: "Large organisation" },
  ended_as: { resignation: "Resignation", strike_off: "Strike-off", exclusion: "Exclusion", death: "Death", dissolution: "Dissolution", change: "Change of college" },
  body: { general_assembly: "General assembly", board: "Board", bureau: "Bureau" },
  office: { president: "President", vice_president: "Vice-president", treasurer: "Treasurer", secretary: "Secretary", bureau_member: "Member of the bureau" },
  fee_state: { called: "To pay", partially_paid: "Partly paid", paid: "Paid", waived: "Waived", void: "Void" },
  payment_method: { transfer: "Bank transfer", cheque: "Cheque", helloasso: "HelloAsso", card: "Card", cash: "Cash", other: "Other" },
  fee_age: { not_due: "Not due yet", to_30: "Up to 30 days late", to_60: "31 to 60 days", to_90: "61 to 90 days", over_90: "More than 90 days" },
  term_ended_as: {
    term: "End of term", resignation: "Resignation", death: "Death", revocation: "Revocation", lost_quality: "No longer a member", not_ratified: "Co-option not ratified",
    post_abolished: "Post abolished", board_term_ended: "End of the board term",
  },
};

export const MEMBER_WORDS: Record<Lang, MemberWords> = { fr: french, en: english };

/** The words of the association in the reader's language: `words.college[member.college]`. */
export function useMemberWords(): MemberWords {
  return MEMBER_WORDS[useWords().lang];
}

/** The word for a code, or the code itself when it is newer than this page (a value of an address, an older entry). */
export function memberWord(words: MemberWords, list: MemberList, code: string): string {
  const known: Record<string, string> = words[list];
  return known[code] ?? code;
}
