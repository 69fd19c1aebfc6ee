/** What the pages of items read and write. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Item = Schemas["LentItemOut"];
export type ItemLine = Schemas["ItemListed"];
export type ItemFormat = Item["formats"][number];
export type Unit = ItemFormat["units"][number];
export type Photo = Item["photos"][number];
export type ItemDocument = Item["documents"][number];

interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
}

export const path = (id: string) => `/items/${encodeURIComponent(id)}`;
export const may = ({ allowed_actions: actions }: { allowed_actions: readonly string[] }, action: string) => actions.includes(action);
/** A version as the API wants it back. */
export const tagOf = (version: number) => `"v${version}"`;

/** What the list is narrowed to, as the address and the API name it. */
export const FILTERS = ["q", "owner", "category", "publication", "retired"] as const;
export type Search = Record<(typeof FILTERS)[number], string>;

export function itemPages(search: Search) {
  return infiniteQueryOptions({
    queryKey: ["items", search] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<ItemLine>>("/items", { ...search, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function item(id: string) {
  return queryOptions({ queryKey: ["item", id] as const, queryFn: ({ signal }) => get<Item>(path(id), {}, signal) });
}

export type LenderRules = Pick<Schemas["LenderSettingsOut"], "notice_days" | "min_days" | "max_days" | "buffer_before_days" | "buffer_after_days" | "insurance">;

/** What holds for an item of this lender that has no rule of its own. */
export function lenderRules(lender: string) {
  return queryOptions({ queryKey: ["lending-settings", lender, "rules"] as const, queryFn: ({ signal }) => get<LenderRules>(`/lending-settings/${encodeURIComponent(lender)}`, {}, signal) });
}
