import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { useKitWords } from "@/space/kit/words";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { history, type Application, type Entry } from "./calls";
import { useHistoryWords } from "./historyWords";

/** What happened to the application, the last first, with what each change was before and after. */
export function HistoryPart({ application: { id } }: { application: Application }) {
  const { w } = useHistoryWords();
  const { w: kit } = useKitWords();
  const pages = useInfiniteQuery(history(id));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Part title={w.title}>
      {pages.isPending && <Waiting words={kit.loading} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && items.length === 0 && <p className="soft">{w.none}</p>}
      {items.length > 0 && <ol role="list" className="told" aria-label={w.title}>{items.map((entry) => <Happened key={entry.id} entry={entry} />)}</ol>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

function Happened({ entry: { at, action, label, side, is_mine: isMine, audience, reason, changes } }: { entry: Entry }) {
  const { w, lang } = useHistoryWords();
  const who = isMine ? w.byMe : (w.by[side] ?? side);
  return (
    <li className="told__one">
      <time className="soft" dateTime={at}>{formatMoment(at, lang)}</time>
      <div className="told__what">
        <p><strong>{w.labels[action] ?? label}</strong> <span className="soft">({who})</span></p>
        {w.audience[audience] && <p className="soft">{w.audience[audience]}</p>}
        {reason && <p className="told__reason">{reason}</p>}
        {changes.length > 0 && action !== "edited" && <Changes changes={changes} />}
        {changes.length > 0 && action === "edited" && (
          <details>
            <summary>{w.changes(changes.length)}</summary>
            <Changes changes={changes} />
          </details>
        )}
      </div>
    </li>
  );
}

function Changes({ changes }: Pick<Entry, "changes">) {
  return (
    <dl className="told__changes">
      {changes.map((change) => <div key={change.pointer}><dt>{change.label}</dt><dd><Difference change={change} /></dd></div>)}
    </dl>
  );
}

/** Before and after: side by side when nothing is common, else as one text with what left and what came. */
function Difference({ change: { before, after, difference } }: { change: Entry["changes"][number] }) {
  const { w } = useHistoryWords();
  // What was not there before has no difference to show.
  if (before === null) return <p>{after ?? <span className="soft">{w.empty}</span>}</p>;
  const isRewritten = !difference.some(({ kind, text }) => kind === "same" && text.trim() !== "");
  if (isRewritten) {
    return (
      <>
        <p><span className="soft">{w.before} : </span><del className="told__removed">{before}</del></p>
        <p><span className="soft">{w.after} : </span>{after === null ? <span className="soft">{w.empty}</span> : <ins className="told__added">{after}</ins>}</p>
      </>
    );
  }
  return (
    <p className="told__text">
      {difference.map(({ kind, text }, index) => {
        if (kind === "removed") return <del key={index} className="told__removed"><span className="unseen">{w.removed} </span>{text}</del>;
        if (kind === "added") return <ins key={index} className="told__added"><span className="unseen">{w.added} </span>{text}</ins>;
        return <span key={index}>{text}</span>;
      })}
    </p>
  );
}
