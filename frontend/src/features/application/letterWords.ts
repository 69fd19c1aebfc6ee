import { spaceWords } from "@/space/kit/words";

export const useLetterWords = spaceWords(
  { title: "Décision", none: "Aucune lettre n’a encore été faite.", made: (date: string, to: string) => `Lettre du ${date}, adressée à ${to}`, pdf: "Télécharger la lettre (PDF)", pdfOf: (subject: string) => `Télécharger la lettre « ${subject} » (PDF)`, kind: { labelled: "Labellisé", waitlisted: "Liste complémentaire", not_labelled: "Non retenu" } as Record<string, string> },
  { title: "Decision", none: "No letter has been made yet.", made: (date, to) => `Letter of ${date}, to ${to}`, pdf: "Download the letter (PDF)", pdfOf: (subject) => `Download the letter “${subject}” (PDF)`, kind: { labelled: "Labelled", waitlisted: "Waiting list", not_labelled: "Not labelled" } },
);
