import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/write";
import { formatDay, todayInParis } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { may, memberPath, membersKey, type Member } from "./calls";
import { useMembersWords } from "./words";

type Representative = Member["representatives"][number];

/** Who spoke for a member, the latest first; a person speaks for themselves. */
export function RepresentativesPart({ member }: { member: Member }) {
  const { w } = useMembersWords();
  const { open, show, close, button } = useUnfolded();
  if (member.kind === "natural") return <Part title={w.representatives}><p className="soft">{w.itself}</p></Part>;
  const names = may(member, "name_representative");
  return (
    <Part title={w.representatives} actions={names && !open ? <Button ref={button} size="xs" onClick={show}>{w.nameRepresentative}</Button> : undefined}>
      {open && <NameForm member={member} onClose={close} />}
      {member.representatives.length === 0 ? <NothingYet><p>{w.representativesNone}</p></NothingYet> : (
        <ul role="list" className="lines" aria-label={w.representatives}>
          {member.representatives.map((each) => <Line key={each.id} member={member} one={each} />)}
        </ul>
      )}
    </Part>
  );
}

function Line({ member, one }: { member: Member; one: Representative }) {
  const { w, lang } = useMembersWords();
  const { open, show, close, button } = useUnfolded();
  const day = (text: string) => formatDay(text, lang, { weekday: false, year: true });
  const { person } = one;
  const who = [one.capacity, person.email, !person.has_account && (person.is_erased ? w.erased : w.noAccount)].filter(Boolean).join(" · ");
  return (
    <li className="line">
      <div className="line__main">
        <span>{person.name}</span>
        <span className="soft">{[who, one.until ? w.span(day(one.since), day(one.until)) : w.from(day(one.since))].filter(Boolean).join(" · ")}</span>
      </div>
      {one.until === null && may(member, "end_representative") && !open && <div className="line__actions"><Button ref={button} size="xs" aria-label={w.endRepresentativeOf(person.name ?? "")} onClick={show}>{w.endRepresentative}</Button></div>}
      {open && <div className="line__below"><EndForm member={member} one={one} onClose={close} /></div>}
    </li>
  );
}

function NameForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const { w } = useMembersWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: { "person.name": "", "person.email": "", capacity: "", since: todayInParis() },
    labels: { "person.name": w.person, "person.email": w.email, capacity: w.capacity, since: w.since1 },
    check: (values) => ({ ...(!values["person.name"].trim() && { "person.name": w.personNeeded }), ...(!values.since && { since: w.dayNeeded }) }),
    send: async (values) => {
      const body = { person: { name: values["person.name"].trim(), email: values["person.email"].trim() || null }, capacity: values.capacity.trim() || null, since: values.since };
      await post(`${memberPath(member.id)}/representatives`, body);
      await client.invalidateQueries({ queryKey: membersKey });
      tell(w.named);
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.nameGo} label={w.nameRepresentative} focusFirst onDone={onClose} onCancel={onClose}>
      <div className="group__pair">
        <TextInput {...entry.field("person.name")} label={w.person} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("person.email")} type="email" label={w.email} description={w.emailHint} maxLength={254} autoComplete="off" />
        <TextInput {...entry.field("capacity")} label={w.capacity} description={w.capacityHint} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("since")} type="date" label={w.since1} max={todayInParis()} />
      </div>
    </EntryForm>
  );
}

function EndForm({ member, one, onClose }: { member: Member; one: Representative; onClose: () => void }) {
  const { w } = useMembersWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: { on: todayInParis() }, labels: { on: w.endRepresentativeOn }, check: ({ on }) => (on ? {} : { on: w.dayNeeded }),
    send: async ({ on }) => {
      await post(`${memberPath(member.id)}/representatives/${one.id}/end`, { on });
      await client.invalidateQueries({ queryKey: membersKey });
      tell(w.representationEnded);
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.endRepresentative} label={w.endRepresentativeOf(one.person.name ?? "")} focusFirst onDone={onClose} onCancel={onClose}>
      <TextInput {...entry.field("on")} type="date" label={w.endRepresentativeOn} max={todayInParis()} />
    </EntryForm>
  );
}
