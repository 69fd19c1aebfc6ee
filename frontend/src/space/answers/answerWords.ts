import { spaceWords } from "@/space/kit/words";

/** Words of the answers as they are read, wherever they are. */
export const useAnswerWords = spaceWords(
  {
    yes: "Oui", no: "Non", empty: "Pas de réponse", unanswered: "Sans réponse :", afterLabel: "À donner après la labellisation :", former: "Anciens champs", formerText: "Le formulaire ne les demande plus ; ce qui avait été répondu est gardé.",
    noneShown: "Rien n’est encore écrit.", total: "Total", row: (n: number) => `Ligne ${n}`, from: (day: string, start: string, end: string) => `${day}, de ${start} à ${end}`, fromTo: (start: string, end: string) => `du ${start} au ${end}`,
    seats: (n: number) => (n < 2 ? `${n} place` : `${n} places`), noFile: "Pas de fichier", ofLabel: (label: string) => `${label} :`,
    audience: { general_public: "tout public", schools: "classes" } as Record<string, string>, sessions: (label: string) => `Séances : ${label}`,
  },
  {
    yes: "Yes", no: "No", empty: "No answer", unanswered: "Not answered:", afterLabel: "To be given once labelled:", former: "Former fields", formerText: "The form asks for them no more; what was answered is kept.",
    noneShown: "Nothing is written yet.", total: "Total", row: (n) => `Row ${n}`, from: (day, start, end) => `${day}, ${start} to ${end}`, fromTo: (start, end) => `from ${start} to ${end}`,
    seats: (n) => (n === 1 ? "1 seat" : `${n} seats`), noFile: "No file", ofLabel: (label) => `${label}:`,
    audience: { general_public: "everyone", schools: "school groups" }, sessions: (label) => `Sessions: ${label}`,
  },
);
