/** What the pages of fees read and write. */
import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import { get, toQuery } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";

type Schemas = components["schemas"];
export type Fee = Schemas["MemberFeeOut"];
export type Fees = Schemas["Fees"];
export type Ageing = Schemas["Ageing"];
export type CallReport = Schemas["CallReport"];
export type RemindReport = Schemas["RemindReport"];
export type PaymentsReport = Schemas["PaymentsReport"];
export type Tariffs = Schemas["FeeTariffs"];
export type Tariff = Schemas["FeeTariffOut"];
export type Settings = Schemas["FeeSettingsOut"];
export type Billing = Schemas["BillingOut"];
export type OwnMember = Schemas["MemberListed"];
export type Category = Tariff["lines"][number]["category"];
export type College = NonNullable<Tariff["lines"][number]["college"]>;

export interface FeeFilters {
  q?: string | undefined;
  year?: string | undefined;
  state?: string | undefined;
  late?: boolean | undefined;
  member?: string | undefined;
}

/** The same fees as a file. */
export const tableOf = (filters: FeeFilters) => `/api/v1/fees.csv${toQuery({ ...filters, late: filters.late || null })}`;

export function feePages(filters: FeeFilters) {
  return infiniteQueryOptions({
    queryKey: ["fees", "list", filters] as const,
    queryFn: ({ pageParam, signal }) => get<Fees>("/fees", { ...filters, late: filters.late || null, limit: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const ageing = () => queryOptions({ queryKey: ["fees", "ageing"] as const, queryFn: ({ signal }) => get<Ageing>("/fees/ageing", { limit: 1 }, signal) });
export const tariffs = () => queryOptions({ queryKey: ["fees", "tariffs"] as const, queryFn: ({ signal }) => get<Tariffs>("/fee-tariffs", {}, signal) });
export const settings = () => queryOptions({ queryKey: ["fees", "settings"] as const, queryFn: ({ signal }) => read<Settings>("/fee-settings", {}, signal) });
export const billing = (member: string) => queryOptions({ queryKey: ["fees", "billing", member] as const, queryFn: ({ signal }) => read<Billing>(`/members/${member}/billing`, {}, signal) });
export const ownMembers = () => queryOptions({ queryKey: ["members", "own"] as const, queryFn: async ({ signal }) => (await get<Schemas["Members"]>("/members", { mine: true, status: "all" }, signal)).items });

/** Whatever was read of fees, and who is up to date because of them. */
export const refresh = (client: QueryClient) => Promise.all([client.invalidateQueries({ queryKey: ["fees"] }), client.invalidateQueries({ queryKey: ["members"] }), client.invalidateQueries({ queryKey: ["member"] })]);

/** What a form means by an amount in euros. */
export const cents = (euros: number | string) => Math.round(Number(euros) * 100);
/** The version that a change is made on, as the API names it. */
export const tag = (version: number) => `"v${version}"`;
