/**
 * The words of loans that all screens share: one list a closed list of the API, one word a value. The types come from
 * the services' OpenAPI, so that a value the API gains and this page lacks does not compile; `lendingWord` reads a code
 * that is newer than the page.
 */
import type { components } from "@/api/__generated__/schema";
import { useWords, type Lang } from "@/lib/i18n";

type S = components["schemas"];

/** Each closed list of loans, by the name under which the API gives it. */
export interface LendingCodes {
  category: S["Card"]["category"];
  format: S["Card"]["formats"][number];
  handling: S["Card"]["handling"];
  audience: S["Card"]["audiences"][number];
  theme: S["Card"]["themes"][number];
  language: S["Card"]["languages"][number];
  accessibility: S["PublicItem"]["accessibility"][number];
  condition: NonNullable<S["PublicItem"]["condition"]>;
  publication: S["ItemListed"]["publication"];
  document: S["PublicDocument"]["kind"];
  basis: S["TariffOut"]["basis"];
  unit_state: S["UnitOut"]["state"];
  block: S["PlannedBlock"]["kind"];
  risk: S["PlannedBlock"]["risks"][number];
  reason: S["RefusalOut"]["code"];
  status: S["LoanOut"]["status"];
  action: S["LoanOut"]["allowed_actions"][number];
  part: S["EntryOut"]["part"];
  cancelled_by: S["CancellationOut"]["by"];
  channel: S["LoanRequestOut"]["channel"];
  pass_culture_state: S["PassCultureBooking"]["state"];
  fee_state: S["FeeOut"]["state"];
  insurance: S["LenderSettingsOut"]["insurance"];
  certificate: S["CertificateOut"]["kind"];
  certificate_state: S["CertificateOut"]["state"];
  shortfall: S["CertificateOut"]["shortfalls"][number];
  signed_by: S["SignatureOut"]["by"];
  void_reason: NonNullable<S["AgreementOut"]["void_reason"]>;
  direction: S["SlotOut"]["direction"];
  slot: S["SlotOut"]["kind"];
  unit_condition: S["ConditionLineOut"]["state"];
  incident: S["IncidentOut"]["kind"];
  outcome: NonNullable<S["IncidentOut"]["outcome"]>;
  invoice: S["InvoiceOut"]["kind"];
  evaluation_state: S["EvaluationOut"]["state"];
  satisfaction: S["Answers"]["satisfaction"];
  audience_method: S["Answers"]["audience_method"];
  how_known: NonNullable<S["Answers"]["how_known"]>;
  task_state: S["TaskOut"]["state"];
  import_table: S["ImportedTable"]["table"];
}

export type LendingList = keyof LendingCodes;
export type LendingWords = { [List in LendingList]: Record<LendingCodes[List], string> };

