/** The workspace's addresses of the lending desk: items, requests, loans, papers, figures. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { space } from "./spaceRoot";

export const lendingRoutes = [
  createRoute({
    getParentRoute: () => space, path: "/espace/outils",
    component: lazyRouteComponent(() => import("@/features/items/ItemsPage"), "ItemsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/outils/nouveau",
    component: lazyRouteComponent(() => import("@/features/items/NewItemPage"), "NewItemPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/outils/$id",
    component: lazyRouteComponent(() => import("@/features/items/ItemPage"), "ItemPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/reglages",
    component: lazyRouteComponent(() => import("@/features/lending-settings/LendingSettingsPage"), "LendingSettingsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/factures",
    component: lazyRouteComponent(() => import("@/features/invoices/InvoicesPage"), "InvoicesPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/planning",
    component: lazyRouteComponent(() => import("@/features/planning/PlanningPage"), "PlanningPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/chiffres",
    component: lazyRouteComponent(() => import("@/features/loan-figures/FiguresPage"), "FiguresPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/chiffres/$figure",
    component: lazyRouteComponent(() => import("@/features/loan-figures/FigureRowsPage"), "FigureRowsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/evaluations",
    component: lazyRouteComponent(() => import("@/features/loan-evaluations/EvaluationsPage"), "EvaluationsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/remarques",
    component: lazyRouteComponent(() => import("@/features/loan-evaluations/RemarksPage"), "RemarksPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets",
    component: lazyRouteComponent(() => import("@/features/loan/LoansPage"), "LoansPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/$id",
    component: lazyRouteComponent(() => import("./LoanPage"), "LoanPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/demandes/nouvelle",
    component: lazyRouteComponent(() => import("@/features/loan-request/NewRequestPage"), "NewRequestPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/transmettre/$item",
    component: lazyRouteComponent(() => import("@/features/loan-request/ForwardPage"), "ForwardPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/demandes/$id",
    component: lazyRouteComponent(() => import("@/features/loan-request/RequestPage"), "RequestPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/$id/accord",
    component: lazyRouteComponent(() => import("@/features/lending-desk/ApprovalPage"), "ApprovalPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/exemplaires/$id",
    component: lazyRouteComponent(() => import("@/features/store-room/UnitPage"), "UnitPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/etiquettes",
    component: lazyRouteComponent(() => import("@/features/store-room/LabelsPage"), "LabelsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/$id/preparation",
    component: lazyRouteComponent(() => import("@/features/store-room/PreparationPage"), "PreparationPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/bilans",
    component: lazyRouteComponent(() => import("@/features/contributor-returns/ReturnsPage"), "ReturnsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/comptoir",
    component: lazyRouteComponent(() => import("@/features/lending-desk/LendingDeskPage"), "LendingDeskPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/attente",
    component: lazyRouteComponent(() => import("@/features/lending-desk/WaitingListPage"), "WaitingListPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/import",
    component: lazyRouteComponent(() => import("@/features/table-import/LoanImportPage"), "LoanImportPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/catalogues",
    component: lazyRouteComponent(() => import("@/features/catalogue-editions/EditionsPage"), "EditionsPage"),
  }),
  createRoute({
    getParentRoute: () => space, path: "/espace/prets/incidents",
    component: lazyRouteComponent(() => import("@/features/lending-desk/IncidentsPage"), "IncidentsPage"),
  }),
] as const;
