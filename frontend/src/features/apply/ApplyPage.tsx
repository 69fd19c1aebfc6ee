import { useQuery } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { post } from "@/api/write";
import { usePage } from "@/lib/page";
import { Problem } from "@/lib/problem";
import { useMemberWords } from "@/programme/memberWords";
import { CommuneChoice } from "./CommuneChoice";
import { bodyOf, EMPTY, faultsOf, type College, type Draft, type Fault, type Kind } from "./draft";
import { Field, OneChoice } from "./fields";
import { useApplyWords } from "./words";
import "./apply.css";

type Received = components["schemas"]["ApplicationReceived"];

/** Where anybody asks to become a member. */
export function ApplyPage() {
  const { w } = useApplyWords();
  const [sentTo, setSentTo] = useState<string | null>(null);
  usePage(sentTo === null ? w.title : w.sentTitle);
  if (sentTo !== null) {
    return (
      <div className="wrap apply">
        {/* The form that had focus is gone: it is given to what answers it. */}
        <h1 ref={(heading) => heading?.focus()} tabIndex={-1}>{w.sentTitle}</h1>
        <p>{w.sent(sentTo)}</p>
        <p><a className="button" href="/">{w.home}</a></p>
      </div>
    );
  }
  return (
    <div className="wrap apply">
      <header className="apply__head">
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
      </header>
      <ApplyForm onSent={setSentTo} />
    </div>
  );
}

function ApplyForm({ onSent }: { onSent: (email: string) => void }) {
  const { w, lang } = useApplyWords();
  const { college } = useMemberWords();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const faults = tried ? faultsOf(draft) : [];
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const faultOf = (name: Fault) => (faults.includes(name) ? w.needed[name] : null);
  const send = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      onSent((await post<Received>("/membership-applications", bodyOf(draft, lang))).sent_to);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setTrouble(error.status === 0 || error.status >= 500 ? w.failed : error.errors[0]?.detail ?? error.message);
      requestAnimationFrame(() => summary.current?.focus());
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faultsOf(draft).length > 0) requestAnimationFrame(() => summary.current?.focus());
    else if (!busy) void send();
  };
  const text = { draft, onChange: change };
  return (
    <form className="apply__form" noValidate aria-busy={busy} onSubmit={submit}>
      {(faults.length > 0 || trouble) && (
        <div ref={summary} className="apply__trouble" role="alert" tabIndex={-1}>
          {trouble ?? <><strong>{w.toMend}</strong><ul>{faults.map((each) => <li key={each}><a href={`#apply-${each}`}>{w.needed[each]}</a></li>)}</ul></>}
        </div>
      )}
      <OneChoice legend={w.who} values={["legal", "natural"] as const} value={draft.kind} wordOf={(each: Kind) => w.kinds[each]} onChoose={(kind) => change({ kind })} />
      <OneChoice id="apply-college" legend={w.college} hint={w.collegeHint} fault={faultOf("college")} values={["A", "B", "C", "D"] as const} value={draft.college || null} wordOf={(each: College) => college[each]} onChoose={(each) => change({ college: each })} />
      {draft.kind === "legal" && (
        <fieldset className="apply__group">
          <legend>{w.organisationTitle}</legend>
          <Field {...text} name="organisation" id="apply-organisation" label={w.organisation} fault={faultOf("organisation")} complete="organization" />
          <KindChoice value={draft.organisation_kind} fault={faultOf("kind")} onChange={(each) => change({ organisation_kind: each })} />
          <CommuneChoice draft={draft} fault={faultOf("commune")} onChange={change} />
          <Field {...text} name="address" label={w.address} note={w.optional} complete="street-address" />
          <Field {...text} name="siret" label={w.siret} note={w.optional} hint={w.siretHint} />
          <Field {...text} name="website" label={w.website} note={w.optional} complete="url" />
        </fieldset>
      )}
      <fieldset className="apply__group">
        <legend>{w.youTitle}</legend>
        <Field {...text} name="name" id="apply-name" label={w.name} fault={faultOf("name")} complete="name" />
        {draft.kind === "legal" && <Field {...text} name="capacity" label={w.capacity} note={w.optional} hint={w.capacityHint} complete="organization-title" />}
        <Field {...text} name="email" id="apply-email" type="email" label={w.email} hint={w.emailHint} fault={faultOf("email")} complete="email" />
        <Field {...text} name="phone" type="tel" label={w.phone} note={w.optional} complete="tel" />
        <Field {...text} name="message" label={w.message} note={w.optional} hint={w.messageHint} lines />
        <p className="unseen" aria-hidden="true"><label>{w.nickname}<input name="nickname" tabIndex={-1} autoComplete="off" value={draft.nickname} onChange={({ currentTarget }) => change({ nickname: currentTarget.value })} /></label></p>
      </fieldset>
      <p className="soft">{w.privacyText} <a href="/donnees-personnelles">{w.privacy}</a></p>
      <p><button type="submit" className="button button--strong" aria-disabled={busy}>{busy ? w.sending : w.submit}</button></p>
    </form>
  );
}

function KindChoice({ value, fault, onChange }: { value: string; fault: string | null; onChange: (kind: string) => void }) {
  const { w, lang } = useApplyWords();
  const query = useQuery({ queryKey: ["organisation-kinds"] as const, queryFn: ({ signal }) => get<components["schemas"]["OrganisationKinds"]>("/organisation-kinds", {}, signal), staleTime: 3_600_000 });
  return (
    <div className="field">
      <label htmlFor="apply-kind">{w.organisationKind}</label>
      <select id="apply-kind" value={value} aria-invalid={fault ? true : undefined} aria-describedby={fault ? "apply-kind-fault" : undefined} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{w.chooseKind}</option>
        {(query.data?.items ?? []).map((each) => <option key={each.code} value={each.code}>{lang === "fr" ? each.label_fr : each.label_en}</option>)}
      </select>
      {fault && <p className="apply__fault" id="apply-kind-fault">{fault}</p>}
    </div>
  );
}
