import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { todayInParis } from "@/lib/dates";
import type { Lang } from "@/lib/i18n";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { posts, terms, useMove, versions, type Post, type Term } from "./calls";
import { CoOptDialogue } from "./CoOptDialogue";
import { EndDialogue } from "./EndDialogue";
import { NewPostDialogue } from "./NewPostDialogue";
import { useGovernanceWords, type GovernanceWords } from "./words";

type OfTerm = { what: "end" | "ratify" | "refuse"; term: Term };
type OfPost = { what: "abolish" | "co_opt"; post: Post };
type Asked = OfTerm | OfPost | { what: "create" } | null;

/** The elected posts of today: who holds them, and what may be done about each. */
export function BoardPart() {
  const { w, lang } = useGovernanceWords();
  const query = useQuery(posts());
  const running = useQuery(terms(todayInParis()));
  const bylaws = useQuery(versions());
  const [asked, setAsked] = useState<Asked>(null);
  const mayCreate = bylaws.data?.may_adopt ?? false;
  const termOf = (post: Post) => running.data?.find((term) => term.id === post.holder?.term_id);
  return (
    <Part title={w.board} actions={mayCreate && <Button onClick={() => setAsked({ what: "create" })}>{w.create}</Button>}>
      <Loaded query={query} waiting={w.loading}>
        {(items) => (items.length === 0 ? <NothingYet><p>{w.noPosts}</p></NothingYet> : (
          <>
            <p className="soft">{w.boardLead(items.filter((post) => post.holder).length, items.length, items.filter((post) => !post.holder).length)}</p>
            <DataTable caption={w.board} columns={columnsOf(w, lang, termOf, setAsked)} rows={items} rowKey={(post) => post.id} />
          </>
        ))}
      </Loaded>
      {asked && <Dialogues asked={asked} onClose={() => setAsked(null)} />}
    </Part>
  );
}

function columnsOf(w: GovernanceWords, lang: Lang, termOf: (post: Post) => Term | undefined, onAsk: (asked: Asked) => void): Column<Post>[] {
  return [
    { key: "number", label: w.number, cell: (post) => <><span className="governance__phone">{w.number} </span>{post.number}</> },
    { key: "group", label: w.group, cell: (post) => `${post.renewal_group}` },
    { key: "college", label: w.college, cell: (post) => post.college ?? w.any },
    { key: "holder", label: w.holder, cell: (post) => (post.holder ? <Holder post={post} term={termOf(post)} /> : <em>{w.vacant}</em>) },
    { key: "representative", label: w.representative, cell: (post) => (post.holder?.member.kind === "legal" ? post.holder.member.representative ?? <span className="flag flag--stop">{w.noRepresentative}</span> : "") },
    { key: "since", label: w.since, cell: (post) => (post.holder ? formatDate(post.holder.since, lang) : "") },
    { key: "until", label: w.until2, cell: (post) => (post.next_renewal_on ? formatDate(post.next_renewal_on, lang) : "") },
    { key: "actions", label: w.actions, actions: true, cell: (post) => <PostActions post={post} term={termOf(post)} onAsk={onAsk} /> },
  ];
}

function Holder({ post, term }: { post: Post; term: Term | undefined }) {
  const { w } = useGovernanceWords();
  return <>{post.holder?.member.name}{term?.allowed_actions.includes("ratify") && <> <span className="word">{w.coOptedMark}</span></>}</>;
}

function PostActions({ post, term, onAsk }: { post: Post; term: Term | undefined; onAsk: (asked: Asked) => void }) {
  const { w } = useGovernanceWords();
  const name = post.holder?.member.name ?? "";
  const may = (action: string) => post.allowed_actions.includes(action) || (term?.allowed_actions.includes(action) ?? false);
  return (
    <span className="line__actions governance__actions">
      {term && may("ratify") && <Button aria-label={w.ratifyOf(name)} onClick={() => onAsk({ what: "ratify", term })}>{w.ratify}</Button>}
      {term && may("refuse_ratification") && <Button variant="subtle" aria-label={w.refuseOf(name)} onClick={() => onAsk({ what: "refuse", term })}>{w.refuse}</Button>}
      {term && may("end") && <Button aria-label={w.endOf(name)} onClick={() => onAsk({ what: "end", term })}>{w.end}</Button>}
      {may("co_opt") && <Button aria-label={w.coOptOf(post.number)} onClick={() => onAsk({ what: "co_opt", post })}>{w.coOpt}</Button>}
      {may("abolish") && post.holder === null && <Button variant="subtle" aria-label={w.abolishOf(post.number)} onClick={() => onAsk({ what: "abolish", post })}>{w.abolish}</Button>}
    </span>
  );
}

function Dialogues({ asked, onClose }: { asked: NonNullable<Asked>; onClose: () => void }) {
  if ("term" in asked) return <TermDialogue asked={asked} onClose={onClose} />;
  if ("post" in asked) return <PostDialogue asked={asked} onClose={onClose} />;
  return <NewPostDialogue onClose={onClose} />;
}

function PostDialogue({ asked: { what, post }, onClose }: { asked: OfPost; onClose: () => void }) {
  const { w } = useGovernanceWords();
  const move = useMove();
  if (what === "co_opt") return <CoOptDialogue post={post} onClose={onClose} />;
  return <EndDialogue title={w.abolishTitle(post.number)} text={w.abolishText} goLabel={w.abolishGo} done={w.abolished} dayLabel={w.onEnd} dayHint={w.onEndHint} send={(body) => move(`/posts/${post.id}/abolish`, body, post.version)} onClose={onClose} />;
}

function TermDialogue({ asked: { what, term }, onClose }: { asked: OfTerm; onClose: () => void }) {
  const { w } = useGovernanceWords();
  const move = useMove();
  const name = term.member.name ?? "";
  const send = (step: string) => (body: Record<string, string>) => move(`/terms/${term.id}/${step}`, body, term.version);
  if (what === "ratify") return <EndDialogue title={w.ratifyTitle(name)} goLabel={w.ratify} done={w.ratified} dayLabel={w.on} hasReason={false} send={send("ratify")} onClose={onClose} />;
  if (what === "refuse") return <EndDialogue title={w.refuseTitle(name)} text={w.refuseText} goLabel={w.refuse} done={w.refused} dayLabel={w.on} send={send("refuse-ratification")} onClose={onClose} />;
  return (
    <EndDialogue
      title={w.endTitle(name)} text={w.endText} goLabel={w.endGo} done={w.ended} dayLabel={w.onEnd} dayHint={w.onEndHint} as={["resignation", "death", "revocation", "lost_quality"]}
      send={send("end")} onClose={onClose}
    />
  );
}
