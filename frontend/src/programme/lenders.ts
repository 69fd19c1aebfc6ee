/** Those who lend, for all screens of loans. */
import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

export type Lender = components["schemas"]["LenderListed"];

/** How the API names who lends: the agency has no id. */
export const lenderKey = ({ id }: { id: string | null }) => id ?? "agency";

/** Those whom one lends for. */
export function lenders() {
  return queryOptions({
    queryKey: ["lenders"] as const,
    queryFn: async ({ signal }) => (await get<{ items: Lender[] }>("/lending-settings", { limit: 100 }, signal)).items,
    staleTime: 60_000,
  });
}
