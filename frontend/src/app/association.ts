/** The workspace's addresses of the association: members, fees, bodies, meetings, elections, register, directory. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { space } from "./spaceRoot";

export const associationRoutes = [
] as const;
