import { useMediaQuery } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { todayInParis, type Day } from "@/lib/dates";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { Page } from "@/space/kit/Page";
import { NotAllowed, NothingYet } from "@/space/kit/States";
import { Problem } from "@/lib/problem";
import { readAddress, spanOf, toSearch, type Asked, type Span } from "./address";
import { planningPages, type PlannedBlock, type Planning } from "./calls";
import { ClosuresPart } from "./ClosuresPart";
import { ListView } from "./ListView";
import { To } from "./links";
import { useNames } from "./naming";
import { OpenedDialogue, type Opened } from "./OpenedDialogue";
import { briefsOf, rowsOf, stands, worriesOf } from "./timeline";
import { Timeline, type Target } from "./Timeline";
import { Toolbar } from "./Toolbar";
import { Watch } from "./Watch";
import { usePlanningWords } from "./words";
import "./planning.css";

function useAddress() {
  const navigate = useNavigate();
  const asked = readAddress(useSearch({ strict: false }) as Record<string, unknown>);
  const go = (next: Partial<Asked>, replace = false) => void navigate({ to: "/espace/prets/planning", replace, resetScroll: false, search: toSearch({ ...asked, ...next }) as never });
  return { asked, go };
}

/** Every unit that one lends on a line of time, or as a list: what keeps it, what is free, what is at risk. */
export function PlanningPage() {
  const { w } = usePlanningWords();
  const { asked, go } = useAddress();
  const today = todayInParis();
  const span = spanOf(asked, today);
  const query = useInfiniteQuery(planningPages(asked, span));
  const { hasNextPage, isFetchingNextPage, isPlaceholderData, isError, fetchNextPage } = query;
  useEffect(() => {
    // What lies below what one sees comes by itself.
    if (hasNextPage && !isFetchingNextPage && !isPlaceholderData && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isPlaceholderData, isError, fetchNextPage]);
  const pages = query.data?.pages;
  const refused = query.error instanceof Problem && query.error.status === 403;
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      {query.isPending && <Waiting words={w.loading} />}
      {isError && (refused ? <NotAllowed /> : <Failure error={query.error} onRetry={() => void query.refetch()} />)}
      {pages && <Planned pages={pages} isWhole={!hasNextPage} isFresh={!isPlaceholderData} asked={asked} span={span} today={today} onAsk={go} />}
    </Page>
  );
}

interface PlannedProps {
  pages: readonly Planning[];
  isWhole: boolean;
  /** False while what stood there before stays in the stead of what was asked. */
  isFresh: boolean;
  asked: Asked;
  span: Span;
  today: Day;
  onAsk: (next: Partial<Asked>, replace?: boolean) => void;
}

function Planned({ pages, isWhole, isFresh, asked, span, today, onAsk }: PlannedProps) {
  const { w } = usePlanningWords();
  const isSmall = useMediaQuery("(max-width: 48rem)", undefined, { getInitialValueInEffect: false });
  const view = asked.view || (isSmall ? "liste" : "frise");
  const all = useMemo(() => rowsOf(pages), [pages]);
  const briefs = useMemo(() => briefsOf(pages), [pages]);
  const { from, to } = span;
  const rows = useMemo(() => all.filter((row) => stands(row, asked.standing, { from, to }, today)), [all, asked.standing, from, to, today]);
  const worries = useMemo(() => worriesOf(all), [all]);
  const names = useNames(briefs);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const isAsked = Boolean(asked.q || asked.category || asked.lender || asked.item || asked.standing);
  if (all.length === 0 && isWhole && !isAsked) return <NothingYet><p><strong>{w.none}</strong></p><p>{w.noneText}</p><To path="/espace/outils" className="button">{w.toItems}</To></NothingYet>;
  const show = (unit: string, { starts_on: first, ends_on: last }: PlannedBlock) => {
    const isShown = first <= to && last >= from;
    if (!isShown || view === "liste") onAsk({ view: "frise", ...(!isShown && { start: first }) });
    setTarget({ unit, day: first < from && isShown ? from : first });
  };
  const itemTitle = asked.item ? all[0]?.item.title : undefined;
  return (
    <div className="planning">
      <Toolbar asked={asked} view={view} span={span} today={today} count={rows.length} isWhole={isWhole} itemTitle={itemTitle} onAsk={onAsk} />
      <Watch worries={worries} first={pages[0]!} names={names} isWhole={isWhole} onShow={show} />
      {rows.length === 0 && isWhole && <NothingYet><p>{w.noMatch}</p><button type="button" className="button" onClick={() => onAsk({ q: "", category: "", lender: "", item: "", standing: "" })}>{w.clear}</button></NothingYet>}
      {rows.length > 0 && view === "frise" && <Timeline rows={rows} span={span} zoom={asked.zoom} today={today} names={names} target={isFresh ? target : null} isOpen={opened !== null} onOpen={setOpened} />}
      {rows.length > 0 && view === "liste" && <ListView rows={rows} isFiltered={asked.standing !== ""} span={span} today={today} names={names} onOpen={setOpened} />}
      <ClosuresPart today={today} />
      <OpenedDialogue opened={opened} names={names} onClose={() => setOpened(null)} />
    </div>
  );
}
