import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { callCriteria, callKey, callSettings, formDraft, may, path, type Call } from "./queries";
import { graceEnd } from "./state";
import { useNow } from "./useNow";
import { useCallWords } from "./words";

/** Online or not; before it is, what is missing and what to look at. */
export function PublicationPart({ call }: { call: Call }) {
  const { w, lang } = useCallWords();
  const client = useQueryClient();
  const [asked, setAsked] = useState<"publish" | "archive" | null>(null);
  const { nameOf } = useRequestName();
  const now = useNow();
  const act = async () => {
    if (!asked) return;
    const done = await post<Call>(`${path(call.id)}/${asked}`, {}, nameOf([asked, call.version]));
    client.setQueryData(callSettings(call.id).queryKey, done);
    await Promise.all([client.invalidateQueries({ queryKey: callKey(call.id) }), client.invalidateQueries({ queryKey: ["calls-of-edition"] }), client.invalidateQueries({ queryKey: ["calls"] })]);
    tell(asked === "publish" ? w.published : w.archived);
  };
  const says = Date.parse(graceEnd(call)) <= now ? w.publishLate : Date.parse(call.opens_at) <= now ? w.publishOpen : w.publishText(formatMoment(call.opens_at, lang));
  return (
    <Part
      title={w.publication}
      actions={
        <>
          {may(call, "archive") && <Button size="xs" onClick={() => setAsked("archive")}>{w.archive}</Button>}
          {may(call, "publish") && <Button variant="filled" size="xs" onClick={() => setAsked("publish")}>{call.publication === "archived" ? w.republish : w.publish}</Button>}
        </>
      }
    >
      {call.publication === "archived" ? <p>{w.frozen}</p> : <Missing call={call} />}
      <Confirm
        opened={asked === "publish"} title={w.publishTitle} confirmLabel={call.publication === "archived" ? w.republish : w.publish} onClose={() => setAsked(null)} onConfirm={act}
      >
        <p>{says}</p>
      </Confirm>
      <Confirm opened={asked === "archive"} title={w.archiveTitle} confirmLabel={w.archive} onClose={() => setAsked(null)} onConfirm={act}><p>{w.archiveText}</p></Confirm>
    </Part>
  );
}

/** What keeps the call from going online, and what one may have forgotten. */
function Missing({ call }: { call: Call }) {
  const { w } = useCallWords();
  const now = useNow();
  const form = useQuery(formDraft(call.id));
  const criteria = useQuery({ ...callCriteria(call.id), enabled: call.has_scoring });
  const advice = [
    !call.contact_email && w.missing.contact, !call.introduction.trim() && w.missing.introduction, !call.closed_message.trim() && w.missing.closedMessage,
    Date.parse(call.closes_at) <= now && call.publication === "draft" && w.missing.late, call.has_scoring && call.has_committee && criteria.data?.total === 0 && w.missing.criteria,
  ].filter((each) => typeof each === "string");
  return (
    <Loaded query={form}>
      {({ problems }) => (
        <div className="call-missing">
          {call.publication === "draft" && problems.length === 0 && <p>{w.ready}</p>}
          {call.publication === "draft" && problems.length > 0 && (
            <div className="trouble">
              <strong>{w.blocked(problems.length)}</strong>
              <ul>{problems.map(({ pointer, code, message }) => <li key={`${pointer}${code}${message}`}>{message}</li>)}</ul>
              <p><Link to="/espace/appels/$id/formulaire" params={{ id: call.id }}>{w.toForm}</Link></p>
            </div>
          )}
          {advice.length > 0 && <><p>{w.advice}</p><ul className="call-missing__advice">{advice.map((each) => <li key={each}>{each}</li>)}</ul></>}
        </div>
      )}
    </Loaded>
  );
}
