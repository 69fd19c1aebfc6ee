import { count } from "@/lib/text";
import { spaceWords } from "@/space/kit/words";
import type { State } from "./calls";

const STATES: Record<State, string> = { open: "Ouvert", upcoming: "À venir", closed: "Clos" };

export const useCallWords = spaceWords(
  {
    title: "Appels à projets", lead: "Vous avez une animation à proposer pour la Fête de la science ? C’est par ici, que vous soyez un laboratoire, un musée, une bibliothèque, une association, une école, une commune ou une entreprise.", loading: "Les appels arrivent…", one: "Appel à projets",
    none: "Aucun appel n’est en ligne en ce moment.", noneHow: "L’appel de la prochaine édition paraîtra ici ; en attendant, parcourez l’agenda.", agenda: "Voir l’agenda", more: "Voir la suite",
    groups: { open: "Ouverts en ce moment", upcoming: "Bientôt", closed: "Passés" } as Record<State, string>, states: STATES,
    until: (when: string) => `jusqu’au ${when}`, from: (when: string) => `ouvre le ${when}`, since: (when: string) => `clos depuis le ${when}`,
    left: (days: number) => (days === 0 ? "dernier jour" : days === 1 ? "plus qu’un jour" : `encore ${days} jours`), festival: (dates: string) => `Fête de la science ${dates}`, theme: (theme: string) => `Thème : ${theme}`,
    see: "Lire l’appel", seeOf: (title: string) => `Lire l’appel : ${title}`, apply: "Déposer un dossier", applyOf: (title: string) => `Déposer un dossier : ${title}`, mine: "Voir mes dossiers", withCode: "J’ai un code d’accès tardif",
    dates: "Les dates", opens: "Ouverture", closes: "Clôture", officialDates: "Dates officielles", after: "À la clôture", policies: { lock: "Plus rien ne se modifie ni ne se dépose.", submit_complete: "Les brouillons complets sont déposés d’eux-mêmes.", grace: (minutes: string) => `Un dossier commencé avant peut encore être fini et déposé pendant ${minutes}.` },
    minutes: (n: number) => (n % 60 === 0 ? count(n / 60, "heure", "heures") : count(n, "minute", "minutes")),
    who: "Qui peut déposer", whoText: "Toute structure : laboratoire, musée, bibliothèque, association, établissement scolaire, commune, entreprise. Un dossier se dépose au nom d’une structure ; plusieurs personnes peuvent l’écrire, et d’autres structures s’y joindre. Si la vôtre n’est pas dans l’annuaire, vous la créez en deux minutes.",
    rules: "Ce qui est vérifié", rulesText: "Un projet labellisé respecte la charte :", criteria: "Ce que le comité regarde", share: (percent: number) => `${percent} % de la note`,
    asked: "Ce qui est demandé", askedText: (n: number) => `${count(n, "rubrique", "rubriques")}. Le dossier s’enregistre tout seul et se remplit en plusieurs fois.`, needed: "à remplir pour déposer", atLabel: "demandé après la labellisation", sometimes: "selon vos réponses", fields: (n: number) => count(n, "rubrique", "rubriques"), files: (label: string) => `${label} (fichier)`, formLoading: "Le formulaire arrive…",
    program: "Déposer depuis un programme", programText: "Tout ce que fait cette page passe par l’API : lire l’appel et son formulaire, commencer un dossier, l’enregistrer, le vérifier, le déposer, recevoir la décision. Il faut un jeton de votre structure.", guide: "Le guide des programmes", callJson: "Cet appel en JSON", formJson: "Son formulaire en JSON",
    contact: "Une question ?", write: (mail: string) => `Écrire à ${mail}`, closedTitle: "Cet appel est clos.", upcomingTitle: (when: string) => `Cet appel ouvre le ${when}.`, upcomingText: "Vous pouvez déjà lire ce qui est demandé.",
    unknownTitle: "Cet appel n’est pas en ligne.", unknownText: "Il est archivé, ou n’a jamais été publié. Si vous y aviez un dossier, il reste dans votre espace.", all: "Tous les appels", space: "Mes dossiers",
  },
  {
    title: "Calls for projects", lead: "You have something to offer for the science festival? This is the place, whether you are a laboratory, a museum, a library, an association, a school, a town or a company.", loading: "The calls are coming…", one: "Call for projects",
    none: "No call is online at the moment.", noneHow: "The call of the next edition will appear here; meanwhile, browse the programme.", agenda: "See the programme", more: "Show more",
    groups: { open: "Open now", upcoming: "Soon", closed: "Past" }, states: { open: "Open", upcoming: "To come", closed: "Closed" },
    until: (when) => `until ${when}`, from: (when) => `opens on ${when}`, since: (when) => `closed since ${when}`,
    left: (days) => (days === 0 ? "last day" : days === 1 ? "one day left" : `${days} days left`), festival: (dates) => `Science festival ${dates}`, theme: (theme) => `Theme: ${theme}`,
    see: "Read the call", seeOf: (title) => `Read the call: ${title}`, apply: "Apply", applyOf: (title) => `Apply: ${title}`, mine: "See my applications", withCode: "I have a late access code",
    dates: "Dates", opens: "Opens", closes: "Closes", officialDates: "Official dates", after: "When it closes", policies: { lock: "Nothing can be changed or sent any more.", submit_complete: "Complete drafts are sent by themselves.", grace: (minutes) => `An application begun before may still be completed and sent for ${minutes}.` },
    minutes: (n) => (n % 60 === 0 ? count(n / 60, "hour", "hours", "en") : count(n, "minute", "minutes", "en")),
    who: "Who may apply", whoText: "Any organisation: laboratory, museum, library, association, school, town, company. One applies in the name of an organisation; several people may write, and other organisations may join. If yours is not in the directory, you create it in two minutes.",
    rules: "What is checked", rulesText: "A labelled project keeps the charter:", criteria: "What the committee looks at", share: (percent) => `${percent}% of the score`,
    asked: "What is asked", askedText: (n) => `${count(n, "question", "questions", "en")}. The application saves itself and can be filled in little by little.`, needed: "needed to apply", atLabel: "asked for after the label", sometimes: "depending on your answers", fields: (n) => count(n, "question", "questions", "en"), files: (label) => `${label} (file)`, formLoading: "The form is coming…",
    program: "Apply from a program", programText: "Everything this page does goes through the API: reading the call and its form, beginning an application, saving, checking and sending it, receiving the decision. It takes a token of your organisation.", guide: "The guide for programs", callJson: "This call in JSON", formJson: "Its form in JSON",
    contact: "A question?", write: (mail) => `Write to ${mail}`, closedTitle: "This call is closed.", upcomingTitle: (when) => `This call opens on ${when}.`, upcomingText: "You can already read what is asked.",
    unknownTitle: "This call is not online.", unknownText: "It is archived, or was never published. If you had an application in it, it stays in your space.", all: "All calls", space: "My applications",
  },
);
