import { spaceWords } from "@/space/kit/words";
import type { Direction, Slot } from "./calls";

/** Words of a loan's appointments. */
export const useSlotWords = spaceWords(
  {
    title: "Rendez-vous", looking: "Les rendez-vous arrivent…", of: { out: "Départ", in: "Retour" } as Record<Direction, string>,
    none: { out: "Aucun rendez-vous pour le départ.", in: "Aucun rendez-vous pour le retour." } as Record<Direction, string>,
    make: "Prendre rendez-vous", makeOf: { out: "Prendre rendez-vous pour le départ", in: "Prendre rendez-vous pour le retour" } as Record<Direction, string>,
    change: "Modifier", changeOf: { out: "Modifier le rendez-vous du départ", in: "Modifier le rendez-vous du retour" } as Record<Direction, string>,
    remove: "Retirer", removeOf: { out: "Retirer le rendez-vous du départ", in: "Retirer le rendez-vous du retour" } as Record<Direction, string>,
    removeText: (when: string) => `Le rendez-vous ${when} disparaît des deux côtés. Prévenez l’autre si vous étiez d’accord.`, removed: "Le rendez-vous est retiré.",
    kind: { out: "Comment l’outil part-il ?", in: "Comment l’outil revient-il ?" } as Record<Direction, string>,
    kinds: {
      out: { at_lender: "L’emprunteur vient le chercher", at_borrower: "Le prêteur le livre", carrier: "Un transporteur le livre" },
      in: { at_lender: "L’emprunteur le rapporte", at_borrower: "Le prêteur vient le reprendre", carrier: "Un transporteur le rapporte" },
    } as Record<Direction, Record<Slot["kind"], string>>,
    day: "Jour", days: (span: string) => `${span}, quand le prêteur est ouvert.`, dayNeeded: "Choisissez un jour.", from: "De", to: "À", timesNeeded: "Donnez l’heure.", order: "La fin vient après le début.",
    place: "Lieu", anyPlace: "À préciser ensemble", address: "Adresse", note: "Ce qu’il faut savoir", noteHint: "Accès, étage, personne sur place…",
    save: "Enregistrer le rendez-vous", saved: "Le rendez-vous est enregistré ; l’autre côté est prévenu.", when: (day: string, from: string, to: string) => `${day}, de ${from} à ${to}`, hours: (text: string) => `Horaires : ${text}`,
  },
  {
    title: "Appointments", looking: "Appointments are coming…", of: { out: "Going out", in: "Coming in" },
    none: { out: "No appointment for the departure.", in: "No appointment for the return." },
    make: "Make an appointment", makeOf: { out: "Make an appointment for the departure", in: "Make an appointment for the return" },
    change: "Change", changeOf: { out: "Change the appointment of the departure", in: "Change the appointment of the return" },
    remove: "Remove", removeOf: { out: "Remove the appointment of the departure", in: "Remove the appointment of the return" },
    removeText: (when) => `The appointment ${when} goes away on both sides. Tell the other side if you had agreed on it.`, removed: "The appointment is removed.",
    kind: { out: "How does the item leave?", in: "How does the item come back?" },
    kinds: {
      out: { at_lender: "The borrower fetches it", at_borrower: "The lender delivers it", carrier: "A carrier delivers it" },
      in: { at_lender: "The borrower brings it back", at_borrower: "The lender fetches it", carrier: "A carrier brings it back" },
    },
    day: "Day", days: (span) => `${span}, when the lender is open.`, dayNeeded: "Choose a day.", from: "From", to: "To", timesNeeded: "Give the time.", order: "The end comes after the beginning.",
    place: "Place", anyPlace: "To be agreed on", address: "Address", note: "What to know", noteHint: "Access, floor, person on site…",
    save: "Save the appointment", saved: "The appointment is saved; the other side is told.", when: (day, from, to) => `${day}, from ${from} to ${to}`, hours: (text) => `Hours: ${text}`,
  },
);
