/** The route that every page of the workspace hangs below. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { CrashAlone } from "./Crash";
import { root } from "./root";

export const space = createRoute({
  getParentRoute: () => root, id: "space",
  // Each page reads its own parameters, as plain texts.
  validateSearch: (search: Record<string, unknown>) => search as Partial<Record<string, string>>,
  component: lazyRouteComponent(() => import("@/space/SpaceLayout"), "SpaceLayout"),
  errorComponent: CrashAlone,
});
