/** The workspace's addresses of the association: members, fees, bodies, meetings, elections, register, directory. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { space } from "./spaceRoot";

export const associationRoutes = [
  createRoute({
    getParentRoute: () => space, path: "/espace/adherents",
    component: lazyRouteComponent(() => import("@/features/members/MembersPage"), "MembersPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/adherents/$id",
    component: lazyRouteComponent(() => import("./MemberPage"), "MemberPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/adhesions",
    component: lazyRouteComponent(() => import("@/features/membership-applications/ApplicationsPage"), "ApplicationsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/registre",
    component: lazyRouteComponent(() => import("@/features/register/RegisterPage"), "RegisterPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/mon-adhesion",
    component: lazyRouteComponent(() => import("./OwnMembershipPage"), "OwnMembershipPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/cotisations",
    component: lazyRouteComponent(() => import("@/features/fees/FeesPage"), "FeesPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/cotisations/bareme",
    component: lazyRouteComponent(() => import("@/features/fees/TariffPage"), "TariffPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/gouvernance/declarations",
    component: lazyRouteComponent(() => import("@/features/declarations/DeclarationsPage"), "DeclarationsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/gouvernance/calendrier",
    component: lazyRouteComponent(() => import("@/features/duties/DutiesPage"), "DutiesPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/elections",
    component: lazyRouteComponent(() => import("@/features/elections/ElectionsPage"), "ElectionsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/elections/$id",
    component: lazyRouteComponent(() => import("@/features/elections/ElectionPage"), "ElectionPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/gouvernance",
    component: lazyRouteComponent(() => import("@/features/governance/GovernancePage"), "GovernancePage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/gouvernance/statuts",
    component: lazyRouteComponent(() => import("@/features/governance/BylawsPage"), "BylawsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/reunions",
    component: lazyRouteComponent(() => import("@/features/meetings/MeetingsPage"), "MeetingsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/reunions/$id",
    component: lazyRouteComponent(() => import("@/features/meetings/MeetingPage"), "MeetingPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/reunions/$id/seance",
    component: lazyRouteComponent(() => import("@/features/meetings/SessionPage"), "SessionPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/reunions/$id/proces-verbal",
    component: lazyRouteComponent(() => import("@/features/meetings/MinutesPage"), "MinutesPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/reunions/ma-place/$id",
    component: lazyRouteComponent(() => import("./SeatPage"), "MySeatPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/association/chiffres",
    component: lazyRouteComponent(() => import("@/features/member-figures/FiguresPage"), "FiguresPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/association/chiffres/$figure",
    component: lazyRouteComponent(() => import("@/features/member-figures/FigureRowsPage"), "FigureRowsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/association/import",
    component: lazyRouteComponent(() => import("@/features/table-import/MemberImportPage"), "MemberImportPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/annuaire/corrections",
    component: lazyRouteComponent(() => import("@/features/corrections/CorrectionsPage"), "CorrectionsPage"),
  }),
] as const;
