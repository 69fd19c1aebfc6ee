/** Damage and loss, as the lender follows them. */
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import type { Listed } from "./calls";

export type Incident = components["schemas"]["IncidentOut"];
export const OUTCOMES = ["repaired", "replaced", "written_off", "found", "no_action"] as const satisfies NonNullable<Incident["outcome"]>[];

export function incidentPages(isOpen: boolean) {
  return infiniteQueryOptions({
    queryKey: ["incidents", isOpen] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<Incident>>("/incidents", { open: isOpen || undefined, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}
