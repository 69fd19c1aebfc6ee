/**
 * The workspace's addresses. Nothing of it is loaded before one goes there: each page comes with its own chunk, and Mantine with
 * the layout. `npm run size` reads the pages of the workspace from this file, season.ts, lending.ts and association.ts, to weigh them apart from the public ones.
 */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { associationRoutes } from "./association";
import { lendingRoutes } from "./lending";
import { seasonRoutes } from "./season";
import { space } from "./spaceRoot";

/** `open`: for those who have not signed in too; the others are sent to sign in, and come back. */
const open = { open: true };

export const spaceRoutes = space.addChildren([
  createRoute({
    getParentRoute: () => space, path: "/espace",
    component: lazyRouteComponent(() => import("@/features/space-home/SpaceHomePage"), "SpaceHomePage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/entrer", staticData: open,
    component: lazyRouteComponent(() => import("@/features/sign-in/SignInPage"), "SignInPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/moi",
    component: lazyRouteComponent(() => import("@/features/account/AccountPage"), "AccountPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/adresse", staticData: open,
    component: lazyRouteComponent(() => import("@/features/account/EmailConfirmationPage"), "EmailConfirmationPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/efface", staticData: open,
    component: lazyRouteComponent(() => import("@/features/account/ErasedPage"), "ErasedPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/invitation", staticData: open,
    component: lazyRouteComponent(() => import("@/features/invitation/InvitationPage"), "InvitationPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/courriels", staticData: open,
    component: lazyRouteComponent(() => import("@/space/MailsPage"), "MailsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/structures",
    component: lazyRouteComponent(() => import("@/features/organisations/OrganisationsPage"), "OrganisationsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/structures/nouvelle",
    component: lazyRouteComponent(() => import("@/features/organisations/CreatePage"), "CreatePage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/structures/$id",
    component: lazyRouteComponent(() => import("@/features/organisations/OrganisationPage"), "OrganisationPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/evenements/$id",
    component: lazyRouteComponent(() => import("@/features/events/EventPage"), "EventPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/jetons",
    component: lazyRouteComponent(() => import("@/features/tokens/TokensPage"), "TokensPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/administration",
    component: lazyRouteComponent(() => import("@/features/administration/PeoplePage"), "PeoplePage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/administration/personnes/$id",
    component: lazyRouteComponent(() => import("@/features/administration/PersonPage"), "PersonPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/administration/journal",
    component: lazyRouteComponent(() => import("@/features/administration/AuditPage"), "AuditPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/messages",
    component: lazyRouteComponent(() => import("@/features/administration/LettersPage"), "LettersPage"),
  }),
  ...seasonRoutes,
  ...lendingRoutes,
  ...associationRoutes,
]);
