import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { applicationPath, applicationsKey, type Whole } from "./calls";
import { DECIDED_NOW, DecidedFields } from "./DecidedFields";
import { useApplicationsWords } from "./words";

type Action = "admit" | "decline" | "ask";
const ACTIONS: readonly Action[] = ["admit", "ask", "decline"];

interface FormProps {
  one: Whole;
  onClose: () => void;
}

/** What may be made of an application: a member, a question, a refusal. */
export function DecisionForms({ one, onClose }: FormProps) {
  const { w } = useApplicationsWords();
  const [action, setAction] = useState<Action | null>(null);
  const form = { one, onClose: () => setAction(null), onDone: onClose };
  return (
    <>
      {action === null && <div className="entry__actions" role="group" aria-label={w.choose}>{ACTIONS.map((each) => <Button key={each} variant={each === "admit" ? "filled" : undefined} onClick={() => setAction(each)}>{w[each]}</Button>)}</div>}
      {action === "admit" && <AdmitForm {...form} />}
      {action === "decline" && <DeclineForm {...form} />}
      {action === "ask" && <AskForm {...form} />}
    </>
  );
}

/** Sends a decision once, and reads the lists anew. */
function useDecide({ one }: Pick<FormProps, "one">): (action: Action, body: object, done: string) => Promise<void> {
  const client = useQueryClient();
  const { nameOf } = useRequestName();
  return async (action, body, done) => {
    await post(`${applicationPath(one.id)}/${action}`, body, nameOf([action, body]));
    await client.invalidateQueries({ queryKey: applicationsKey });
    tell(done);
  };
}

const list = (codes: readonly string[], wordsOf: Record<string, string>) => codes.map((value) => ({ value, label: wordsOf[value] ?? value }));

type DecisionProps = FormProps & { onDone: () => void };

function AdmitForm({ one, onClose, onDone }: DecisionProps) {
  const { w } = useApplicationsWords();
  const words = useMemberWords();
  const decide = useDecide({ one });
  const isLegal = one.kind === "legal";
  const known = one.similar.filter((each) => each.kind === "legal" && each.member_id === null);
  const entry = useEntry({
    initial: { ...DECIDED_NOW(), admitted_on: "", college: one.college as string, fee_category: isLegal ? "small" : "natural", organisation_id: "", represents: true },
    labels: { meeting_id: w.meeting, decided_on: w.decidedOn1, admitted_on: w.admittedOn, college: w.collegeOf, fee_category: w.category, organisation_id: w.organisation, represents: w.represents },
    check: ({ decided_on: day }) => (day ? {} : { decided_on: w.dayNeeded }),
    send: (values) => decide("admit", { ...values, meeting_id: values.meeting_id || null, admitted_on: values.admitted_on || null, organisation_id: values.organisation_id || null }, w.admitted),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.admit} label={w.admit} focusFirst onDone={onDone} onCancel={onClose}>
      <div className="group__pair">
        <DecidedFields entry={entry} />
        <TextInput {...entry.field("admitted_on")} type="date" label={w.admittedOn} description={w.admittedHint} max={todayInParis()} />
        <Select {...entry.field("college")} label={w.collegeOf} data={list(["A", "B", "C", "D"], words.college)} />
        {isLegal && <Select {...entry.field("fee_category")} label={w.category} data={list(["small", "medium", "large"], words.fee_category)} />}
        {isLegal && known.length > 0 && <Select {...entry.field("organisation_id")} label={w.organisation} placeholder={w.newOrganisation} clearable data={known.map(({ id, name, detail }) => ({ value: id, label: [name, detail].filter(Boolean).join(", ") }))} />}
      </div>
      {isLegal && <Checkbox {...entry.check("represents")} label={w.represents} />}
    </EntryForm>
  );
}

function DeclineForm({ one, onClose, onDone }: DecisionProps) {
  const { w } = useApplicationsWords();
  const decide = useDecide({ one });
  const entry = useEntry({
    initial: { ...DECIDED_NOW(), reason: "" }, labels: { meeting_id: w.meeting, decided_on: w.decidedOn1, reason: w.reason }, check: ({ decided_on: day }) => (day ? {} : { decided_on: w.dayNeeded }),
    send: ({ meeting_id: meeting, decided_on: day, reason }) => decide("decline", { meeting_id: meeting || null, decided_on: day, reason: reason.trim() || null }, w.declined),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.decline} label={w.decline} focusFirst onDone={onDone} onCancel={onClose}>
      <div className="group__pair"><DecidedFields entry={entry} /></div>
      <Textarea {...entry.field("reason")} label={w.reason} description={w.reasonHint} maxLength={2000} />
    </EntryForm>
  );
}

function AskForm({ one, onClose, onDone }: DecisionProps) {
  const { w } = useApplicationsWords();
  const decide = useDecide({ one });
  const entry = useEntry({
    initial: { question: "" }, labels: { question: w.question }, check: ({ question }) => (question.trim() ? {} : { question: w.questionNeeded }),
    send: ({ question }) => decide("ask", { question }, w.askedDone),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.ask} label={w.ask} focusFirst onDone={onDone} onCancel={onClose}>
      <Textarea {...entry.field("question")} label={w.question} maxLength={2000} />
    </EntryForm>
  );
}
