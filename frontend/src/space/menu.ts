import { hasRole, type Me, type Role } from "./kit/me";

export interface MenuItem {
  to: string;
  label: string;
}

/** Words of `useSpaceWords` that name a line or a group of the menu. */
type Word = "home" | "account" | "organisations" | "team" | "demoTitle" | "demoMails" | "demoPeople"
  | "directory" | "tokens" | "mails" | "people" | "audit" | "letters"
  | "season" | "applications" | "projects" | "reviews" | "desk" | "calls" | "decisions" | "programme" | "webhooks"
  | "lending" | "lendingFollowed" | "lendingDesk" | "ownDesk" | "loans" | "ownLoans" | "borrow" | "planning" | "items" | "ownItems" | "incidents" | "labels" | "invoices"
  | "loanEvaluations" | "contentRemarks" | "loanFigures" | "contributorReturns" | "catalogueEditions" | "loanImport" | "lendingSettings"
  | "association" | "ownMembership" | "members" | "membershipApplications" | "fees" | "governance" | "meetings" | "elections" | "declarations" | "duties" | "register"
  | "corrections" | "memberFigures" | "memberImport";

export interface MenuGroup {
  /** The first group needs no title. */
  title: Word | null;
  items: MenuItem[];
}

/** Who reads the mails that were sent. */
export const MAIL_ROLES: readonly Role[] = ["coordinator", "secretary", "treasurer", "lender", "administrator"];

/** What the roles of the agency open, in the order of the menu; `roles` empty: any of them. */
const SEASON: readonly { word: Word; to: string; roles: readonly Role[] }[] = [
  { word: "desk", to: "/espace/coordination", roles: ["coordinator", "administrator"] },
  { word: "calls", to: "/espace/appels", roles: ["coordinator", "administrator"] },
  { word: "reviews", to: "/espace/evaluations", roles: ["reviewer", "coordinator"] },
  { word: "decisions", to: "/espace/decisions", roles: ["coordinator", "administrator"] },
  { word: "programme", to: "/espace/programme", roles: ["coordinator", "administrator"] },
];
/** What a lender opens each day. */
const LENDING: readonly { word: Word; to: string }[] = [
  { word: "lendingDesk", to: "/espace/prets/comptoir" },
  { word: "loans", to: "/espace/prets" },
  { word: "planning", to: "/espace/prets/planning" },
  { word: "items", to: "/espace/outils" },
  { word: "incidents", to: "/espace/prets/incidents" },
  { word: "labels", to: "/espace/prets/etiquettes" },
];
/** What a lender opens now and then. */
const LENDING_FOLLOWED: readonly { word: Word; to: string }[] = [
  { word: "loanFigures", to: "/espace/prets/chiffres" },
  { word: "loanEvaluations", to: "/espace/prets/evaluations" },
  { word: "contentRemarks", to: "/espace/prets/remarques" },
  { word: "invoices", to: "/espace/prets/factures" },
  { word: "catalogueEditions", to: "/espace/prets/catalogues" },
  { word: "contributorReturns", to: "/espace/prets/bilans" },
  { word: "loanImport", to: "/espace/prets/import" },
  { word: "lendingSettings", to: "/espace/prets/reglages" },
];
/** What an organisation borrows, and what of its own it lends. */
const BORROWING: readonly { word: Word; to: string }[] = [
  { word: "ownLoans", to: "/espace/prets" },
  { word: "borrow", to: "/catalogue" },
  { word: "ownItems", to: "/espace/outils" },
  { word: "ownDesk", to: "/espace/prets/comptoir" },
  { word: "contributorReturns", to: "/espace/prets/bilans" },
];
/** What those who keep the association open, in the order of its life: who is in it, what they pay, how it is governed, what is kept of it. */
const ASSOCIATION: readonly { word: Word; to: string; roles?: readonly Role[] }[] = [
  { word: "members", to: "/espace/adherents" },
  { word: "membershipApplications", to: "/espace/adhesions" },
  { word: "fees", to: "/espace/cotisations" },
  { word: "governance", to: "/espace/gouvernance" },
  { word: "meetings", to: "/espace/reunions" },
  { word: "elections", to: "/espace/elections" },
  { word: "declarations", to: "/espace/gouvernance/declarations" },
  { word: "duties", to: "/espace/gouvernance/calendrier" },
  { word: "register", to: "/espace/registre" },
  { word: "corrections", to: "/espace/annuaire/corrections", roles: ["coordinator", "secretary", "administrator"] },
  { word: "memberFigures", to: "/espace/association/chiffres" },
  { word: "memberImport", to: "/espace/association/import", roles: ["secretary", "administrator"] },
];
const ASSOCIATION_ROLES: readonly Role[] = ["secretary", "treasurer", "administrator"];
const TEAM: readonly { word: Word; to: string; roles: readonly Role[] }[] = [
  { word: "mails", to: "/espace/courriels", roles: MAIL_ROLES },
  { word: "people", to: "/espace/administration", roles: ["administrator"] },
  { word: "audit", to: "/espace/administration/journal", roles: ["administrator"] },
  { word: "letters", to: "/espace/messages", roles: ["administrator"] },
];

