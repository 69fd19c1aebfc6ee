import { useQueries, useQuery } from "@tanstack/react-query";
import { formatSpan } from "@/lib/dates";
import { formatAmount } from "@/lib/amounts";
import { FeeAmount, FeeExplained } from "@/space/loans/FeeExplained";
import { Part } from "@/space/kit/Page";
import type { Draft } from "./basket";
import { hasDays, item, quotes } from "./calls";
import { useRequestWords } from "./words";

/** What the request would cost by the tariffs of its days, before anything is sent. */
export function QuotePart({ draft }: { draft: Draft }) {
  const { w, lang } = useRequestWords();
  const items = useQueries({ queries: draft.loans.map(({ slug }) => item(slug)) });
  const lines = draft.loans.flatMap((line, place) => {
    const found = items[place]?.data;
    return found && hasDays(line) ? [{ title: found.title, asked: { item_id: found.id, starts_on: line.starts_on, ends_on: line.ends_on } }] : [];
  });
  const query = useQuery(quotes(draft.organisation_id, lines.map(({ asked }) => asked)));
  const isReady = draft.organisation_id !== "" && lines.length > 0;
  const told = isReady && query.data?.loans.length === lines.length ? query.data : undefined;
  return (
    <Part title={w.cost}>
      <div className="request__quote" aria-live="polite">
        {!isReady && <p className="soft">{w.costNone}</p>}
        {isReady && query.isError && <p className="soft">{w.costFailed}</p>}
        {told && (
          <>
            <dl className="request__fees">
              {told.loans.map((quote, place) => (
                <div key={quote.item_id}>
                  <dt>{lines[place]?.title} <span className="soft">{formatSpan(quote.starts_on, quote.ends_on, lang)} ({w.days(quote.days)})</span></dt>
                  <dd><strong><FeeAmount fee={quote} /></strong></dd>
                  <dd className="request__how soft"><FeeExplained fee={quote} days={quote.days} startsOn={quote.starts_on} /></dd>
                </div>
              ))}
            </dl>
            {told.loans.length > 1 && <p className="request__total"><strong>{told.total_cents === null ? w.totalUnsure : `${w.total} : ${formatAmount(told.total_cents, lang)}`}</strong></p>}
            <p className="soft">{draft.channel === "pass_culture" ? w.costChannel : w.costHint}</p>
          </>
        )}
      </div>
    </Part>
  );
}
