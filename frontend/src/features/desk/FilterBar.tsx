import { Button, Checkbox, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { territory } from "@/api/queries";
import { useWords } from "@/lib/i18n";
import { members, type Call } from "./calls";
import { COLUMNS, countFilters, MARKS, NO_FILTER, type ColumnName, type Filters, type Mark } from "./filters";
import { useDeskWords } from "./words";

interface FilterBarProps {
  call: Call;
  filters: Filters;
  /** With `replace` the address changes without a step back for each letter. */
  onChange: (filters: Filters, replace?: boolean) => void;
}

/** How long one stops typing before it is looked for, in milliseconds. */
const PAUSE = 300;

/** What is looked at: words first, the rest unfolded when wanted. */
export function FilterBar({ call, filters, onChange }: FilterBarProps) {
  const { w } = useDeskWords();
  const [typed, setTyped] = useState(filters.q);
  // Counts above the board set states too: only what they cannot show unfolds the rest.
  const [unfolded, setUnfolded] = useState(countFilters({ ...filters, q: "", columns: [] }) > 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (q: string, replace: boolean) => {
    clearTimeout(timer.current);
    if (q.trim() !== filters.q.trim()) onChange({ ...filters, q }, replace);
  };
  const type = (q: string) => {
    setTyped(q);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(q, true), PAUSE);
  };
  const set = countFilters({ ...filters, q: "" });
  return (
    <form className="desk__filters" role="search" aria-label={w.filters} onSubmit={(event) => { event.preventDefault(); search(typed, false); }}>
      <TextInput type="search" label={w.search} description={w.searchHint} value={typed} maxLength={200} onChange={({ currentTarget }) => type(currentTarget.value)} />
      {countFilters(filters) > 0 && <Button type="button" variant="subtle" className="desk__clear" onClick={() => { setTyped(""); onChange(NO_FILTER); }}>{w.clear}</Button>}
      <details className="desk__more" open={unfolded} onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
        <summary>{w.filters}{set > 0 && <span className="desk__set">{set}</span>}</summary>
        <MoreFilters call={call} filters={filters} onChange={onChange} />
      </details>
    </form>
  );
}

const number = (value: string | number) => (value === "" ? "" : String(value));

function MoreFilters({ call, filters, onChange }: FilterBarProps) {
  const { w } = useDeskWords();
  const { t } = useWords();
  const region = useQuery(territory());
  const committee = useQuery(members(call.id));
  return (
    <div className="desk__fields">
      <MultiSelect label={w.state} value={filters.columns} data={COLUMNS.map((value) => ({ value, label: w.columns[value] }))} clearable onChange={(columns) => onChange({ ...filters, columns: columns as ColumnName[] })} />
      <MultiSelect label={w.themes} value={filters.themes} data={Object.entries(t.values.theme).map(([value, label]) => ({ value, label }))} clearable onChange={(themes) => onChange({ ...filters, themes })} />
      <MultiSelect label={w.departments} value={filters.departments} data={(region.data?.departments ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))} clearable onChange={(departments) => onChange({ ...filters, departments })} />
      {(committee.data?.length ?? 0) > 0 && (
        <Select label={w.reviewer} value={filters.reviewer} data={[{ value: "", label: w.anybody }, ...(committee.data ?? []).map(({ account_id: value, name }) => ({ value, label: name }))]} onChange={(reviewer) => onChange({ ...filters, reviewer: reviewer ?? "" })} />
      )}
      <NumberInput label={w.scoreFrom} value={filters.scoreFrom} min={0} max={100} decimalScale={2} decimalSeparator="," hideControls onChange={(value) => onChange({ ...filters, scoreFrom: number(value) }, true)} />
      <NumberInput label={w.scoreTo} value={filters.scoreTo} min={0} max={100} decimalScale={2} decimalSeparator="," hideControls onChange={(value) => onChange({ ...filters, scoreTo: number(value) }, true)} />
      <Checkbox.Group className="desk__marks" label={w.marksTitle} value={filters.marks} onChange={(marks) => onChange({ ...filters, marks: marks as Mark[] })}>
        <div className="desk__checks">
          {(Object.keys(MARKS) as Mark[]).map((mark) => <Checkbox key={mark} value={mark} label={w.marks[mark]} />)}
        </div>
      </Checkbox.Group>
    </div>
  );
}