/** The menu of someone, by roles and organisations: nothing in it answers "not for you". */
export function menuOf(someone: Me, words: Record<Word, string>): MenuGroup[] {
  const item = (word: Word, to: string): MenuItem => ({ to, label: words[word] });
  const lends = hasRole(someone, "lender", "administrator");
  const borrows = someone.organisations.length > 0;
  const groups: MenuGroup[] = [
    { title: null, items: [item("home", "/espace"), item("account", "/espace/moi")] },
    {
      title: "season",
      items: [
        ...(someone.organisations.length > 0 || hasRole(someone, "coordinator", "administrator") ? [item("applications", "/espace/dossiers"), item("projects", "/espace/projets")] : []),
        ...SEASON.filter(({ roles }) => hasRole(someone, ...roles)).map(({ word, to }) => item(word, to)),
      ],
    },
    { title: "lending", items: (lends ? LENDING : borrows ? BORROWING : []).map(({ word, to }) => item(word, to)) },
    { title: "lendingFollowed", items: lends ? LENDING_FOLLOWED.map(({ word, to }) => item(word, to)) : [] },
    {
      title: "association",
      items: [
        // Whoever is no more than an account may be a member themselves.
        ...(someone.organisations.length > 0 || someone.roles.length === 0 ? [item("ownMembership", "/espace/mon-adhesion")] : []),
        ...ASSOCIATION.filter(({ roles = ASSOCIATION_ROLES }) => hasRole(someone, ...roles)).map(({ word, to }) => item(word, to)),
      ],
    },
    {
      title: "organisations",
      items: [
        ...someone.organisations.map(({ id, name }) => ({ to: `/espace/structures/${id}`, label: name })),
        item("directory", "/espace/structures"), ...(someone.organisations.length > 0 ? [item("tokens", "/espace/jetons"), item("webhooks", "/espace/webhooks")] : []),
      ],
    },
    { title: "team", items: TEAM.filter(({ roles }) => (roles.length === 0 ? someone.roles.length > 0 : hasRole(someone, ...roles))).map(({ word, to }) => item(word, to)) },
    { title: "demoTitle", items: someone.is_demo ? [...(hasRole(someone, ...MAIL_ROLES) ? [] : [item("demoMails", "/espace/courriels")]), item("demoPeople", "/espace/entrer")] : [] },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The address of the menu that a page stands under: its own, or the deepest one above it; the home page has nothing under it. */
export function currentOf(groups: readonly MenuGroup[], pathname: string): string | null {
  const above = groups.flatMap(({ items }) => items.map(({ to }) => to)).filter((to) => pathname === to || (to !== "/espace" && pathname.startsWith(`${to}/`)));
  return above.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