const french: LendingWords = {
  category: { light_exhibition: "Exposition légère", kit: "Mallette pédagogique", interactive_exhibition: "Exposition interactive" },
  format: { panels: "Panneaux", self_standing: "Modules autoportants", roll_up: "Enrouleurs (roll-up)", case: "Mallette", interactive_model: "Maquette interactive", interactive: "Dispositif interactif" },
  handling: { handled_here: "Demandes traitées ici", forwarded: "Demandes transmises à la structure", contact_only: "Contact de la structure seul" },
  audience: { general_public: "Tout public", families: "Familles", nursery_school: "Maternelle", primary_school: "Élémentaire", college: "Collège", lycee: "Lycée", higher_education: "Enseignement supérieur", adults: "Adultes" },
  theme: { environment: "Environnement", digital_innovation: "Numérique et innovation", health: "Santé", science_society: "Sciences et société", industrial_heritage: "Patrimoine industriel", astronomy: "Astronomie", history_of_science: "Histoire des sciences", maths_physics_chemistry: "Maths, physique, chimie", other: "Autres sciences" },
  language: { fr: "Français", en: "Anglais", nl: "Néerlandais", de: "Allemand", es: "Espagnol", it: "Italien", pt: "Portugais", ar: "Arabe", uk: "Ukrainien", pcd: "Picard", fsl: "Langue des signes française", other: "Autre langue" },
  accessibility: { hearing: "Handicap auditif", visual: "Handicap visuel", psychic: "Handicap psychique", motor: "Handicap moteur", intellectual: "Handicap intellectuel" },
  condition: { new: "Neuf", good: "Bon état", worn: "Usagé", damaged: "Abîmé" },
  publication: { draft: "Brouillon", published: "Publié", archived: "Archivé" },
  document: { teaching: "Dossier pédagogique", setup: "Notice de montage", communication: "Affiche, communication", other: "Autre document" },
  basis: { flat: "Forfait", per_period: "Par période commencée" },
  unit_state: { usable: "Utilisable", damaged: "Abîmé", lost: "Perdu", retired: "Retiré" },
  block: { hold: "Option", loan: "Prêt", maintenance: "Maintenance", internal_use: "Usage interne" },
  risk: { late_before: "Le prêt d’avant n’est pas rentré, ou pas encore vérifié", unit_unusable: "Un exemplaire n’est plus utilisable", closed: "Le prêteur est fermé ce jour-là" },
  reason: {
    taken: "Déjà prêté", hold: "Option posée", maintenance: "En maintenance", internal_use: "Usage interne", buffer: "Préparation ou transport", closed_day: "Jour de fermeture",
    holiday: "Jour férié", min_notice: "Trop tôt pour le préparer", too_short: "Durée trop courte", too_long: "Durée trop longue", too_far: "Date trop lointaine",
    in_the_past: "Date passée", retired: "Retiré du prêt", not_lent_here: "Ne se prête pas ici", no_unit: "Aucun exemplaire utilisable",
  },
  status: {
    requested: "Demandé", waitlisted: "En liste d’attente", held: "Option posée", approved: "Accordé", agreement_sent: "Convention envoyée", confirmed: "Confirmé", out: "En cours",
    returned: "Rendu", inspected: "Vérifié", closed: "Terminé", declined: "Refusé", expired: "Expiré", cancelled: "Annulé",
  },
  action: {
    edit: "Modifier", hold: "Poser une option", offer: "Proposer", accept: "Accepter la proposition", expire: "Laisser expirer", waitlist: "Mettre en liste d’attente", approve: "Accorder", decline: "Refuser",
    settle_fee: "Fixer le montant", make_agreement: "Faire la convention", send_agreement: "Envoyer la convention", sign: "Signer", insure: "Régler l’assurance", confirm: "Confirmer", ask_extension: "Demander une prolongation", decline_extension: "Refuser la prolongation", extend: "Prolonger",
    shorten: "Raccourcir", hand_over: "Remettre l’outil", return: "Noter le retour", inspect: "Vérifier", close: "Terminer", cancel: "Annuler",
  },
  part: { borrower: "Emprunteur", lender: "Prêteur", machine: "Automatique" },
  cancelled_by: { borrower: "L’emprunteur", lender: "Le prêteur", force_majeure: "Force majeure" },
  channel: { direct: "Demande directe", pass_culture: "Pass Culture" },
  pass_culture_state: { pre_booked: "Préréservé", confirmed: "Confirmé", done: "Réalisé", reimbursed: "Remboursé" },
  fee_state: { settled: "Fixé", to_be_settled: "À calculer" },
  insurance: { none: "Aucune", clause: "Clause de la convention", certificate: "Attestation pour le prêt", yearly: "Attestation annuelle acceptée" },
  certificate: { loan: "Pour ce prêt", yearly: "Annuelle" },
  certificate_state: { waiting: "À vérifier", accepted: "Acceptée", refused: "Refusée" },
  shortfall: { kind: "Ce n’est pas l’attestation demandée", period: "Elle ne couvre pas toutes les dates", value: "Elle ne couvre pas toute la valeur" },
  signed_by: { link: "Par le lien reçu", borrower: "Déposée par l’emprunteur", lender: "Déposée par le prêteur" },
  void_reason: { replaced: "Remplacée", changed: "Le prêt a changé", cancelled: "Le prêt est annulé" },
  direction: { out: "Départ", in: "Retour" },
  slot: { at_lender: "Chez le prêteur", at_borrower: "Chez l’emprunteur", carrier: "Par transporteur" },
  unit_condition: { good: "Bon état", worn: "Usagé", damaged: "Abîmé", missing: "Manquant" },
  incident: { damage: "Dégât", loss: "Perte" },
  outcome: { repaired: "Réparé", replaced: "Remplacé", written_off: "Mis au rebut", found: "Retrouvé", no_action: "Sans suite" },
  invoice: { invoice: "Facture", credit_note: "Avoir" },
  evaluation_state: { asked: "Demandée", answered: "Reçue", waived: "Non demandée" },
  satisfaction: { very_satisfied: "Très satisfait", satisfied: "Satisfait", not_very_satisfied: "Peu satisfait", dissatisfied: "Pas satisfait" },
  audience_method: { counted: "Compté", estimated: "Estimé", unknown: "Inconnu" },
  how_known: { catalogue: "Ce catalogue", website: "Un site web", newsletter: "Une lettre d’information", word_of_mouth: "Le bouche-à-oreille", event: "Un événement", former_loan: "Un prêt précédent", education_network: "Le réseau éducatif", other: "Autrement" },
  task_state: { to_do: "À faire", in_progress: "En cours", done: "Fait", set_aside: "Mis de côté" },
  import_table: { organisations: "Structures", items: "Outils", loans: "Prêts", loan_evaluations: "Évaluations", contributor_returns: "Bilans des contributeurs" },
};

