import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { formatAmount } from "@/lib/amounts";
import { todayInParis } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { feePages, tableOf, type Fee } from "./calls";
import { FeeLine } from "./FeeLine";
import { useFeeWords } from "./words";

const FIRST_YEAR = 2019;
const thisYear = () => Number(todayInParis().slice(0, 4));

/** Every fee, the latest year first, by what one looks for. */
export function FeesPart() {
  const { w, lang } = useFeeWords();
  const words = useMemberWords();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed, 300);
  const [year, setYear] = useState(String(thisYear()));
  const [state, setState] = useState("");
  const [late, setLate] = useState(false);
  const filters = { q: q.trim(), year, state, late };
  const pages = useInfiniteQuery(feePages(filters));
  const first = pages.data?.pages[0];
  const fees = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const years = Array.from({ length: thisYear() + 2 - FIRST_YEAR }, (_, index) => String(thisYear() + 1 - index));
  const amount = (value: number) => formatAmount(value, lang);
  return (
    <Part title={w.list} actions={first && first.total > 0 && <a className="button" href={tableOf(filters)} download>{w.csv}</a>}>
      <div className="fees__filter">
        <TextInput label={w.search} description={w.searchHint} value={typed} maxLength={200} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
        <Select label={w.year} value={year} data={[{ value: "", label: w.everyYear }, ...years.map((each) => ({ value: each, label: each }))]} onChange={(value) => setYear(value ?? "")} />
        <Select label={w.state} value={state} data={[{ value: "", label: w.everyState }, ...Object.entries(words.fee_state).map(([value, label]) => ({ value, label }))]} onChange={(value) => setState(value ?? "")} />
        <Checkbox label={w.late} checked={late} onChange={({ currentTarget }) => setLate(currentTarget.checked)} />
      </div>
      {pages.isPending && <Waiting words={w.looking} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {first && (first.total === 0
        ? <NothingYet><p>{w.none}</p></NothingYet>
        : <p className="soft" role="status">{w.foundSums(w.found(first.total), amount(first.amount_cents), amount(first.received_cents), amount(first.remaining_cents))}</p>)}
      {fees.length > 0 && <ul role="list" className="lines" aria-label={w.list}>{fees.map((fee) => <FeeLine key={fee.id} fee={fee} named={<Named fee={fee} />} />)}</ul>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

function Named({ fee: { member, year } }: { fee: Fee }) {
  const { w } = useFeeWords();
  return <span><Link to={`/espace/adherents/${member.id}` as string}>{member.name ?? w.number(member.number)}</Link>{` · ${year}`}</span>;
}
