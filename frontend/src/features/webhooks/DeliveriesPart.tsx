import { Button, Select } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useKitWords } from "@/space/kit/words";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { deliveries, path, webhookEvents, type Delivery, type DeliveryState, type Webhook } from "./calls";
import { useWebhookWords } from "./words";

const STATES = ["", "waiting", "delivered", "failed"] as const;

/** What a webhook was told, the newest first: whether it arrived, what was answered, and once more if need be. */
export function DeliveriesPart({ webhook: { id } }: { webhook: Webhook }) {
  const { w } = useWebhookWords();
  const { w: kit } = useKitWords();
  const client = useQueryClient();
  const [state, setState] = useState<DeliveryState | "">("");
  const pages = useInfiniteQuery(deliveries(id, state));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const replay = async (delivery: Delivery) => {
    try {
      await post(`${path(id)}/deliveries/${delivery.id}/replay`);
      tell(w.replayed);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await client.invalidateQueries({ queryKey: ["webhooks", id] });
  };
  return (
    <Part title={w.deliveries} actions={<Select size="sm" aria-label={w.show} value={state} data={STATES.map((each) => ({ value: each, label: w.states[each] ?? each }))} onChange={(value) => setState((value ?? "") as DeliveryState | "")} />}>
      {pages.isPending && <Waiting words={kit.loading} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && items.length === 0 && <NothingYet><p>{state ? w.deliveriesNoneOf : w.deliveriesNone}</p></NothingYet>}
      {items.length > 0 && <ul role="list" className="lines" aria-label={w.deliveries}>{items.map((each) => <OneDelivery key={each.id} delivery={each} onReplay={() => void replay(each)} />)}</ul>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

function OneDelivery({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const { w, lang } = useWebhookWords();
  const all = useQuery(webhookEvents()).data ?? [];
  const { id, event, state, tries, created_at: at, next_try_at: next, last_status: status, last_error: error, body } = delivery;
  const found = all.find((each) => each.event === event);
  const what = event === "webhook.test" ? w.test_event : (lang === "fr" ? found?.label_fr : found?.label_en) ?? event;
  const when = formatMoment(at, lang);
  const answered = status === null ? null : w.status(status);
  return (
    <li className="line">
      <div className="line__main">
        <span>{what} <span className={state === "failed" ? "flag flag--stop" : "flag"} data-state={state}>{w.state[state]}</span></span>
        <span className="soft">{[when, tries > 0 && w.tries(tries), answered, state === "waiting" && next && tries > 0 && w.next(formatMoment(next, lang))].filter(Boolean).join(" · ")}</span>
        {error && state !== "delivered" && <span className="soft">{error}</span>}
        <details className="delivery__body">
          <summary>{w.body}<span className="unseen"> ({what}, {when})</span></summary>
          <p className="soft">{w.number} : <code>{id}</code></p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard */}
          <pre tabIndex={0} role="region" aria-label={w.bodyOf(what)}>{JSON.stringify(body, null, 2)}</pre>
        </details>
      </div>
      {delivery.allowed_actions.includes("replay") && <div className="line__actions"><Button size="xs" aria-label={w.replayOf(what, when)} onClick={onReplay}>{w.replay}</Button></div>}
    </li>
  );
}
