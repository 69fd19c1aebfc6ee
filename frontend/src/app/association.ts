/** The workspace's addresses of the association: members, fees, bodies, meetings, elections, register, directory. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { space } from "./spaceRoot";

export const associationRoutes = [
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
] as const;
