import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Page } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { ClosedBatch } from "./ClosedBatch";
import { desk } from "./calls";
import { PreviewBatch } from "./PreviewBatch";
import { StagedBatch } from "./StagedBatch";
import { useDecisionWords } from "./words";
import "./decisions.css";

/** One batch: worked in as long as it is staged, read again before it is applied (`?vue=apercu`), read ever after. */
export function BatchPage() {
  const { w } = useDecisionWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const { vue } = useSearch({ strict: false }) as { vue?: string };
  const query = useQuery(desk(id));
  const batch = query.data?.batch;
  const seen = vue === "apercu" && batch?.state === "staged";
  return (
    <Page
      key={seen ? "preview" : "table"} title={batch ? (seen ? w.previewTitle : batch.title) : w.title} ready={!query.isPending}
      lead={batch && <p><Link to="/espace/decisions">{w.back}</Link>{" · "}{seen ? `${batch.title} · ` : ""}{batch.call.title}{" · "}{batch.call.year}</p>}
    >
      <Loaded query={query}>
        {(data) => {
          if (data.batch.state !== "staged") return <ClosedBatch batch={data.batch} />;
          return seen ? <PreviewBatch batch={data.batch} /> : <StagedBatch key={id} desk={data} />;
        }}
      </Loaded>
    </Page>
  );
}
