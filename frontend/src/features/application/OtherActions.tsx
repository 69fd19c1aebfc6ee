import { Button, Select, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { del, post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { openCalls, path, type Application, type OpenCall } from "./calls";
import { useKept } from "./useKept";
import { useRefresh } from "./useRefresh";
import { useApplicationWords } from "./words";

type Doing = "renew" | "withdraw" | "discard" | null;

/** What is seldom done, away from the rest: take up again, withdraw, put away. */
export function OtherActions({ application }: { application: Application }) {
  const { w } = useApplicationWords();
  const { id, allowed_actions: actions } = application;
  const [doing, setDoing] = useState<Doing>(null);
  const refresh = useRefresh(id);
  const offered = (["renew", "withdraw", "discard"] as const).filter((each) => actions.includes(each));
  const close = () => setDoing(null);
  if (offered.length === 0 && doing === null) return null;
  return (
    <Part title={w.more}>
      <div className="page__actions">{offered.map((each) => <Button key={each} onClick={() => setDoing(each)}>{w[each]}</Button>)}</div>
      <Dialogue opened={doing === "renew"} onClose={close} title={w.renewTitle}><Renew application={application} onClose={close} /></Dialogue>
      <Dialogue opened={doing === "withdraw"} onClose={close} title={w.withdrawTitle}><Withdraw application={application} onClose={close} /></Dialogue>
      <Confirm
        opened={doing === "discard"} title={w.discardTitle} confirmLabel={w.discard} onClose={close}
        onConfirm={async () => {
          await del(path(id));
          tell(w.discarded);
          await refresh();
        }}
      >
        <p>{w.discardText}</p>
      </Confirm>
    </Part>
  );
}

function Withdraw({ application: { id }, onClose }: { application: Application; onClose: () => void }) {
  const { w } = useApplicationWords();
  const refresh = useRefresh(id);
  const { kept, keep } = useKept(`withdraw/${id}`);
  const entry = useEntry({
    initial: { reason: kept }, labels: { reason: w.withdrawReason },
    check: ({ reason }) => (reason.trim() ? {} : { reason: w.withdrawNeeded }),
    send: async ({ reason }) => {
      await post(`${path(id)}/withdraw`, { reason: reason.trim() });
      keep("");
      await refresh();
      tell(w.withdrawn);
    },
  });
  useEffect(() => keep(entry.values.reason), [keep, entry.values.reason]);
  return (
    <EntryForm entry={entry} submitLabel={w.withdraw} label={w.withdraw} onDone={() => { keep(""); onClose(); }} onCancel={onClose}>
      <p>{w.withdrawText}</p>
      <Textarea {...entry.field("reason")} label={w.withdrawReason} description={w.withdrawHint} maxRows={10} maxLength={5000} data-autofocus />
    </EntryForm>
  );
}

function Renew({ application, onClose }: { application: Application; onClose: () => void }) {
  const { w } = useApplicationWords();
  const query = useQuery(openCalls());
  return (
    <Loaded query={query}>
      {(calls) => {
        const others = calls.filter((each) => each.id !== application.call.id);
        return others.length === 0 ? <p>{w.renewNone}</p> : <RenewForm application={application} calls={others} onClose={onClose} />;
      }}
    </Loaded>
  );
}

function RenewForm({ application: { id }, calls, onClose }: { application: Application; calls: readonly OpenCall[]; onClose: () => void }) {
  const { w } = useApplicationWords();
  const navigate = useNavigate();
  const refresh = useRefresh(id);
  const entry = useEntry({
    initial: { call_id: calls.length === 1 ? (calls[0]?.id ?? "") : "" }, labels: { call_id: w.renewCall },
    check: ({ call_id: call }) => (call ? {} : { call_id: w.renewNeeded }),
    send: async ({ call_id: call }) => {
      const renewed = await post<Application>(`${path(id)}/renew`, { call_id: call });
      tell(w.renewed);
      await navigate({ to: `/espace/dossiers/${renewed.id}` as never });
      await refresh();
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.renewGo} label={w.renewTitle} onDone={onClose} onCancel={onClose} explain={({ code }) => (code === "already_renewed" ? w.alreadyRenewed : null)}>
      <p>{w.renewText}</p>
      <Select {...entry.field("call_id")} value={entry.values.call_id || null} label={w.renewCall} data={calls.map((each) => ({ value: each.id, label: each.title }))} />
    </EntryForm>
  );
}
