import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { formatSpan } from "@/lib/dates";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { forwardedPages } from "./calls";
import { useLoanWords } from "./words";

/** What was asked of organisations that see to their own loans: they answer by mail, so there is nothing more to follow here. */
export function ForwardedPart() {
  const { w, lang } = useLoanWords();
  const pages = useInfiniteQuery(forwardedPages());
  const requests = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  if (requests.length === 0) return null;
  return (
    <Part title={w.forwarded}>
      <p className="soft">{w.forwardedText}</p>
      <ul role="list" className="lines" aria-label={w.forwarded}>
        {requests.map(({ id, item, organisation, starts_on: first, ends_on: last, created_at: at }) => (
          <li key={id} className="line">
            <div className="line__main">
              <a href={`/catalogue/${item.slug}`}>{item.title}</a>
              <span className="soft">{[formatSpan(first, last, lang), w.forwardedBy(organisation.name ?? w.anOrganisation, item.owner_name, formatDate(at, lang))].join(", ")}</span>
            </div>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.moreForwarded}</Button></div>}
    </Part>
  );
}
