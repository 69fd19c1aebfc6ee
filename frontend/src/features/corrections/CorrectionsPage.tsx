import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hasRole, useMe } from "@/space/kit/me";
import { OneOf } from "@/space/kit/OneOf";
import { Page } from "@/space/kit/Page";
import { Loaded, NotAllowed, NothingYet } from "@/space/kit/States";
import { corrections, type State } from "./calls";
import { CorrectionCard } from "./CorrectionCard";
import { useCorrectionWords } from "./words";
import "./corrections.css";

const STATES: readonly State[] = ["waiting", "settled"];

/** What people say is wrong in the directory, for those who keep it. */
export function CorrectionsPage() {
  const { w } = useCorrectionWords();
  const keeps = hasRole(useMe(), "coordinator", "secretary", "administrator");
  return <Page title={w.title} lead={<p>{w.lead}</p>}>{keeps ? <List /> : <NotAllowed />}</Page>;
}

function List() {
  const { w } = useCorrectionWords();
  const [state, setState] = useState<State>("waiting");
  const pages = useInfiniteQuery(corrections(state));
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="corrections__choice"><OneOf label={w.show} values={STATES} value={state} wordOf={(each) => w.states[each] ?? each} onChoose={setState} /></div>
      <Loaded query={{ ...pages, data: pages.data && rows } as never} waiting={w.loading}>
        {() => (rows.length === 0 ? <NothingYet><p>{w.none[state]}</p></NothingYet> : (
          <>
            <p role="status">{w.total(pages.data?.pages[0]?.total ?? rows.length)}</p>
            <ul role="list" className="corrections">{rows.map((each) => <CorrectionCard key={`${each.id} ${each.version}`} correction={each} />)}</ul>
            {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
          </>
        ))}
      </Loaded>
    </>
  );
}
