/** The workspace's addresses from the call for projects to the published programme. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { space } from "./spaceRoot";

export const seasonRoutes = [
  createRoute({
    getParentRoute: () => space, path: "/espace/dossiers",
    component: lazyRouteComponent(() => import("@/features/applications/ApplicationsPage"), "ApplicationsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/dossiers/$id",
    component: lazyRouteComponent(() => import("@/features/application/ApplicationPage"), "ApplicationPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/dossiers/$id/formulaire",
    component: lazyRouteComponent(() => import("@/features/application-form/FormPage"), "FormPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/decisions",
    component: lazyRouteComponent(() => import("@/features/decisions/DecisionsPage"), "DecisionsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/decisions/$id",
    component: lazyRouteComponent(() => import("@/features/decisions/BatchPage"), "BatchPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/evaluations",
    component: lazyRouteComponent(() => import("@/features/reviews/ReviewsPage"), "ReviewsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/evaluations/$id",
    component: lazyRouteComponent(() => import("@/features/reviews/ReviewPage"), "ReviewPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/appels/$id/instruction",
    component: lazyRouteComponent(() => import("@/features/reviews/instruction/InstructionPage"), "InstructionPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/appels",
    component: lazyRouteComponent(() => import("@/features/call-editor/CallsPage"), "CallsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/appels/$id",
    component: lazyRouteComponent(() => import("@/features/call-editor/CallSettingsPage"), "CallSettingsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/appels/$id/formulaire",
    component: lazyRouteComponent(() => import("@/features/call-editor/CallFormPage"), "CallFormPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/appels/$id/criteres",
    component: lazyRouteComponent(() => import("@/features/call-editor/CallCriteriaPage"), "CallCriteriaPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/appels/$id/codes",
    component: lazyRouteComponent(() => import("@/features/call-editor/CallCodesPage"), "CallCodesPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/appels/$id/textes",
    component: lazyRouteComponent(() => import("@/features/call-editor/CallTextsPage"), "CallTextsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/appels/$id/textes/$text",
    component: lazyRouteComponent(() => import("@/features/call-editor/CallTextPage"), "CallTextPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/webhooks",
    component: lazyRouteComponent(() => import("@/features/webhooks/WebhooksPage"), "WebhooksPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/coordination",
    component: lazyRouteComponent(() => import("@/features/desk/DeskPage"), "DeskPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/projets",
    component: lazyRouteComponent(() => import("@/features/projects/ProjectsPage"), "ProjectsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/projets/$id",
    component: lazyRouteComponent(() => import("@/features/projects/ProjectPage"), "ProjectPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/programme",
    component: lazyRouteComponent(() => import("@/features/edition/ProgrammePage"), "ProgrammePage"),
  }),
] as const;
