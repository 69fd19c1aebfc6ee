import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { agendaFacets, agendaOnce, editions } from "@/api/queries";
import type { AgendaFacets, AgendaItem, Edition } from "@/api/types";
import { todayInParis, type Day } from "@/lib/dates";

export interface Season {
  /** What is ahead; once the season is over, the last edition. */
  items: readonly AgendaItem[];
  facets: AgendaFacets;
  edition: Edition | undefined;
  from: Day;
}

/** As many flowers as one question may bring. */
const MOST_FLOWERS = 300;

/** The programme to show on the home page, and whether it is on its way. */
export function useSeason(): { season: Season | undefined; error: unknown; retry: () => void } {
  const today = todayInParis();
  const known = useQuery(editions());
  const ahead = useQuery(agendaOnce({}, MOST_FLOWERS));
  const over = ahead.data?.total === 0;
  const edition = known.data && pickEdition(known.data, today);
  const past = over && edition && edition.ends_on < today ? { from: edition.starts_on, to: edition.ends_on } : null;
  const before = useQuery({ ...agendaOnce(past ?? {}, MOST_FLOWERS), enabled: past !== null });
  const facets = useQuery({ ...agendaFacets(past ?? {}), enabled: ahead.isSuccess && known.isSuccess });
  const page = past ? before.data : ahead.data;
  const failed = [known, ahead, before, facets].find((each) => each.isError);
  const from = past?.from ?? today;
  const counts = facets.data;
  const ready = known.isSuccess;
  const season = useMemo(() => (page && counts && ready ? { items: page.items, facets: counts, edition, from } : undefined), [page, counts, ready, edition, from]);
  return {
    season,
    error: failed?.error ?? null,
    retry: () => void Promise.all([known, ahead, facets].map((each) => each.isError && each.refetch())),
  };
}

/** The edition under way or the next one; else the last one. `all` comes newest first. */
function pickEdition(all: readonly Edition[], today: Day): Edition | undefined {
  return all.findLast((each) => each.ends_on >= today) ?? all[0];
}
