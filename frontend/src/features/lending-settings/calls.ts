/** What the page of a lender's settings reads and writes. */
import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read, type Answer } from "@/api/write";

type Schemas = components["schemas"];
export type Settings = Schemas["LenderSettingsOut"];
export type Tariff = Schemas["TariffOut"];
export type Tried = Schemas["TriedAgreement"];

export const path = (lender: string) => `/lending-settings/${encodeURIComponent(lender)}`;

export function settings(lender: string) {
  return queryOptions({ queryKey: ["lending-settings", lender] as const, queryFn: ({ signal }): Promise<Answer<Settings>> => read<Settings>(path(lender), {}, signal) });
}

export function tariffs(lender: string) {
  return queryOptions({
    queryKey: ["tariffs", lender] as const,
    queryFn: async ({ signal }) => (await get<{ items: Tariff[] }>("/tariffs", { lender, limit: 100 }, signal)).items,
  });
}
