import { Button, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { territory } from "@/api/queries";
import { todayInParis } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { CATEGORIES, COLLEGES, isFiltered, KINDS, NO_FILTER, SORTS, STATUSES, type Filters } from "./filters";
import { useMembersWords } from "./words";

interface MembersFiltersProps {
  filters: Filters;
  /** Without `replace` the address gains a step back. */
  onChange: (filters: Filters, replace?: boolean) => void;
}

/** How long one stops typing before it is looked for, in milliseconds. */
const PAUSE = 300;

/** Which members are looked at, and on which day. */
export function MembersFilters({ filters, onChange }: MembersFiltersProps) {
  const { w } = useMembersWords();
  const words = useMemberWords();
  const region = useQuery(territory());
  const [typed, setTyped] = useState(filters.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (q: string) => {
    setTyped(q);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { if (q.trim() !== filters.q.trim()) onChange({ ...filters, q }); }, PAUSE);
  };
  const [isOpen] = useState(filters.kind !== "" || filters.category !== "" || filters.department !== "");
  return (
    <search className="members-filters">
      <TextInput type="search" label={w.search} description={w.searchHint} value={typed} maxLength={200} onChange={({ currentTarget }) => type(currentTarget.value)} />
      <Select label={w.status} value={filters.status} data={STATUSES.map((value) => ({ value, label: w.statuses[value] }))} onChange={(status) => onChange({ ...filters, status: (status ?? "member") as Filters["status"] })} />
      <Select label={w.college} value={filters.college || null} placeholder={w.everyCollege} clearable data={COLLEGES.map((value) => ({ value, label: words.college[value] }))} onChange={(college) => onChange({ ...filters, college: college ?? "" })} />
      <TextInput type="date" label={w.on} value={filters.on} max={todayInParis()} onChange={({ currentTarget }) => onChange({ ...filters, on: currentTarget.value })} />
      <details open={isOpen}>
        <summary>{w.moreFilters}</summary>
        <div className="members-filters__more">
          <Select label={w.kind} value={filters.kind || null} placeholder={w.everyKind} clearable data={KINDS.map((value) => ({ value, label: words.member[value] }))} onChange={(kind) => onChange({ ...filters, kind: kind ?? "" })} />
          <Select label={w.category} value={filters.category || null} placeholder={w.everyCategory} clearable data={CATEGORIES.map((value) => ({ value, label: words.fee_category[value] }))} onChange={(category) => onChange({ ...filters, category: category ?? "" })} />
          <Select label={w.department} value={filters.department || null} placeholder={w.everyDepartment} clearable data={(region.data?.departments ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))} onChange={(department) => onChange({ ...filters, department: department ?? "" })} />
          <Select label={w.sort} value={filters.sort} data={SORTS.map((value) => ({ value, label: w.sorts[value] }))} onChange={(sort) => onChange({ ...filters, sort: (sort ?? "name") as Filters["sort"] })} />
        </div>
      </details>
      {isFiltered(filters) && <div><Button size="xs" variant="subtle" onClick={() => { clearTimeout(timer.current); setTyped(""); onChange({ ...NO_FILTER, sort: filters.sort }, false); }}>{w.clear}</Button></div>}
    </search>
  );
}
