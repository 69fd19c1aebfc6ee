import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { post } from "@/api/write";
import { isDay, todayInParis } from "@/lib/dates";
import { moved } from "@/lib/page";
import { isUnknown } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { hasRole, useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useRequestName } from "@/space/kit/useRequestName";
import { item as itemQuery, type Item } from "./calls";
import { ForwardFields } from "./ForwardFields";
import { forwardingPath, keepForwarding, readForwarding, toForwarding, type ForwardedRequest, type Forwarding } from "./forwarding";
import { ForwardSent } from "./ForwardSent";
import { useForwardWords } from "./forwardWords";
import { useRequestWords } from "./words";
import "./loan-request.css";

/** Asks for an item whose organisation sees to its own loans: what is written here reaches it by mail. */
export function ForwardPage() {
  const { w } = useForwardWords();
  const { w: r } = useRequestWords();
  const { item: slug } = useParams({ strict: false }) as { item: string };
  const someone = useMe();
  const query = useQuery({ ...itemQuery(slug), staleTime: 0 });
  const [sent, setSent] = useState<ForwardedRequest | null>(null);
  if (sent?.item.slug === slug) return <ForwardSent key="sent" request={sent} />;
  if (isUnknown(query.error)) {
    return <Page key="lost" title={w.unknownTitle}><NothingYet><p>{w.unknownText}</p><a href="/catalogue" className="button">{w.catalogue}</a></NothingYet></Page>;
  }
  if (!query.data) return <Page key="wait" title={w.title} ready={query.isError}><Loaded query={query} waiting={w.loading}>{() => null}</Loaded></Page>;
  const { title, handling, owner } = query.data;
  if (handling !== "forwarded") {
    return <Page key="elsewhere" title={w.title}><NothingYet><p>{w.elsewhere}</p><a href={`/catalogue/${slug}`} className="button">{w.sheet}</a></NothingYet></Page>;
  }
  const mayAsk = someone.organisations.length > 0 || hasRole(someone, "lender", "administrator");
  return (
    <Page key={slug} title={w.title} lead={<p>{w.lead(title, owner.name)}</p>}>
      {mayAsk
        ? <ForwardForm item={query.data} onSent={(request) => { moved("forward"); setSent(request); }} />
        : <NothingYet><p>{w.noOrganisation}</p><Link to="/espace/structures" className="button">{r.toOrganisations}</Link></NothingYet>}
    </Page>
  );
}

function ForwardForm({ item: { slug }, onSent }: { item: Item; onSent: (request: ForwardedRequest) => void }) {
  const { w } = useForwardWords();
  const { w: r } = useRequestWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const known = useKnown();
  const { account } = useMe();
  const [initial] = useState(() => readForwarding(account.id, slug, known, sessionStorage));
  const entry = useEntry<Forwarding>({
    initial,
    labels: {
      organisation_id: r.organisation, starts_on: r.from, ends_on: r.to, "place_of_use.name": r.place, "place_of_use.address": r.address, "place_of_use.commune_insee": r.commune,
      "contact.name": w.contactName, "contact.email": w.contactEmail, message: r.message,
    },
    check: (values) => ({
      ...checkDays(values, { ...r, past: w.past }), ...(!values.organisation_id && { organisation_id: r.organisationNeeded }), ...(!values["place_of_use.name"].trim() && { "place_of_use.name": r.placeNeeded }),
      ...(!values["place_of_use.commune_insee"] && { "place_of_use.commune_insee": r.communeNeeded }), ...(!values["contact.name"].trim() && { "contact.name": w.contactNeeded }),
      ...(!values["contact.email"].trim() && { "contact.email": w.emailNeeded }),
    }),
    send: async (values) => {
      const body = toForwarding(values);
      const request = await post<ForwardedRequest>(forwardingPath(slug), body, nameOf(body));
      keepForwarding(account.id, slug, null, sessionStorage);
      forget();
      void client.invalidateQueries({ queryKey: ["forwarded-requests"] });
      onSent(request);
    },
  });
  const { values, changed } = entry;
  useEffect(() => { if (changed) keepForwarding(account.id, slug, values, sessionStorage); }, [account.id, slug, values, changed]);
  return (
    <div className="request">
      <EntryForm entry={entry} submitLabel={w.send} label={w.title}><ForwardFields entry={entry} /></EntryForm>
    </div>
  );
}

/** What need not be typed: who asks, for their only organisation, on the days that another page found. */
function useKnown(): Forwarding {
  const { account, organisations: [only, another] } = useMe();
  const { starts_on: first = "", ends_on: last = "" } = useSearch({ strict: false }) as Partial<Record<string, string>>;
  const own = only && !another ? only : { id: "", name: "" };
  const hasDays = isDay(first) && isDay(last);
  return {
    organisation_id: own.id, organisation_name: own.name, "contact.name": account.name, "contact.email": account.email, starts_on: hasDays ? first : "", ends_on: hasDays ? last : "",
    "place_of_use.name": "", "place_of_use.address": "", "place_of_use.commune_insee": "", commune: "", message: "",
  };
}

function checkDays({ starts_on: first, ends_on: last }: Forwarding, w: Record<"daysNeeded" | "past" | "backwards", string>): Partial<Record<"starts_on" | "ends_on", string>> {
  if (!isDay(first)) return { starts_on: w.daysNeeded };
  if (!isDay(last)) return { ends_on: w.daysNeeded };
  if (first < todayInParis()) return { starts_on: w.past };
  return last < first ? { ends_on: w.backwards } : {};
}
