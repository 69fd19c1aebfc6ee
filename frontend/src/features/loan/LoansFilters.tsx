import { Button, Checkbox, MultiSelect, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { territory } from "@/api/queries";
import { useLendingWords } from "@/programme/lendingWords";
import { isFiltered, NO_FILTER, SORTS, STATUSES, type Filters, type Sort, type Status } from "./filters";
import { useLoanWords } from "./words";

interface LoansFiltersProps {
  filters: Filters;
  isLender: boolean;
  hasSides: boolean;
  /** Without `replace` the address gains a step back. */
  onChange: (filters: Filters, replace?: boolean) => void;
}

/** How long one stops typing before it is looked for, in milliseconds. */
const PAUSE = 300;

/** What is looked at: words, states and order first; the rest unfolded when wanted. */
export function LoansFilters({ filters, isLender, hasSides, onChange }: LoansFiltersProps) {
  const { w } = useLoanWords();
  const words = useLendingWords();
  const [typed, setTyped] = useState(filters.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (q: string) => {
    setTyped(q);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { if (q.trim() !== filters.q.trim()) onChange({ ...filters, q }); }, PAUSE);
  };
  const region = useQuery({ ...territory(), enabled: isLender });
  const [isOpen] = useState(isFiltered({ ...filters, q: "", statuses: [] }));
  return (
    <search className="loans-filters">
      <TextInput type="search" label={w.search} description={w.searchHint} value={typed} maxLength={200} onChange={({ currentTarget }) => type(currentTarget.value)} />
      <MultiSelect label={w.state} placeholder={filters.statuses.length === 0 ? w.everyState : undefined} value={filters.statuses} data={STATUSES.map((value) => ({ value, label: words.status[value] }))} clearable onChange={(statuses) => onChange({ ...filters, statuses: statuses as Status[] })} />
      <Select label={w.sort} value={filters.sort} data={SORTS.map((value) => ({ value, label: w.sorts[value] ?? value }))} onChange={(sort) => onChange({ ...filters, sort: (sort ?? "newest") as Sort })} />
      <details open={isOpen}>
        <summary>{w.moreFilters}</summary>
        <div className="loans-filters__more">
          <TextInput type="date" label={w.since} value={filters.since} onChange={({ currentTarget }) => onChange({ ...filters, since: currentTarget.value })} />
          <TextInput type="date" label={w.until} value={filters.until} onChange={({ currentTarget }) => onChange({ ...filters, until: currentTarget.value })} />
          {isLender && <Select label={w.department} value={filters.department || null} placeholder={w.everyDepartment} clearable data={(region.data?.departments ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))} onChange={(department) => onChange({ ...filters, department: department ?? "" })} />}
          {hasSides && <Select label={w.side} value={filters.side} data={Object.entries(w.sides).map(([value, label]) => ({ value, label }))} onChange={(side) => onChange({ ...filters, side: side ?? "" })} />}
          <Checkbox label={w.onlyLate} checked={filters.late === "true"} onChange={({ currentTarget }) => onChange({ ...filters, late: currentTarget.checked ? "true" : "" })} />
          <Checkbox label={w.onlyExtension} checked={filters.extension_asked === "true"} onChange={({ currentTarget }) => onChange({ ...filters, extension_asked: currentTarget.checked ? "true" : "" })} />
        </div>
      </details>
      {isFiltered(filters) && <div><Button size="xs" variant="subtle" onClick={() => { clearTimeout(timer.current); setTyped(""); onChange({ ...NO_FILTER, side: filters.side, sort: filters.sort }, false); }}>{w.clear}</Button></div>}
    </search>
  );
}
