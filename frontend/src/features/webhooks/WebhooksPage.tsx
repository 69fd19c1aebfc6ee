import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { hasRole, useMe } from "@/space/kit/me";
import { formatMoment, formatSince } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { conditionOf, hostOf, webhooks, type Webhook, type WebhookMade } from "./calls";
import { Secret } from "./Secret";
import { WebhookForm } from "./WebhookForm";
import { WebhookPage } from "./WebhookPage";
import { useWebhookWords } from "./words";
import "./webhooks.css";

/** The webhooks of the organisations that I administer; `?avis=` opens one. */
export function WebhooksPage() {
  const { avis } = useSearch({ strict: false }) as { avis?: string };
  return avis ? <WebhookPage key={avis} id={avis} /> : <AllWebhooks />;
}

function AllWebhooks() {
  const { w } = useWebhookWords();
  const me = useMe();
  const client = useQueryClient();
  const administered = me.organisations.filter(({ role }) => role === "administrator");
  const mayRead = administered.length > 0 || hasRole(me, "administrator");
  const query = useQuery({ ...webhooks(), enabled: mayRead });
  const { open, show, close, button } = useUnfolded();
  const [made, setMade] = useState<WebhookMade | null>(null);
  const lead = <p>{w.lead} <Link to="/developpeurs">{w.guide}</Link>.</p>;
  if (!mayRead) return <Page title={w.title} lead={lead}><NothingYet><p>{w.notAdmin}<br />{w.notAdminHow}</p><Link to="/espace/structures" className="button">{w.toOrganisations}</Link></NothingYet></Page>;
  const keep = (webhook: WebhookMade) => {
    close();
    setMade(webhook);
    void client.invalidateQueries({ queryKey: ["webhooks"] });
  };
  return (
    <Page title={w.title} lead={lead}>
      {made && <Secret made={made} onDone={() => setMade(null)} />}
      <Part title={w.list} actions={administered.length > 0 && !open && !made ? <Button ref={button} onClick={show}>{w.make}</Button> : undefined}>
        {open && <WebhookForm organisations={administered} onMade={keep} onCancel={close} />}
        <Loaded query={query}>
          {(items) => (items.length === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : (
            <ul role="list" className="lines" aria-label={w.list}>{items.map((each) => <WebhookLine key={each.id} webhook={each} />)}</ul>
          ))}
        </Loaded>
      </Part>
    </Page>
  );
}

function WebhookLine({ webhook }: { webhook: Webhook }) {
  const { w, lang } = useWebhookWords();
  const { id, name, url, organisation, events, last_delivered_at: last, failing_since: failing } = webhook;
  const condition = conditionOf(webhook);
  const told = condition === "failing" && failing ? w.failingSince(formatMoment(failing, lang)) : last ? w.lastArrived(formatSince(last, lang)) : w.neverArrived;
  return (
    <li className="line">
      <div className="line__main">
        <span>{name} <span className={condition === "failing" || condition === "gone" ? "flag flag--stop" : "flag"}>{w.condition[condition]}</span></span>
        <span className="soft">{[organisation.name, hostOf(url), w.tells(events.length), told].join(" · ")}</span>
      </div>
      <div className="line__actions"><Link className="button" to="." search={{ avis: id } as never} aria-label={w.seeOf(name)}>{w.see}</Link></div>
    </li>
  );
}
