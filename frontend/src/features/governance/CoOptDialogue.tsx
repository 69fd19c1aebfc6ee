import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { todayInParis } from "@/lib/dates";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { members, terms, useMove, type Post } from "./calls";
import { mayBeCoOpted } from "./seats";
import { useGovernanceWords } from "./words";

/** A vacancy filled by the board, for what remains of the term. */
export function CoOptDialogue({ post, onClose }: { post: Post; onClose: () => void }) {
  const { w, lang } = useGovernanceWords();
  const move = useMove();
  const today = todayInParis();
  const entry = useEntry({
    initial: { member_id: "", on: today, expected_end_on: "" }, labels: { on: w.on, member_id: w.member, expected_end_on: w.expectedEnd },
    check: (values) => ({ ...(!values.member_id && { member_id: w.memberNeeded }), ...(!values.on && { on: w.dayNeeded }) }),
    send: ({ expected_end_on: end, ...values }) => move("/terms", { post_id: post.id, ...values, ...(end && { expected_end_on: end }) }),
  });
  const { on, member_id: chosen } = entry.values;
  const known = useQuery(members(on)).data ?? [];
  const sitting = new Set(useQuery(terms(today)).data?.map(({ member }) => member.id));
  // Whoever is chosen stays, should another day no longer let them: the answer then says why.
  const offered = known.filter((one) => one.id === chosen || (mayBeCoOpted(one, post) && !sitting.has(one.id)));
  return (
    <Dialogue opened onClose={onClose} title={w.coOptTitle(post.number)}>
      <p>{post.next_renewal_on ? w.coOptText(formatDate(post.next_renewal_on, lang)) : w.coOptTextUnknown}</p>
      <EntryForm entry={entry} submitLabel={w.coOptGo} label={w.coOptTitle(post.number)} onCancel={onClose} cancelLabel={w.back} onDone={() => { tell(w.coOpted); onClose(); }}>
        <TextInput {...entry.field("on")} type="date" max={today} label={w.on} />
        <Select {...entry.field("member_id")} value={chosen || null} label={w.member} description={post.college ? w.coOptWhoOf(post.college) : w.coOptWho} nothingFoundMessage={w.coOptNobody} placeholder={w.choose} searchable maxDropdownHeight={280} data={offered.map(({ id, name }) => ({ value: id, label: name ?? id }))} />
        {!post.next_renewal_on && <TextInput {...entry.field("expected_end_on")} type="date" label={w.expectedEnd} />}
      </EntryForm>
    </Dialogue>
  );
}
