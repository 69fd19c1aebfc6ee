import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { parties, path, type Application } from "./calls";
import { usePartyWords } from "./partyWords";
import { useRefresh } from "./useRefresh";

/** What somebody sees of an application that their organisation is asked to take part in, or to take over. */
export function Invitation({ application }: { application: Application }) {
  const { w } = usePartyWords();
  const { id, organisation, transfer } = application;
  const query = useQuery(parties(id));
  const navigate = useNavigate();
  const refresh = useRefresh(id);
  const [problem, setProblem] = useState<Problem | null>(null);
  const settle = async (where: string, done: string, gone: boolean) => {
    setProblem(null);
    try {
      await post(`${path(id)}/${where}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      return;
    }
    tell(done);
    // Who declined knows no more of it.
    if (gone) await navigate({ to: "/espace" });
    await refresh();
  };
  const holder = organisation?.name ?? w.someone;
  return (
    <div className="state">
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      {transfer?.allowed_actions.includes("accept") && (
        <div className="state__words">
          <h2 className="request__title">{w.offerTitle}</h2>
          <p>{w.offerFor(holder, transfer.to_organisation.name ?? w.someone)}</p>
          <div className="page__actions">
            <Button variant="filled" onClick={() => void settle("transfer/acceptance", w.taken, false)}>{w.take}</Button>
            <Button onClick={() => void settle("transfer/refusal", w.offerDeclined, true)}>{w.decline}</Button>
          </div>
        </div>
      )}
      <Loaded query={query}>
        {(items) => items.filter((each) => each.allowed_actions.includes("accept")).map((party) => (
          <div key={party.id} className="state__words">
            <h2 className="request__title">{w.invitedTitle(w.role[party.role] ?? party.role_label)}</h2>
            <p>{w.invitedText(holder)} {party.may_edit ? w.invitedEdit : w.invitedRead}</p>
            <div className="page__actions">
              <Button variant="filled" aria-label={w.acceptOf(party.name ?? w.someone)} onClick={() => void settle(`parties/${party.id}/acceptance`, w.accepted, false)}>{w.accept}</Button>
              <Button aria-label={w.declineOf(party.name ?? w.someone)} onClick={() => void settle(`parties/${party.id}/refusal`, w.declined, true)}>{w.decline}</Button>
            </div>
          </div>
        ))}
      </Loaded>
    </div>
  );
}
