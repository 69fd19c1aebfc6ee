import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { Lang } from "@/lib/i18n";
import { Problem } from "@/lib/problem";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { newLink, refreshRoll, roll, type Meeting, type RollEntry } from "./calls";
import { useMeetingWords, type MeetingWords } from "./words";

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(error.message, { bad: true });
  }
}

interface LinkCellProps {
  meeting: string;
  entry: RollEntry;
  made: string | null;
  onMade: (url: string) => void;
}

function LinkCell({ meeting, entry: { id, name, struck_as: struck }, made, onMade }: LinkCellProps) {
  const { w } = useMeetingWords();
  if (struck) return null;
  if (made) return <TextInput aria-label={w.makeLink(name)} readOnly value={made} onFocus={({ currentTarget }) => currentTarget.select()} description={w.linkMade} />;
  return <Button size="xs" aria-label={w.makeLink(name)} onClick={() => void attempt(async () => onMade((await newLink(meeting, id)).url))}>{w.makeLinkShort}</Button>;
}

function columnsOf(w: MeetingWords, lang: Lang, link: ((entry: RollEntry) => ReactNode) | null): Column<RollEntry>[] {
  return [
    { key: "name", label: w.member, cell: ({ name, struck_as: struck }) => (struck ? <s>{name}</s> : name) },
    { key: "college", label: w.college, cell: ({ college }) => college ?? "" },
    { key: "speaks", label: w.speaks, cell: ({ representative_name: speaks }) => speaks ?? "" },
    { key: "may", label: w.may, cell: ({ may_vote: votes, struck_as: struck, struck_on: on }) => (struck ? <span className="meetings__struck">{w.struck(struck)}, {formatDate(on!, lang)}</span> : votes ? w.yes : w.mayNot) },
    { key: "notified", label: w.notified, cell: ({ notified_at: at }) => (at ? formatDate(at, lang) : "—") },
    ...(link ? [{ key: "link", label: w.link, actions: true, cell: link }] : []),
  ];
}

/** Who may come and who votes; a link to hand on to whoever has no mail. */
export function RollPart({ meeting, onDone }: { meeting: Meeting; onDone: () => Promise<unknown> }) {
  const { w, lang } = useMeetingWords();
  const query = useQuery(roll(meeting.id));
  const [made, setMade] = useState<{ id: string; url: string } | null>(null);
  const may = (action: string) => meeting.allowed_actions.includes(action);
  const columns = columnsOf(w, lang, may("edit") ? (entry) => <LinkCell meeting={meeting.id} entry={entry} made={made?.id === entry.id ? made.url : null} onMade={(url) => setMade({ id: entry.id, url })} /> : null);
  return (
    <Part title={w.roll} actions={may("refresh_roll") && <Button size="xs" onClick={() => void attempt(async () => { await refreshRoll(meeting.id); tell(w.refreshed); await onDone(); })}>{w.refresh}</Button>}>
      <p className="soft">{meeting.roll.total === 0 ? w.rollNone : w.voters(meeting.roll.voters, meeting.roll.total)}{meeting.roll_frozen_at && <> {(meeting.opened_at ? w.frozen : w.frozenByPost)(formatDate(meeting.roll_frozen_at, lang))}</>}</p>
      <Loaded query={query}>{(rows) => (rows.length === 0 ? null : <DataTable caption={w.roll} columns={columns} rows={rows} rowKey={({ id }) => id} />)}</Loaded>
    </Part>
  );
}
