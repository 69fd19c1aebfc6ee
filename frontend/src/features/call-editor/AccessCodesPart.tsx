import { Button, NumberInput, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del, post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { useRequestName } from "@/space/kit/useRequestName";
import { usePartWords } from "./partWords";
import { accessCodes, may, path, type AccessCode, type Call } from "./queries";
import { fromLocal, toLocal } from "./settings";
import { useNow } from "./useNow";
import { useCallWords } from "./words";

const isLive = ({ ended_at: ended, expires_at: expires }: AccessCode, now: number) => ended === null && Date.parse(expires) > now;

export function AccessCodesPart({ call }: { call: Call }) {
  const { w } = usePartWords();
  const { w: common } = useCallWords();
  const client = useQueryClient();
  const query = useQuery(accessCodes(call.id));
  const { open, show, close, button } = useUnfolded();
  const [ending, setEnding] = useState<AccessCode | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: accessCodes(call.id).queryKey });
  const now = useNow();
  const over = query.data?.items.filter((each) => !isLive(each, now)) ?? [];
  return (
    <>
      <Part title={common.part.codes} actions={query.data && may(query.data, "add_access_code") && !open ? <Button ref={button} size="xs" onClick={show}>{w.make}</Button> : undefined}>
        <p>{w.codesLead}</p>
        {open && <CodeForm call={call} onCancel={close} onDone={async ({ code }) => { await refresh(); close(); tell(w.made(code)); }} />}
        <Loaded query={query}>
          {({ items }) => {
            const live = items.filter((each) => isLive(each, now));
            return live.length === 0 ? (open ? null : <NothingYet><p>{w.codesNone}</p></NothingYet>) : <Codes label={w.live} codes={live} call={call} onEnd={setEnding} />;
          }}
        </Loaded>
      </Part>
      {over.length > 0 && <Part title={w.over}><Codes label={w.over} codes={over} call={call} onEnd={setEnding} /></Part>}
      <Confirm
        opened={ending !== null} title={w.endTitle(ending?.code ?? "")} confirmLabel={w.endOf(ending?.code ?? "")} onClose={() => setEnding(null)}
        onConfirm={async () => {
          if (!ending) return;
          await del(`${path(call.id)}/access-codes/${ending.id}`);
          await refresh();
          tell(w.endedNow);
        }}
      >
        <p>{w.endText}</p>
      </Confirm>
    </>
  );
}

function Codes({ label, codes, call, onEnd }: { label: string; codes: AccessCode[]; call: Call; onEnd: (code: AccessCode) => void }) {
  return <ul role="list" className="lines" aria-label={label}>{codes.map((code) => <CodeLine key={code.id} code={code} call={call} onEnd={() => onEnd(code)} />)}</ul>;
}

function CodeLine({ code, call, onEnd }: { code: AccessCode; call: Call; onEnd: () => void }) {
  const { w, lang } = usePartWords();
  const { code: letters, label, expires_at: expires, ended_at: ended, uses, max_uses: most } = code;
  const live = isLive(code, useNow());
  const end = ended ? w.ended(formatMoment(ended, lang)) : live ? w.ends(formatMoment(expires, lang)) : w.expired(formatMoment(expires, lang));
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      tell(w.copied);
    } catch {
      tell(w.copyFailed, { bad: true });
    }
  };
  return (
    <li className="line">
      <div className="line__main">
        <span><code className="call-code">{letters}</code></span>
        {label && <span>{label}</span>}
        <span className="soft">{[w.used(uses, most), end].join(" · ")}</span>
      </div>
      {live && (
        <div className="line__actions">
          <Button size="xs" aria-label={w.copyOf(letters)} onClick={() => void copy(letters)}>{w.copy}</Button>
          {call.publication === "published" && <Button size="xs" aria-label={w.copyLinkOf(letters)} onClick={() => void copy(`${location.origin}/appels/${call.id}?code=${letters}`)}>{w.copyLink}</Button>}
          {may(code, "end") && <Button size="xs" variant="subtle" aria-label={w.endOf(letters)} onClick={onEnd}>{w.end}</Button>}
        </div>
      )}
    </li>
  );
}

const DAY = 86_400_000;

function CodeForm({ call, onDone, onCancel }: { call: Call; onDone: (made: AccessCode) => Promise<void>; onCancel: () => void }) {
  const { w } = usePartWords();
  const { nameOf } = useRequestName();
  // A week after the end, or from now on when that is past.
  const [first] = useState(() => toLocal(new Date(Math.max(Date.parse(call.closes_at), Date.now()) + 7 * DAY).toISOString()));
  const entry = useEntry({
    initial: { label: "", expires_at: first, max_uses: 1 as number | string, code: "" },
    labels: { label: w.forWhom, expires_at: w.until, max_uses: w.uses, code: w.own },
    check: ({ expires_at: until, max_uses: uses }) => ({ ...(!fromLocal(until) && { expires_at: w.untilNeeded }), ...(!(Number(uses) >= 1) && { max_uses: w.usesNeeded }) }),
    send: async (values) => {
      const body = { label: values.label.trim(), expires_at: fromLocal(values.expires_at), max_uses: Number(values.max_uses), code: values.code.trim() || null };
      await onDone(await post<AccessCode>(`${path(call.id)}/access-codes`, body, nameOf(body)));
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.makeGo} label={w.make} focusFirst onCancel={onCancel}>
      <TextInput {...entry.field("label")} label={w.forWhom} description={w.forWhomHint} maxLength={2000} autoComplete="off" />
      <div className="group__pair">
        <TextInput {...entry.field("expires_at")} type="datetime-local" label={w.until} description={w.untilHint} />
        <NumberInput {...entry.field("max_uses")} label={w.uses} description={w.usesHint} min={1} max={1000} allowDecimal={false} />
      </div>
      <TextInput {...entry.field("code")} label={w.own} description={w.ownHint} maxLength={40} autoComplete="off" spellCheck={false} />
    </EntryForm>
  );
}
