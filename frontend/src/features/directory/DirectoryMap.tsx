import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { territory } from "@/api/queries";
import { countIn, spotName, type Place, type Spot } from "@/programme/places";
import { PlacesMap } from "@/programme/PlacesMap";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { directoryOnce, type Card } from "./directory";
import { EntryRow } from "./EntryRow";
import { toParams, type Filters } from "./filters";
import { gather } from "./places";
import { useDirectoryWords } from "./words";

/** The organisations by town: a map of buttons, and the chosen town's organisations under it. */
export function DirectoryMap({ filters }: { filters: Filters }) {
  const { w } = useDirectoryWords();
  const answer = useQuery(directoryOnce(toParams(filters)));
  const region = useQuery(territory());
  const { places, nowhere } = useMemo(() => gather(answer.data?.items ?? []), [answer.data]);
  const [chosen, setChosen] = useState<Spot<Card> | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const failed = [answer, region].find((each) => each.isError);
  if (failed) return <Failure error={failed.error} onRetry={() => void Promise.all([answer.refetch(), region.refetch()])} />;
  if (!answer.data || !region.data) return <Waiting words={w.loadingMap} />;
  const shown: Place<Card>[] = places.filter((place) => chosen?.places.some((each) => each.key === place.key));
  const { items, total } = answer.data;
  return (
    <div className="places">
      <PlacesMap
        places={places} region={region.data} chosen={chosen?.key ?? null} words={{ label: w.mapLabel, broken: w.mapBroken, at: w.at }}
        onChoose={(spot) => {
          setChosen(spot);
          requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }));
        }}
      />
      {items.length < total && <p className="soft">{w.mapCut(items.length, total)}</p>}
      {shown.length > 0
        ? (
          <section className="places__list">
            <h2 ref={heading} tabIndex={-1}>{spotName(shown)} : {w.results(countIn(shown))}</h2>
            <ul role="list">{shown.flatMap((place) => place.items).map((each) => <EntryRow key={each.id} entry={each} level={3} />)}</ul>
          </section>
        )
        : <p className="soft">{w.mapHelp}</p>}
      {nowhere.length > 0 && (
        <section className="places__list">
          <h2>{w.nowhere(nowhere.length)}</h2>
          <ul role="list">{nowhere.map((each) => <EntryRow key={each.id} entry={each} level={3} />)}</ul>
        </section>
      )}
    </div>
  );
}
