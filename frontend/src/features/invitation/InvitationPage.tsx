import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { post } from "@/api/write";
import { hideFragment, linkSecret } from "@/lib/fragment";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { isSignedIn, me, useNewIdentity, type OrganisationRole } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { useSignOut } from "@/space/useSignOut";
import { forgetInvitation, keepInvitation, keptInvitation } from "./kept";
import { useInvitationWords } from "./words";

interface Joined {
  organisation: { id: string; name: string };
  role: OrganisationRole;
}

/** Tries made while an account, just opened, is not known yet where invitations are. */
const TRIES = 5;

async function accept(token: string): Promise<Joined> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await post<Joined>("/invitations/acceptances", { token });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "account_not_told_yet" || tried === TRIES) throw error;
      const wait = (error.wait ?? 1) * 1000;
      await new Promise((resolve) => { setTimeout(resolve, wait); });
    }
  }
}

/** Where the mail of an invitation leads. */
export function InvitationPage() {
  const { w } = useInvitationWords();
  const someone = useQuery(me()).data;
  const changeIdentity = useNewIdentity();
  const [token] = useState(() => linkSecret(location.hash) ?? keptInvitation());
  const signOut = useSignOut();
  const [joined, setJoined] = useState<Joined | null>(null);
  useEffect(() => {
    if (token) keepInvitation(token);
    hideFragment();
  }, [token]);
  const entry = useEntry({
    initial: {}, labels: {},
    send: async () => {
      const answer = await accept(token ?? "");
      forgetInvitation();
      await changeIdentity();
      setJoined(answer);
    },
  });
  if (joined) {
    return (
      <Page key="joined" title={w.joinedTitle} lead={<p>{w.joined(joined.organisation.name, w.role[joined.role])}</p>}>
        <div className="page__actions"><Link className="button button--strong" to="/espace/structures/$id" params={{ id: joined.organisation.id }}>{w.open(joined.organisation.name)}</Link></div>
      </Page>
    );
  }
  if (!token) return <Page title={w.title} lead={<p>{w.missing}</p>}><p><Link to="/espace">{w.home}</Link></p></Page>;
  if (!someone || !isSignedIn(someone)) {
    return (
      <Page title={w.title} lead={<p>{w.lead}</p>}>
        <p>{w.first}</p>
        <div className="page__actions"><Link className="button button--strong" to="/espace/entrer" search={{ suite: "/espace/invitation" }}>{w.enter}</Link></div>
      </Page>
    );
  }
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <p className="soft">{w.as(someone.account.name, someone.account.email)}</p>
      <EntryForm entry={entry} submitLabel={w.accept} explain={({ status }) => (status === 410 || status === 404 ? w.spent : null)}>{null}</EntryForm>
      {entry.problem?.code === "invitation_for_another" && <div><Button onClick={() => void signOut("/espace/invitation")}>{w.another}</Button></div>}
      <p><Link to="/espace">{w.later}</Link></p>
    </Page>
  );
}
