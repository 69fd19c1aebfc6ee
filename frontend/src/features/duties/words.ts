import { spaceWords } from "@/space/kit/words";
import type { Duty } from "./calls";

/** What is declared, by the kinds of declarations. */
const FR_DECLARES: Record<string, string> = { officers: "la liste des dirigeants", name: "le nouveau nom", seat: "le nouveau siège", bylaws: "les nouveaux statuts" };
const EN_DECLARES: Record<string, string> = { officers: "the list of officers", name: "the new name", seat: "the new seat", bylaws: "the new bylaws" };
/** What a duty that comes by itself is called, from what it follows from. One that somebody entered has a title of its own. */
type Titles = Partial<Record<Duty["kind"], (about: Duty["about"]) => string>>;

export const useDutyWords = spaceWords(
  {
    title: "Calendrier des échéances", lead: "Ce que l’association doit faire, et pour quand. Ce qui découle de sa vie s’y inscrit seul ; vous ajoutez le reste.", looking: "Les échéances arrivent…", none: "Rien à faire : tout est à jour.", more: "Voir la suite",
    states: { overdue: "En retard", soon: "Dans le mois", later: "Plus tard", done: "Fait" }, before: (day: string) => `avant le ${day}`, late: (day: string) => `depuis le ${day}`, doneOn: (day: string) => `fait le ${day}`,
    done: "C’est fait", doneOf: (title: string) => `C’est fait : ${title}`, doneTold: "C’est noté.", undo: "Pas encore fait", undoOf: (title: string) => `Pas encore fait : ${title}`, undone: "C’est de nouveau à faire.", remove: "Retirer", removeOf: (title: string) => `Retirer l’échéance ${title}`, removed: "L’échéance est retirée.",
    on: "Le", onNeeded: "Écrivez le jour.", note: "Note", openDeclaration: "Aux déclarations", openFees: "Aux cotisations", openElections: "Aux élections", openGovernance: "À la gouvernance",
    add: "Ajouter une échéance", kind: "Quoi", kinds: { accounts_published: "Des comptes approuvés, à publier", other: "Autre chose" } as Record<string, string>, since: "Approuvés le", sinceOther: "Depuis le", dueOn: "Avant le", name: "Intitulé", needed: "À remplir.", accounts: "Les comptes approuvés se publient dans les trois mois.", added: "L’échéance est au calendrier.",
    titles: {
      declaration: (about) => `Déclarer à l’État ${FR_DECLARES[String(about["declares"])] ?? ""}`, accounts_published: () => "Publier les comptes annuels", grant_reports: (about) => `Rendre compte des subventions de ${about["year"]}`,
      fee_call: (about) => `Appeler les cotisations de ${about["year"]}`, partial_renewal: (about) => `Renouveler le groupe ${about["renewal_group"]} du conseil d’administration`, bureau_election: () => "Élire le bureau",
    } as Titles,
  },
  {
    title: "Calendar of duties", lead: "What the association has to do, and by when. What follows from its life is there by itself; you add the rest.", looking: "The duties are coming…", none: "Nothing to do: all is up to date.", more: "Show more",
    states: { overdue: "Overdue", soon: "Within a month", later: "Later", done: "Done" }, before: (day) => `by ${day}`, late: (day) => `since ${day}`, doneOn: (day) => `done on ${day}`,
    done: "Done", doneOf: (title) => `Done: ${title}`, doneTold: "Noted.", undo: "Not done yet", undoOf: (title) => `Not done yet: ${title}`, undone: "It is to be done again.", remove: "Remove", removeOf: (title) => `Remove the duty ${title}`, removed: "The duty is removed.",
    on: "On", onNeeded: "Write the day.", note: "Note", openDeclaration: "To declarations", openFees: "To fees", openElections: "To elections", openGovernance: "To governance",
    add: "Add a duty", kind: "What", kinds: { accounts_published: "Accounts that were approved, to be published", other: "Something else" }, since: "Approved on", sinceOther: "Since", dueOn: "By", name: "Title", needed: "To be filled in.", accounts: "Accounts that were approved are published within three months.", added: "The duty is in the calendar.",
    titles: {
      declaration: (about) => `Declare to the State ${EN_DECLARES[String(about["declares"])] ?? ""}`, accounts_published: () => "Publish the annual accounts", grant_reports: (about) => `Report on the grants of ${about["year"]}`,
      fee_call: (about) => `Call the fees of ${about["year"]}`, partial_renewal: (about) => `Renew group ${about["renewal_group"]} of the board`, bureau_election: () => "Elect the bureau",
    },
  },
);
