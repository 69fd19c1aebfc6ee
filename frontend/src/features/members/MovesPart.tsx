import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { patch, post } from "@/api/write";
import { formatDay, todayInParis } from "@/lib/dates";
import type { Problem } from "@/lib/problem";
import { useMemberWords } from "@/programme/memberWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { may, memberPath, membersKey, type Member } from "./calls";
import { CATEGORIES, COLLEGES } from "./filters";
import { useMembersWords } from "./words";

type Move = "edit" | "change_college" | "end" | "readmit";
/** How each kind of member may leave. */
const DEPARTURES = { legal: ["resignation", "strike_off", "exclusion", "dissolution"], natural: ["resignation", "strike_off", "exclusion", "death"] } as const;

/** The colleges of a member, one after another, and what may be done with it. */
export function MovesPart({ member, etag }: { member: Member; etag: string | null }) {
  const { w, lang } = useMembersWords();
  const words = useMemberWords();
  const [open, setOpen] = useState<Move | null>(null);
  const labels: Record<Move, string> = { edit: w.edit, change_college: w.changeCollege, end: w.end, readmit: w.readmit };
  const moves = (Object.keys(labels) as Move[]).filter((each) => may(member, each));
  const day = (text: string) => formatDay(text, lang, { weekday: false, year: true });
  const form = { member, onClose: () => setOpen(null) };
  return (
    <Part title={w.colleges} actions={open === null && moves.length > 0 ? moves.map((each) => <Button key={each} size="xs" onClick={() => setOpen(each)}>{labels[each]}</Button>) : undefined}>
      {open === "edit" && <EditForm {...form} etag={etag} />}
      {open === "change_college" && <CollegeForm {...form} />}
      {open === "end" && <EndForm {...form} />}
      {open === "readmit" && <ReadmitForm {...form} />}
      <ul role="list" className="lines" aria-label={w.colleges}>
        {member.colleges.map((each) => (
          <li key={each.since} className="line">
            <div className="line__main">
              <span>{words.college[each.college]}</span>
              <span className="soft">{each.until ? w.span(day(each.since), day(each.until)) : w.from(day(each.since))}{each.ended_as && ` · ${words.ended_as[each.ended_as]}`}</span>
              {each.reason && <span className="note">{each.reason}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface FormProps {
  member: Member;
  onClose: () => void;
}

/** Sends something of a member, once, and reads everything of it anew. */
function useSent({ member }: FormProps): (action: string, body: object, done: string) => Promise<void> {
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  return async (action, body, done) => {
    await post(`${memberPath(member.id)}/${action}`, body, nameOf([action, body]));
    forget();
    await client.invalidateQueries({ queryKey: membersKey });
    tell(done);
  };
}

const nothing = (text: string) => text.trim() || null;

function CollegeForm(props: FormProps) {
  const { w } = useMembersWords();
  const words = useMemberWords();
  const send = useSent(props);
  const entry = useEntry({
    initial: { college: "", on: todayInParis(), reason: "" }, labels: { college: w.college, on: w.effectiveOn, reason: w.reason },
    check: ({ college, on }) => ({ ...(!college && { college: w.everyCollege }), ...(!on && { on: w.dayNeeded }) }),
    send: ({ college, on, reason }) => send("change-college", { college, on, reason: nothing(reason) }, w.changed),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.change} label={w.changeCollege} focusFirst onDone={props.onClose} onCancel={props.onClose}>
      <div className="group__pair">
        <Select {...entry.field("college")} label={w.college} data={COLLEGES.filter((each) => each !== props.member.status.college).map((value) => ({ value, label: words.college[value] }))} />
        <TextInput {...entry.field("on")} type="date" label={w.effectiveOn} max={todayInParis()} />
      </div>
      <Textarea {...entry.field("reason")} label={w.reason} description={w.reasonHint} maxLength={2000} />
    </EntryForm>
  );
}

function EndForm(props: FormProps) {
  const { w } = useMembersWords();
  const words = useMemberWords();
  const send = useSent(props);
  const entry = useEntry({
    initial: { ended_as: "resignation", on: todayInParis(), reason: "" }, labels: { ended_as: w.how, on: w.endOn, reason: w.reason },
    check: ({ on }) => (on ? {} : { on: w.dayNeeded }),
    send: ({ ended_as: how, on, reason }) => send("end", { ended_as: how, on, reason: nothing(reason) }, w.ended),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.endGo} label={w.endTitle} focusFirst onDone={props.onClose} onCancel={props.onClose}>
      <p>{w.endText}</p>
      <InTheWay problem={entry.problem} />
      <div className="group__pair">
        <Select {...entry.field("ended_as")} label={w.how} data={DEPARTURES[props.member.kind].map((value) => ({ value, label: words.ended_as[value] }))} />
        <TextInput {...entry.field("on")} type="date" label={w.endOn} max={todayInParis()} />
      </div>
      <Textarea {...entry.field("reason")} label={w.reason} description={w.reasonHint} maxLength={2000} />
    </EntryForm>
  );
}

/** What was decided after the day that was typed. */
function InTheWay({ problem }: { problem: Problem | null }): ReactNode {
  const { w, lang } = useMembersWords();
  const decisions = problem?.body["decisions"] as { kind: string; began_on: string }[] | undefined;
  if (!decisions?.length) return null;
  return (
    <div className="note">
      <strong>{w.decisions}</strong>
      <ul>{decisions.map(({ kind, began_on: day }) => <li key={kind + day}>{w.decidedOn(w.decision[kind] ?? kind, formatDay(day, lang, { weekday: false, year: true }))}</li>)}</ul>
    </div>
  );
}

function ReadmitForm(props: FormProps) {
  const { w } = useMembersWords();
  const words = useMemberWords();
  const send = useSent(props);
  const entry = useEntry({
    initial: { college: props.member.colleges[0]?.college ?? "A", on: todayInParis() }, labels: { college: w.college, on: w.effectiveOn },
    check: ({ on }) => (on ? {} : { on: w.dayNeeded }), send: (values) => send("readmit", values, w.readmitted),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.readmit} label={w.readmit} focusFirst onDone={props.onClose} onCancel={props.onClose}>
      <div className="group__pair">
        <Select {...entry.field("college")} label={w.college} data={COLLEGES.map((value) => ({ value, label: words.college[value] }))} />
        <TextInput {...entry.field("on")} type="date" label={w.effectiveOn} max={todayInParis()} />
      </div>
    </EntryForm>
  );
}

function EditForm({ member, etag, onClose }: FormProps & { etag: string | null }) {
  const { w } = useMembersWords();
  const words = useMemberWords();
  const client = useQueryClient();
  const names = member.person !== null && !member.person.has_account && !member.person.is_erased;
  const entry = useEntry({
    initial: { fee_category: member.fee_category as string, external_id: member.external_id ?? "", name: member.name ?? "", email: member.person?.email ?? "" },
    labels: { fee_category: w.category, external_id: w.externalId, name: w.person, email: w.email },
    send: async ({ fee_category: category, external_id: reference, name, email }) => {
      await patch(memberPath(member.id), { fee_category: category, external_id: nothing(reference), ...(names && { name: name.trim(), email: nothing(email) }) }, etag);
      await client.invalidateQueries({ queryKey: membersKey });
      tell(w.saved);
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.edit} focusFirst onDone={onClose} onCancel={onClose}>
      <div className="group__pair">
        {member.kind === "legal" && <Select {...entry.field("fee_category")} label={w.category} data={CATEGORIES.filter((each) => each !== "natural").map((value) => ({ value, label: words.fee_category[value] }))} />}
        {names && <TextInput {...entry.field("name")} label={w.person} maxLength={200} autoComplete="off" />}
        {names && <TextInput {...entry.field("email")} type="email" label={w.email} description={w.emailHint} maxLength={254} autoComplete="off" />}
        <TextInput {...entry.field("external_id")} label={w.externalId} description={w.externalHint} maxLength={200} autoComplete="off" />
      </div>
    </EntryForm>
  );
}
