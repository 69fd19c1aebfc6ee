import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { moved, remember } from "@/lib/page";
import { parseFilters, toSearch } from "@/programme/filters";
import { Crash } from "./Crash";
import { Layout } from "./Layout";
import { Lost, root } from "./root";
import { spaceRoutes } from "./space";

/** The address keeps what we understand of it, in a steady order. */
const validateSearch = (search: Record<string, unknown>) => toSearch(parseFilters(search));

const face = createRoute({ getParentRoute: () => root, id: "face", component: () => <Layout /> });

const routes = root.addChildren([
  face.addChildren([
    createRoute({ getParentRoute: () => face, path: "/", component: lazyRouteComponent(() => import("@/features/home/HomePage"), "HomePage") }),
    createRoute({
      getParentRoute: () => face, path: "/agenda", validateSearch,
      component: lazyRouteComponent(() => import("@/features/agenda/AgendaPage"), "AgendaPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/agenda/$slug",
      component: lazyRouteComponent(() => import("@/features/agenda/EventPage"), "EventPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/scolaires", validateSearch,
      component: lazyRouteComponent(() => import("@/features/schools/SchoolsPage"), "SchoolsPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/appels",
      component: lazyRouteComponent(() => import("@/features/calls/CallsPage"), "CallsPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/appels/$id",
      component: lazyRouteComponent(() => import("@/features/calls/CallPage"), "CallPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/catalogue",
      component: lazyRouteComponent(() => import("@/features/catalogue/CataloguePage"), "CataloguePage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/catalogue/editions",
      component: lazyRouteComponent(() => import("@/features/catalogue/EditionsPage"), "EditionsPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/catalogue/$slug",
      component: lazyRouteComponent(() => import("@/features/catalogue/ItemPage"), "ItemPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/association",
      component: lazyRouteComponent(() => import("@/features/association/AssociationPage"), "AssociationPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/annuaire",
      component: lazyRouteComponent(() => import("@/features/directory/DirectoryPage"), "DirectoryPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/annuaire/$slug",
      component: lazyRouteComponent(() => import("@/features/directory/EntryPage"), "EntryPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/signer/$token",
      component: lazyRouteComponent(() => import("@/features/signing/SigningPage"), "SigningPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/questionnaire/$token",
      component: lazyRouteComponent(() => import("@/features/questionnaire/QuestionnairePage"), "QuestionnairePage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/association/adherer",
      component: lazyRouteComponent(() => import("@/features/apply/ApplyPage"), "ApplyPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/association/adherer/confirmer/$token",
      component: lazyRouteComponent(() => import("@/features/apply/ConfirmPage"), "ConfirmPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/assemblee/$token",
      component: lazyRouteComponent(() => import("./SeatPage"), "SeatPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/donnees-personnelles",
      component: lazyRouteComponent(() => import("@/features/personal-data/PersonalDataPage"), "PersonalDataPage"),
    }),
    createRoute({
      getParentRoute: () => face, path: "/developpeurs",
      component: lazyRouteComponent(() => import("@/features/developers/DevelopersPage"), "DevelopersPage"),
    }),
  ]),
  spaceRoutes,
]);

/** Plain parameters (`theme=health,astronomy`), as the API writes them, not the router's JSON. */
const parseSearch = (text: string): Record<string, string> => {
  const search: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) search[name] = search[name] ? `${search[name]},${value}` : value;
  return search;
};
const stringifySearch = (search: Record<string, unknown>): string => {
  const entries = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const text = new URLSearchParams(entries).toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
};

export function makeRouter() {
  const router = createRouter({
    routeTree: routes, parseSearch, stringifySearch,
    scrollRestoration: true,
    defaultPreload: "intent",
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: Lost,
  });
  watchMoves(router);
  return router;
}

/** Tells the pages how they were reached, so that focus lands where the reader expects it. */
function watchMoves(router: { history: { location: { pathname: string }; subscribe: (listener: (event: { location: { pathname: string }; action: { type: string } }) => void) => void } }): void {
  let path = router.history.location.pathname;
  router.history.subscribe(({ location, action }) => {
    if (location.pathname === path) return;
    path = location.pathname;
    moved(action.type === "PUSH" || action.type === "REPLACE" ? "forward" : "back");
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("main a[href]") : null;
    if (link) remember(location.pathname + location.search, link.getAttribute("href") ?? "");
  }, true);
}
