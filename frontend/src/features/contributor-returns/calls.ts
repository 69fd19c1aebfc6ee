import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { post, put } from "@/api/write";

type Schemas = components["schemas"];
export type Return = Schemas["ReturnOut"];
export type Returns = Schemas["Returns"];

export const returnsKey = ["contributor-returns"] as const;

export function returnPages(year: number) {
  return infiniteQueryOptions({
    queryKey: [...returnsKey, year] as const,
    queryFn: ({ pageParam, signal }) => get<Returns>("/contributor-returns", { year, limit: 100, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const askContributors = (year: number, key: string) => post<Schemas["Asked"]>("/contributor-returns", { year }, key);
export const tellReturn = (one: Return, told: { loans: number; days: number; note: string | null }) => put<Return>(`/contributor-returns/${one.id}`, told, `"v${one.version}"`);
