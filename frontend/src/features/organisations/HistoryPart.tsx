import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Waiting } from "@/ui/LostFlower";
import { Failure } from "@/ui/Failure";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { useKitWords } from "@/space/kit/words";
import { history, type Happened, type Organisation } from "./calls";
import { useOrganisationWords, type OrganisationWords } from "./words";

/** What happened to the organisation, and who did it, the newest first. */
export function HistoryPart({ organisation: { id } }: { organisation: Organisation }) {
  const { w, lang } = useOrganisationWords();
  const { w: kit } = useKitWords();
  const pages = useInfiniteQuery(history(id));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Part title={w.history}>
      {pages.isPending && <Waiting words={kit.loading} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && items.length === 0 && <p className="soft">{w.historyNone}</p>}
      {items.length > 0 && (
        <ol className="history" aria-label={w.history}>
          {items.map((entry) => <li key={entry.seq}><time className="soft" dateTime={entry.at}>{formatMoment(entry.at, lang)}</time><span>{sentence(entry, w)}</span></li>)}
        </ol>
      )}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

/** « Camille Roy a modifié la fiche (le site, le téléphone) ». */
function sentence({ by, action, person, values }: Happened, w: OrganisationWords): string {
  const fields = Array.isArray(values?.["fields"]) ? [...new Set((values["fields"] as string[]).map((field) => w.fields[field] ?? field))] : [];
  const role = values?.["role"];
  const more = [person !== by && person, ...fields, typeof role === "string" && w.role[role as "editor"]].filter(Boolean).join(", ");
  return `${by ?? w.someone} ${w.actions[action] ?? action}${more ? ` (${more})` : ""}`;
}
