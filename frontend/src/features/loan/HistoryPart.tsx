import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { history, type Entry, type Loan } from "./calls";
import { labelOf, spoken, toldChanges } from "./history";
import { useLoanWords } from "./words";

/** What happened to the loan, the last first, and by whom. */
export function HistoryPart({ loan: { id } }: { loan: Loan }) {
  const { w } = useLoanWords();
  const pages = useInfiniteQuery(history(id));
  return (
    <Part title={w.history}>
      <Loaded query={pages}>
        {(data) => <ol role="list" className="loan-history" aria-label={w.history}>{data.pages.flatMap(({ items }) => items).map((entry) => <Happened key={entry.id} entry={entry} />)}</ol>}
      </Loaded>
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

function Happened({ entry }: { entry: Entry }) {
  const { at, part, is_mine: isMine, reason } = entry;
  const { w, lang } = useLoanWords();
  const shown = toldChanges(entry, w.changeNames);
  return (
    <li>
      <time className="soft" dateTime={at}>{formatMoment(at, lang)}</time>
      <div>
        <p><strong>{labelOf(entry, lang)}</strong> <span className="soft">({isMine ? w.byMe : w.by[part]})</span></p>
        {reason && <p className="note loan-history__reason">{reason}</p>}
        {shown.map(({ name, before, after }) => <p key={name} className="soft">{w.changed(w.changeNames[name] ?? name)}{before !== null && <><del>{spoken(name, before, lang)}</del> → </>}{spoken(name, after, lang) ?? w.nothing}</p>)}
      </div>
    </li>
  );
}
