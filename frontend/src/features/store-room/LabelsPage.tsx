import { Button, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { labelItem, labelItems } from "./calls";
import { LabelItem, type Chosen } from "./LabelItem";
import { useUnitWords } from "./unitWords";
import "./store-room.css";

/** What one PDF holds (`MOST` of the service). */
const MOST = 300;

/** Labels to print: units are chosen item by item, then open as one PDF. */
export function LabelsPage() {
  const { w } = useUnitWords();
  const { outil } = useSearch({ strict: false }) as { outil?: string };
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const q = useDeferredValue(words.trim());
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(labelItems(q));
  const asked = useQuery({ ...labelItem(outil ?? ""), enabled: Boolean(outil) });
  const items = (data?.pages ?? []).flatMap((page) => page.items).filter(({ id }) => id !== outil);
  const given = { chosen, onChoose: setChosen };
  return (
    <Page title={w.labels} lead={<p>{w.labelsLead}</p>}>
      {outil && <Loaded query={asked}>{(item) => <ul role="list" className="lines"><LabelItem {...given} id={item.id} title={item.title} units={item.formats.flatMap((format) => format.units).length} isOpened /></ul>}</Loaded>}
      <Part title={w.items}>
        <TextInput type="search" value={words} label={w.search} maxLength={200} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
        {isPending && <Waiting words={w.preparing} />}
        {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {data && <p role="status" className="soft">{w.found(data.pages[0]?.total ?? 0)}</p>}
        {data && items.length === 0 && !outil && <NothingYet><p>{q ? w.noItem : w.noItemAtAll}</p></NothingYet>}
        {items.length > 0 && <ul role="list" className="lines">{items.map((item) => <LabelItem {...given} key={item.id} id={item.id} title={item.title} units={item.units} />)}</ul>}
        {hasNextPage && <p><Button aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{w.more}</Button></p>}
      </Part>
      <div className={chosen.size > 0 ? "store-bar" : "unseen"}>
        <strong role="status">{w.chosen(chosen.size)}</strong>
        {chosen.size > MOST && <span className="store-why">{w.most(MOST)}</span>}
        {chosen.size > 0 && <Button variant="subtle" onClick={() => setChosen(new Map())}>{w.clear}</Button>}
        {chosen.size > 0 && chosen.size <= MOST && <a className="button button--strong" href={`/api/v1/labels.pdf?${[...chosen.keys()].map((id) => `unit=${id}`).join("&")}`} target="_blank" rel="noopener">{w.print}</a>}
      </div>
    </Page>
  );
}
