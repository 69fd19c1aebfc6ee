import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { todayInParis } from "@/lib/dates";
import { commonCatalogue } from "@/programme/loanReport";
import { Confirm } from "@/space/kit/Confirm";
import { hasRole, useMe } from "@/space/kit/me";
import { OneOf } from "@/space/kit/OneOf";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useKitWords } from "@/space/kit/words";
import { Bars } from "@/ui/plots/Bars";
import { Plot } from "@/ui/plots/Plot";
import { askContributors, returnPages, returnsKey, type Return, type Returns } from "./calls";
import { ReturnLine } from "./ReturnLine";
import { inOrder } from "./told";
import { useReturnWords } from "./words";
import "./returns.css";

const YEARS = 4;

/** How the items of the common catalogue went round in a year: what each contributor tells, and all of them together. */
export function ReturnsPage() {
  const { w } = useReturnWords();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const last = Number(todayInParis().slice(0, 4)) - 1;
  const asked = String(search.annee ?? "");
  const year = /^(19[9]\d|2[01]\d\d)$/.test(asked) ? Number(asked) : last;
  const lends = hasRole(useMe(), "lender", "administrator");
  const common = useQuery(commonCatalogue()).data;
  const years = [...new Set([last + 1, ...Array.from({ length: YEARS }, (_, back) => last - back), year])].toSorted((a, b) => b - a);
  return (
    <Page title={w.title} lead={<><p>{w.lead}</p>{common && <p>{w.catalogue(common.shared, common.contributors)}</p>}</>}>
      <div className="returns__choices">
        <OneOf label={w.years} values={years} value={year} wordOf={String} onChoose={(next) => void navigate({ to: "/espace/prets/bilans", resetScroll: false, search: { annee: next === last ? undefined : String(next) } as never })} />
        {lends && <AskButton key={year} year={year} />}
      </div>
      <OfYear year={year} lends={lends} />
    </Page>
  );
}

function AskButton({ year }: { year: number }) {
  const { w } = useReturnWords();
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const { nameOf, forget } = useRequestName();
  const ask = async () => {
    const { asked } = await askContributors(year, nameOf(year));
    forget();
    tell(w.asked(asked));
    await client.invalidateQueries({ queryKey: returnsKey });
  };
  return (
    <>
      <Button onClick={() => setOpened(true)}>{w.ask(year)}</Button>
      <Confirm opened={opened} title={w.askTitle(year)} confirmLabel={w.askGo} onConfirm={ask} onClose={() => setOpened(false)}><p>{w.askText}</p></Confirm>
    </>
  );
}

function OfYear({ year, lends }: { year: number; lends: boolean }) {
  const { w } = useReturnWords();
  const { w: kit } = useKitWords();
  const pages = useInfiniteQuery(returnPages(year));
  const rows = inOrder(pages.data?.pages.flatMap(({ items }) => items) ?? []);
  const analysis = pages.data?.pages[0];
  return (
    <Loaded<Returns | undefined> query={{ ...pages, data: analysis } as never} waiting={w.loading}>
      {(found) => (!found || found.asked === 0 ? <NothingYet><p><strong>{lends ? w.none(year) : w.noneMine(year)}</strong></p>{lends && <p>{w.noneText}</p>}</NothingYet> : (
        <>
          {lends && <Shared analysis={found} rows={rows} lends />}
          <Part title={lends ? w.all : w.mine}>
            <ul role="list" className="lines" aria-label={lends ? w.all : w.mine}>{rows.map((each) => <ReturnLine key={each.id} told={each} lends={lends} />)}</ul>
            {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{kit.more}</Button></div>}
          </Part>
          {!lends && <Shared analysis={found} rows={rows} lends={false} />}
        </>
      ))}
    </Loaded>
  );
}

/** What all contributors say together: each of them reads it. */
function Shared({ analysis, rows, lends }: { analysis: Returns; rows: readonly Return[]; lends: boolean }) {
  const { w } = useReturnWords();
  const { asked, answered, lent, loans, days, response_rate_percent: rate } = analysis;
  const lenders = rows.filter((each) => (each.loans ?? 0) > 0);
  const name = (each: Return) => each.contributor.name ?? w.agencyName;
  return (
    <Part title={w.shared}>
      <p className="returns__told">{w.answered(answered, asked, rate ?? 0)} {lent > 0 ? `${w.analysis(lent, loans, days)} ${w.mean(Math.round(days / loans))}` : w.noneLent}</p>
      {lends && lenders.length > 1 && (
        <Plot title={w.plot} tableLabel={w.table} table={{ columns: [w.contributor, w.loans, w.days], rows: lenders.map((each) => ({ key: each.id, cells: [name(each), each.loans, each.days] })) }}>
          <Bars label={w.plot} bars={lenders.map((each) => ({ key: each.id, label: name(each), value: each.loans ?? 0, told: w.loansOf(each.loans ?? 0) }))} />
        </Plot>
      )}
    </Part>
  );
}
