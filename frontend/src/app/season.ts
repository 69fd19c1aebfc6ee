/** The workspace's addresses from the call for projects to the published programme. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { space } from "./spaceRoot";

export const seasonRoutes = [
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
] as const;
