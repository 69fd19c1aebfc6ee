import { spaceWords } from "./kit/words";

export const useSpaceWords = spaceWords(
  {
    space: "Mon espace", nav: "Menu de l’espace", menu: "Menu", closeMenu: "Fermer le menu", site: "Voir le site", signOut: "Sortir", signedOut: "Votre session est fermée. À bientôt.",
    opening: "Votre espace s’ouvre…", expired: "Votre session est finie ; ce que vous avez écrit reste ici.", enterAgain: "Entrer à nouveau",
    home: "Ce qui m’attend", account: "Mon compte", organisations: "Structures", team: "Équipe", demoTitle: "Démonstration", demoMails: "Courriels reçus", demoPeople: "Changer de rôle",
    directory: "Toutes les structures", tokens: "Jetons", mails: "Courriels", people: "Personnes et rôles", audit: "Journal", letters: "Messages",
    season: "Fête de la science", applications: "Dossiers", projects: "Projets", reviews: "Évaluations", desk: "Coordination", calls: "Appels à projets",
    decisions: "Décisions", programme: "Programme", webhooks: "Avis aux programmes",
    lending: "Prêts", lendingDesk: "Comptoir", loans: "Demandes et prêts", ownLoans: "Mes prêts", borrow: "Emprunter un outil", planning: "Planning", items: "Outils", ownItems: "Nos outils", ownDesk: "Ce que nous prêtons", incidents: "Incidents", labels: "Étiquettes",
    lendingFollowed: "Suivi des prêts", loanFigures: "Chiffres", loanEvaluations: "Questionnaires", contentRemarks: "Remarques", invoices: "Factures", catalogueEditions: "Catalogues", contributorReturns: "Bilans des contributeurs", loanImport: "Import", lendingSettings: "Réglages",
    association: "L’association", ownMembership: "Mon adhésion", members: "Adhérents", membershipApplications: "Demandes d’adhésion", fees: "Cotisations", governance: "Gouvernance", meetings: "Réunions", elections: "Élections",
    declarations: "Déclarations", duties: "Calendrier des obligations", register: "Registre", corrections: "Corrections de l’annuaire", memberFigures: "Chiffres de l’association", memberImport: "Import des adhérents",
  },
  {
    space: "My space", nav: "Workspace menu", menu: "Menu", closeMenu: "Close the menu", site: "See the site", signOut: "Sign out", signedOut: "You are signed out.",
    opening: "Your space is opening…", expired: "Your session has ended; what you wrote stays here.", enterAgain: "Sign in again",
    home: "What waits for me", account: "My account", organisations: "Organisations", team: "Team", demoTitle: "Demonstration", demoMails: "Mails received", demoPeople: "Change role",
    directory: "All organisations", tokens: "Tokens", mails: "Mails", people: "People and roles", audit: "Audit log", letters: "Messages",
    season: "Science festival", applications: "Applications", projects: "Projects", reviews: "Reviews", desk: "Coordination", calls: "Calls for projects",
    decisions: "Decisions", programme: "Programme", webhooks: "Webhooks",
    lending: "Loans", lendingDesk: "Lending desk", loans: "Requests and loans", ownLoans: "My loans", borrow: "Borrow an item", planning: "Planning", items: "Items", ownItems: "Our items", ownDesk: "What we lend", incidents: "Incidents", labels: "Labels",
    lendingFollowed: "Loans over time", loanFigures: "Figures", loanEvaluations: "Evaluations", contentRemarks: "Remarks", invoices: "Invoices", catalogueEditions: "Catalogues", contributorReturns: "Contributors’ returns", loanImport: "Import", lendingSettings: "Settings",
    association: "The association", ownMembership: "My membership", members: "Members", membershipApplications: "Membership applications", fees: "Fees", governance: "Governance", meetings: "Meetings", elections: "Elections",
    declarations: "Declarations", duties: "Calendar of duties", register: "Register", corrections: "Directory corrections", memberFigures: "The association’s figures", memberImport: "Import of members",
  },
);
