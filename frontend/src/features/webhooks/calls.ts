import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import { read } from "@/api/write";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Webhook = Schemas["WebhookOut"];
export type WebhookMade = Schemas["WebhookMade"];
export type Delivery = Schemas["WebhookDelivery"];
export type DeliveryState = Delivery["state"];
export type WebhookEvent = Schemas["WebhookEventOut"];

export const path = (id: string) => `/webhooks/${encodeURIComponent(id)}`;

export function webhooks() {
  return queryOptions({
    queryKey: ["webhooks", "all"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Webhooks"]>("/webhooks", { limit: 100 }, signal)).items,
  });
}

export function webhook(id: string) {
  return queryOptions({ queryKey: ["webhooks", id, "whole"] as const, queryFn: ({ signal }) => read<Webhook>(path(id), {}, signal) });
}

export function webhookEvents() {
  return queryOptions({
    queryKey: ["webhook-events"] as const, staleTime: 3_600_000,
    queryFn: async ({ signal }) => (await get<Schemas["WebhookEvents"]>("/webhook-events", {}, signal)).items,
  });
}

export function deliveries(id: string, state: DeliveryState | "") {
  return infiniteQueryOptions({
    queryKey: ["webhooks", id, "deliveries", state] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["WebhookDeliveries"]>(`${path(id)}/deliveries`, { limit: 20, state: state || undefined, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // What is about to leave is looked at again soon.
    refetchInterval: ({ state: { data } }) => (isMoving(data?.pages.flatMap(({ items }) => items) ?? [], new Date()) ? 2_000 : false),
  });
}

/** Whether something leaves within a minute: worth looking again. */
export function isMoving(items: readonly Pick<Delivery, "state" | "next_try_at">[], now: Date): boolean {
  return items.some(({ state, next_try_at: next }) => state === "waiting" && (next === null || Date.parse(next) - now.getTime() < 60_000));
}

/** Where it leads, as people recognise it; the address as it is when it is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** What becomes of a webhook: in service, in trouble since, paused by somebody, or gone by its own answer. */
export function conditionOf({ is_enabled: isEnabled, disabled_reason: reason, failing_since: failing }: Pick<Webhook, "is_enabled" | "disabled_reason" | "failing_since">): "live" | "failing" | "paused" | "gone" {
  if (!isEnabled) return reason === "gone" ? "gone" : "paused";
  return failing ? "failing" : "live";
}
