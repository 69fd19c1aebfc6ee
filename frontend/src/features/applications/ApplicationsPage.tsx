import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { del } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { hasRole, useMe } from "@/space/kit/me";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { ApplicationLine } from "./ApplicationLine";
import { BeginForm } from "./BeginForm";
import { ownApplications, path, publishedCalls, type Application } from "./calls";
import { grouped } from "./groups";
import { InvitationLine } from "./InvitationLine";
import { RenewDialogue } from "./RenewDialogue";
import { useApplicationsWords } from "./words";
import "./applications.css";

/** My applications, what is expected of me first; `?appel=` begins one in that call. */
export function ApplicationsPage() {
  const { w } = useApplicationsWords();
  const someone = useMe();
  const { appel } = useSearch({ strict: false }) as { appel?: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = useInfiniteQuery(ownApplications());
  const calls = useQuery(publishedCalls());
  const { open, show, close, button } = useUnfolded();
  const [isLeft, setLeft] = useState(false);
  const [renewing, setRenewing] = useState<Application | null>(null);
  const [discarding, setDiscarding] = useState<Application | null>(null);
  const applications = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const all = calls.data ?? [];
  const isBeginning = open || (appel !== undefined && !isLeft);
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ["applications"] }), client.invalidateQueries({ queryKey: ["waiting"] })]);
  const goTo = async (id: string) => {
    await refresh();
    await navigate({ to: "/espace/dossiers/$id/formulaire", params: { id } });
  };
  const leave = () => { close(); setLeft(true); };
  const mayBegin = someone.organisations.length > 0 && all.length > 0;
  return (
    <Page
      title={w.title}
      lead={<><p>{w.lead}</p>{hasRole(someone, "coordinator", "administrator") && <p>{w.coordination} <Link to={"/espace/coordination" as string}>{w.coordinationLink}</Link>.</p>}</>}
      actions={mayBegin && !isBeginning ? <Button ref={button} variant="filled" onClick={show}>{w.begin}</Button> : undefined}
    >
      {someone.organisations.length === 0 && <NothingYet><p>{w.noOrganisation}</p><Link to="/espace/structures" className="button">{w.toOrganisations}</Link></NothingYet>}
      {mayBegin && isBeginning && <Part title={w.begin}><BeginForm calls={all} applications={applications} call={appel} onCancel={leave} onBegun={(id) => void goTo(id)} /></Part>}
      <Loaded query={query}>
        {() => (
          <>
            {applications.length === 0 && !isBeginning && someone.organisations.length > 0 && <NothingYet><p>{w.none}</p><p>{all.some(({ state }) => state === "open") ? w.noneHow : w.noCall}</p><Link to="/appels" className="button">{w.seeCalls}</Link></NothingYet>}
            {grouped(applications).map(([group, items]) => (
              <Part key={group} title={w.groups[group]}>
                <ul role="list" className="lines" aria-label={w.groups[group]}>
                  {items.map((each) => (group === "invited"
                    ? <InvitationLine key={each.id} application={each} onAnswered={refresh} />
                    : <ApplicationLine key={each.id} application={each} mayRenew={all.some(({ id, state }) => state !== "upcoming" && id !== each.call.id)} onRenew={() => setRenewing(each)} onDiscard={() => setDiscarding(each)} />))}
                </ul>
              </Part>
            ))}
            {query.hasNextPage && <p><Button onClick={() => void query.fetchNextPage()}>{w.more}</Button></p>}
            {someone.organisations.length > 0 && <Discarded />}
          </>
        )}
      </Loaded>
      <RenewDialogue application={renewing} calls={all} onClose={() => setRenewing(null)} onRenewed={(id) => { setRenewing(null); tell(w.renewed); void goTo(id); }} />
      <Confirm
        opened={discarding !== null} title={w.discardTitle(discarding?.title ?? w.untitled)} confirmLabel={w.discardOf(discarding?.title ?? w.untitled)} onClose={() => setDiscarding(null)}
        onConfirm={async () => {
          if (!discarding) return;
          await del(path(discarding.id));
          await refresh();
          tell(w.discarded);
        }}
      >
        <p>{w.discardText}</p>
      </Confirm>
    </Page>
  );
}

/** Drafts that were put away: nobody looks for them often. */
function Discarded() {
  const { w } = useApplicationsWords();
  const [isShown, setShown] = useState(false);
  const query = useInfiniteQuery({ ...ownApplications(true), enabled: isShown });
  if (!isShown) return <p><Button variant="subtle" onClick={() => setShown(true)}>{w.showDiscarded}</Button></p>;
  return (
    <Part title={w.discardedTitle} actions={<Button size="xs" onClick={() => setShown(false)}>{w.hideDiscarded}</Button>}>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p className="soft">{w.noDiscarded}</p>;
          return <ul role="list" className="lines" aria-label={w.discardedTitle}>{items.map((each) => <ApplicationLine key={each.id} application={each} mayRenew={false} onRenew={() => undefined} onDiscard={() => undefined} />)}</ul>;
        }}
      </Loaded>
    </Part>
  );
}
