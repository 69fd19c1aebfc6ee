/** What the calendar of duties reads. */
import { infiniteQueryOptions, keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Duty = Schemas["DutyOut"];

export function dutyPages() {
  return infiniteQueryOptions({
    queryKey: ["duties"] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Duties"]>("/duties", { limit: 300, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: ["duties"] });
export const dutyPath = ({ kind, key }: Duty) => `/duties/${kind}/${encodeURIComponent(key)}`;
