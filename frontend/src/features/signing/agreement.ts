/** What the link of a signatory shows, and why it shows nothing any more. */
import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { Problem } from "@/lib/problem";

export type AgreementToSign = components["schemas"]["AgreementToSign"];

export const signPath = (token: string) => `/agreements/sign/${encodeURIComponent(token)}`;

export function agreement(token: string) {
  return queryOptions({ queryKey: ["agreement-to-sign", token] as const, retry: false, staleTime: Infinity, queryFn: ({ signal }) => get<AgreementToSign>(signPath(token), {}, signal) });
}

/** Why a link shows nothing any more. */
export function deadOf(error: unknown): "unknown" | "expired" | "outdated" | null {
  if (!(error instanceof Problem)) return null;
  if (error.status === 404 || error.status === 422) return "unknown";
  return error.status === 410 ? "expired" : error.code === "agreement_outdated" ? "outdated" : null;
}
