/** The workspace's addresses from the call for projects to the published programme. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { space } from "./spaceRoot";

export const seasonRoutes = [
] as const;
