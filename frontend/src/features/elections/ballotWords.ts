import { spaceWords } from "@/space/kit/words";

/** The words of the ballot on somebody's page of the day; they come without those of the workspace. */
export const useBallotWords = spaceWords(
  {
    title: "Élection", choose: (n: number) => (n === 1 ? "Choisissez un nom, ou votez blanc." : `Choisissez ${n} noms au plus, ou votez blanc.`), send: "Déposer le bulletin", sendBlank: "Voter blanc", sent: "Le bulletin est dans l’urne.", voted: "Ce bulletin est dans l’urne.", ofVoice: (name: string) => `Bulletin de ${name}`, tooMany: (n: number) => `${n} noms au plus : retirez-en.`, mustBeHere: "Signalez votre arrivée pour voter.", secret: "Le bulletin est secret : rien ne lie un choix à qui l’a fait.",
    places: (n: number) => (n === 1 ? "un siège" : `${n} sièges`), of: (code: string) => (code === "all" ? "" : `, collège ${code}`), round: (n: number): string => (n === 1 ? "" : ", second tour"), represented: (name: string) => `, représentée par ${name}`, sending: "Un instant…", failed: "Le bulletin n’est pas parti. Réessayez.",
    results: "Résultats", annulled: "Cette élection est annulée : personne n’y est élu.", votes: (n: number) => (n === 1 ? "1 voix" : `${n} voix`), elected: "élu", tied: "à égalité", second_round: "au second tour", not_elected: "",
  },
  {
    title: "Election", choose: (n) => (n === 1 ? "Choose a name, or vote blank." : `Choose ${n} names at most, or vote blank.`), send: "Cast the ballot", sendBlank: "Vote blank", sent: "The ballot is in the urn.", voted: "This ballot is in the urn.", ofVoice: (name) => `Ballot of ${name}`, tooMany: (n) => `${n} names at most: take some away.`, mustBeHere: "Say that you are here to vote.", secret: "The ballot is secret: nothing ties a choice to who made it.",
    places: (n) => (n === 1 ? "one post" : `${n} posts`), of: (code) => (code === "all" ? "" : `, college ${code}`), round: (n): string => (n === 1 ? "" : ", second round"), represented: (name) => `, represented by ${name}`, sending: "One moment…", failed: "The ballot did not leave. Try again.",
    results: "Results", annulled: "This election is annulled: nobody is elected by it.", votes: (n) => (n === 1 ? "1 vote" : `${n} votes`), elected: "elected", tied: "level", second_round: "second round", not_elected: "",
  },
);
