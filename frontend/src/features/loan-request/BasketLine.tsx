import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useLendingWords } from "@/programme/lendingWords";
import { Problem } from "@/lib/problem";
import { todayInParis } from "@/lib/dates";
import { Availability } from "./Availability";
import type { Line } from "./basket";
import { item as itemQuery, units, type Item } from "./calls";
import { useRequestWords } from "./words";

interface BasketLineProps {
  line: Line;
  department: string | null;
  /** What the API refused of this line. */
  error: string | undefined;
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
}

/** One item that is asked for: which of it, when, and whether it can be had then. */
export function BasketLine({ line, department, error, onChange, onRemove }: BasketLineProps) {
  const { w } = useRequestWords();
  const query = useQuery({ ...itemQuery(line.slug), retry: (failures, why) => failures < 2 && !(why instanceof Problem && why.status === 404) });
  const item = query.data;
  const title = item?.title ?? (line.title || line.slug);
  const heading = useId();
  return (
    <li className="request__line" aria-labelledby={heading}>
      <div className="request__head">
        <div>
          <h3 id={heading}>{title}</h3>
          {item?.owner.id && <p className="soft">{w.ownedBy(item.owner.name)}</p>}
        </div>
        <div className="line__actions">
          <a className="button button--plain" href={`/catalogue/${encodeURIComponent(line.slug)}`} aria-label={w.sheetOf(title)}>{w.sheet}</a>
          <Button size="xs" variant="subtle" aria-label={w.removeOf(title)} onClick={onRemove}>{w.remove}</Button>
        </div>
      </div>
      {query.isError && query.error instanceof Problem && query.error.status === 404 && <p className="request__gone">{w.gone}</p>}
      {item && <WhichOf item={item} line={line} onChange={onChange} />}
      <div className="request__days">
        <TextInput type="date" label={w.from} value={line.starts_on} min={todayInParis()} data-field={`${line.slug}-from`} aria-invalid={error ? true : undefined} onChange={({ currentTarget }) => onChange({ starts_on: currentTarget.value })} />
        <TextInput type="date" label={w.to} value={line.ends_on} min={line.starts_on || todayInParis()} aria-invalid={error ? true : undefined} onChange={({ currentTarget }) => onChange({ ends_on: currentTarget.value })} />
      </div>
      {item && <p className="soft request__terms">{w.terms(item.rules.min_days, item.rules.max_days, item.rules.notice_days)}</p>}
      {error && <p className="request__error">{error}</p>}
      {item && <Availability line={line} title={title} department={department} needsFormat={item.formats.length > 1 && !line.format_id} onChange={onChange} />}
    </li>
  );
}

interface WhichOfProps {
  item: Item;
  line: Line;
  onChange: (part: Partial<Line>) => void;
}

/** Its format where it has several, and its modules where it has some. */
function WhichOf({ item, line, onChange }: WhichOfProps) {
  const { w } = useRequestWords();
  const words = useLendingWords();
  const [only, another] = item.formats;
  const format = another ? item.formats.find(({ id }) => id === line.format_id) : only;
  const hasModules = (format?.modules.length ?? 0) > 1;
  const calendar = useQuery({ ...units(line.slug), enabled: hasModules });
  const modules = new Map(calendar.data?.formats.find(({ id }) => id === format?.id)?.units.flatMap(({ module_number: number, name }) => (number === null ? [] : [[number, name] as const])));
  return (
    <>
      {another && (
        <Select
          className="request__add" label={w.format} value={line.format_id || null} placeholder={w.formatNeeded} onChange={(id) => onChange({ format_id: id ?? "", modules: [] })}
          data={item.formats.map(({ id, format: kind, label }) => ({ value: id, label: label ? `${words.format[kind]} : ${label}` : words.format[kind] }))}
        />
      )}
      {hasModules && modules.size > 0 && (
        <Checkbox.Group label={w.modules} description={w.modulesHint} value={line.modules.map(String)} onChange={(chosen) => onChange({ modules: chosen.map(Number).toSorted((a, b) => a - b) })}>
          <div className="group__choices">{[...modules].toSorted(([a], [b]) => a - b).map(([number, name]) => <Checkbox key={number} value={String(number)} label={name || String(number)} />)}</div>
        </Checkbox.Group>
      )}
    </>
  );
}
