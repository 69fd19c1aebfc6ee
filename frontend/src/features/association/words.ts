import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";

export const useAssociationWords = spaceWords(
  {
    title: "L’association", lead: "Elle réunit des universités, des entreprises, des associations et des personnes qui partagent la science. Ses membres élisent un conseil, qui élit un bureau.",
    loading: "Le conseil se réunit…", join: "Adhérer", directory: "L’annuaire des structures",
    today: "aujourd’hui", time: "Remonter le temps", timeHint: "Avec les flèches du clavier, ou en choisissant un jour.", slider: "Changements de composition", day: "Le jour", backToday: "Revenir à aujourd’hui",
    onDay: (day: string) => `Au ${day}`, stop: (day: string, n: number, total: number) => `${day}, ${n} sur ${total}`, previous: "Changement d’avant", next: "Changement d’après",
    bureau: "Le bureau", noBureau: "Aucun bureau n’est élu ce jour-là.", board: "Le conseil d’administration", boardOf: (filled: number, size: number) => `${count(filled, "siège pourvu", "sièges pourvus")} sur ${size}`,
    staffSeat: "Un siège de l’équipe s’y ajoute, avec une voix.", noBoard: "Aucun siège n’existait ce jour-là.", drawing: "Chaque rayon est un siège : sa couleur dit le collège, un rond vide dit qu’il est vacant.",
    group: (n: number) => `Groupe ${n}`, groupUntil: (n: number, day: string) => `Groupe ${n}, renouvelé vers le ${day}`, post: (n: number) => `Siège ${n}`, vacant: "Vacant", since: (day: string) => `depuis le ${day}`, coOpted: "coopté", by: (name: string) => `représenté par ${name}`,
    colleges: "Les collèges", members: (n: number) => count(n, "membre", "membres"), anyCollege: "tous collèges",
    bylaws: "Les statuts", bylawsOf: (day: string) => `Adoptés le ${day}.`, bylawsRules: (least: number, most: number, years: number, every: number) => `De ${least} à ${most} sièges élus pour ${years} ans, renouvelés par moitié tous les ${every} ans.`, noBylaws: "Aucune version n’est publiée pour ce jour.",
    declared: "Déclaré à l’État", declaredOn: (happened: string, receipt: string) => `La liste au ${happened}, dont le récépissé est du ${receipt}.`, declaredNumber: (number: string) => `Récépissé ${number}.`, notDeclared: "Aucune déclaration n’avait encore de récépissé.",
  },
  {
    title: "The association", lead: "It brings together universities, companies, associations and people who share science. Its members elect a board, which elects a bureau.",
    loading: "The board is meeting…", join: "Become a member", directory: "The directory",
    today: "today", time: "Back in time", timeHint: "By the arrows of the keyboard, or by choosing a day.", slider: "Changes of composition", day: "The day", backToday: "Back to today",
    onDay: (day) => `On ${day}`, stop: (day, n, total) => `${day}, ${n} of ${total}`, previous: "Change before", next: "Change after",
    bureau: "The bureau", noBureau: "No bureau is elected on that day.", board: "The board", boardOf: (filled, size) => `${count(filled, "seat filled", "seats filled", "en")} of ${size}`,
    staffSeat: "A seat of the team comes beside them, with a vote.", noBoard: "There was no seat on that day.", drawing: "Each ray is a seat: its colour tells the college, an open circle that it is vacant.",
    group: (n) => `Group ${n}`, groupUntil: (n, day) => `Group ${n}, renewed about ${day}`, post: (n) => `Seat ${n}`, vacant: "Vacant", since: (day) => `since ${day}`, coOpted: "co-opted", by: (name) => `represented by ${name}`,
    colleges: "The colleges", members: (n) => count(n, "member", "members", "en"), anyCollege: "any college",
    bylaws: "The bylaws", bylawsOf: (day) => `Adopted on ${day}.`, bylawsRules: (least, most, years, every) => `From ${least} to ${most} seats elected for ${years} years, half of them renewed every ${every} years.`, noBylaws: "No version is published for that day.",
    declared: "Declared to the State", declaredOn: (happened, receipt) => `The list of ${happened}, with a receipt of ${receipt}.`, declaredNumber: (number) => `Receipt ${number}.`, notDeclared: "No declaration had a receipt yet.",
  },
);