const english: LendingWords = {
  category: { light_exhibition: "Light exhibition", kit: "Kit", interactive_exhibition: "Interactive exhibition" },
  format: { panels: "Panels", self_standing: "Self-standing modules", roll_up: "Roll-ups", case: "Case", interactive_model: "Interactive model", interactive: "Interactive device" },
  handling: { handled_here: "Requests are handled here", forwarded: "Requests are forwarded to the organisation", contact_only: "The organisation’s contact only" },
  audience: { general_public: "General public", families: "Families", nursery_school: "Nursery school", primary_school: "Primary school", college: "Lower secondary school", lycee: "Upper secondary school", higher_education: "Higher education", adults: "Adults" },
  theme: { environment: "Environment", digital_innovation: "Digital and innovation", health: "Health", science_society: "Science and society", industrial_heritage: "Industrial heritage", astronomy: "Astronomy", history_of_science: "History of science", maths_physics_chemistry: "Maths, physics, chemistry", other: "Other sciences" },
  language: { fr: "French", en: "English", nl: "Dutch", de: "German", es: "Spanish", it: "Italian", pt: "Portuguese", ar: "Arabic", uk: "Ukrainian", pcd: "Picard", fsl: "French sign language", other: "Another language" },
  accessibility: { hearing: "Hearing impairment", visual: "Visual impairment", psychic: "Mental health condition", motor: "Motor impairment", intellectual: "Intellectual disability" },
  condition: { new: "New", good: "Good", worn: "Worn", damaged: "Damaged" },
  publication: { draft: "Draft", published: "Published", archived: "Archived" },
  document: { teaching: "Teaching material", setup: "Setting-up instructions", communication: "Poster, communication", other: "Another document" },
  basis: { flat: "Flat", per_period: "For each period begun" },
  unit_state: { usable: "Usable", damaged: "Damaged", lost: "Lost", retired: "Retired" },
  block: { hold: "Hold", loan: "Loan", maintenance: "Maintenance", internal_use: "Internal use" },
  risk: { late_before: "The loan before is not back, or not checked yet", unit_unusable: "A unit can no longer be used", closed: "The lender is closed that day" },
  reason: {
    taken: "On loan already", hold: "On hold", maintenance: "Under maintenance", internal_use: "Internal use", buffer: "Preparation or transport", closed_day: "Closed that day",
    holiday: "Public holiday", min_notice: "Too soon to prepare it", too_short: "Too short", too_long: "Too long", too_far: "Too far ahead",
    in_the_past: "In the past", retired: "No longer lent", not_lent_here: "Not lent here", no_unit: "No unit can be used",
  },
  status: {
    requested: "Requested", waitlisted: "On the waiting list", held: "On hold", approved: "Approved", agreement_sent: "Agreement sent", confirmed: "Confirmed", out: "Out",
    returned: "Returned", inspected: "Inspected", closed: "Closed", declined: "Declined", expired: "Expired", cancelled: "Cancelled",
  },
  action: {
    edit: "Edit", hold: "Put on hold", offer: "Offer", accept: "Accept the offer", expire: "Let it expire", waitlist: "Put on the waiting list", approve: "Approve", decline: "Decline",
    settle_fee: "Settle the fee", make_agreement: "Make the agreement", send_agreement: "Send the agreement", sign: "Sign", insure: "Settle the insurance", confirm: "Confirm", ask_extension: "Ask for an extension", decline_extension: "Decline the extension", extend: "Extend",
    shorten: "Shorten", hand_over: "Hand over", return: "Record the return", inspect: "Inspect", close: "Close", cancel: "Cancel",
  },
  part: { borrower: "Borrower", lender: "Lender", machine: "Automatic" },
  cancelled_by: { borrower: "The borrower", lender: "The lender", force_majeure: "Force majeure" },
  channel: { direct: "Direct request", pass_culture: "Pass Culture" },
  pass_culture_state: { pre_booked: "Pre-booked", confirmed: "Confirmed", done: "Done", reimbursed: "Reimbursed" },
  fee_state: { settled: "Settled", to_be_settled: "To be worked out" },
  insurance: { none: "None", clause: "A clause of the agreement", certificate: "A certificate for the loan", yearly: "A yearly certificate is accepted" },
  certificate: { loan: "For this loan", yearly: "Yearly" },
  certificate_state: { waiting: "To be checked", accepted: "Accepted", refused: "Refused" },
  shortfall: { kind: "Not the certificate that is asked for", period: "Does not cover all the dates", value: "Does not cover the whole value" },
  signed_by: { link: "With the link received", borrower: "Uploaded by the borrower", lender: "Uploaded by the lender" },
  void_reason: { replaced: "Replaced", changed: "The loan has changed", cancelled: "The loan is cancelled" },
  direction: { out: "Going out", in: "Coming in" },
  slot: { at_lender: "At the lender’s", at_borrower: "At the borrower’s", carrier: "By carrier" },
  unit_condition: { good: "Good", worn: "Worn", damaged: "Damaged", missing: "Missing" },
  incident: { damage: "Damage", loss: "Loss" },
  outcome: { repaired: "Repaired", replaced: "Replaced", written_off: "Written off", found: "Found", no_action: "No action" },
  invoice: { invoice: "Invoice", credit_note: "Credit note" },
  evaluation_state: { asked: "Asked for", answered: "Received", waived: "Not asked for" },
  satisfaction: { very_satisfied: "Very satisfied", satisfied: "Satisfied", not_very_satisfied: "Not very satisfied", dissatisfied: "Not satisfied" },
  audience_method: { counted: "Counted", estimated: "Estimated", unknown: "Unknown" },
  how_known: { catalogue: "This catalogue", website: "A website", newsletter: "A newsletter", word_of_mouth: "Word of mouth", event: "An event", former_loan: "An earlier loan", education_network: "The education network", other: "Otherwise" },
  task_state: { to_do: "To do", in_progress: "In progress", done: "Done", set_aside: "Set aside" },
  import_table: { organisations: "Organisations", items: "Items", loans: "Loans", loan_evaluations: "Evaluations", contributor_returns: "Contributors’ returns" },
};

export const LENDING_WORDS: Record<Lang, LendingWords> = { fr: french, en: english };

/** The words of loans in the reader's language: `words.status[loan.status]`. */
export function useLendingWords(): LendingWords {
  return LENDING_WORDS[useWords().lang];
}

/** The word for a code, or the code itself when it is newer than this page (a value of an address, an older history). */
export function lendingWord(words: LendingWords, list: LendingList, code: string): string {
  const known: Record<string, string> = words[list];
  return known[code] ?? code;
}
