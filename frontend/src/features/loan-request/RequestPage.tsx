import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { formatAmount } from "@/lib/amounts";
import { formatSpan } from "@/lib/dates";
import { FeeAmount } from "@/space/loans/FeeExplained";
import { LoanFlag } from "@/space/loans/LoanFlag";
import { useLendingWords } from "@/programme/lendingWords";
import { useMe } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { request as requestQuery, type LoanRequest } from "./calls";
import { EditRequest } from "./EditRequest";
import { useRequestWords } from "./words";
import "./loan-request.css";

/** A request that was sent: what became of each item, who asked, for where, who signs. */
export function RequestPage() {
  const { w } = useRequestWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({ ...requestQuery(id), staleTime: 0 });
  if (!query.data) return <Page key="wait" title={w.one} ready={query.isError}><Loaded query={query}>{() => null}</Loaded></Page>;
  return <RequestView key={id} request={query.data.data} etag={query.data.etag} />;
}

function RequestView({ request, etag }: { request: LoanRequest; etag: string | null }) {
  const { w, lang } = useRequestWords();
  const words = useLendingWords();
  const someone = useMe();
  const { number, organisation, loans, channel } = request;
  // The lender reads it too: what is kept is not kept for them.
  const isMine = someone.organisations.some(({ id }) => id === organisation.id);
  const amounts = loans.flatMap(({ fee }) => (fee.cents === null ? [] : [fee.cents]));
  return (
    <Page
      title={w.oneOf(number)}
      lead={
        <p className="request-lead">
          <Link to="/espace/structures/$id" params={{ id: organisation.id }}>{organisation.name ?? w.anOrganisation}</Link>
          <span>{w.sentOn(formatDate(request.created_at, lang))}</span>
        </p>
      }
      actions={<><Link to={"/espace/prets" as never} className="button">{isMine ? w.back : w.backAll}</Link>{isMine && <Link to={"/espace/prets/demandes/nouvelle" as never} className="button button--plain">{w.another}</Link>}</>}
    >
      <Part title={w.loans}>
        <ul role="list" className="lines" aria-label={w.loans}>
          {loans.map((loan) => (
            <li key={loan.id} className="line">
              <div className="line__main">
                <Link to={"/espace/prets/$id" as never} params={{ id: loan.id } as never}>{loan.item.title}</Link>
                <span className="soft">{[formatSpan(loan.starts_on, loan.ends_on, lang), w.days(loan.days), isMine && w.stateHint[loan.status]].filter(Boolean).join(" · ")}</span>
              </div>
              <span>{channel === "pass_culture" ? words.channel.pass_culture : <FeeAmount fee={loan.fee} />}</span>
              <LoanFlag loan={loan} />
            </li>
          ))}
        </ul>
        {loans.length > 1 && <p className="request__total"><strong>{channel === "pass_culture" ? w.costChannel : amounts.length === loans.length ? `${w.totalLabel} : ${formatAmount(amounts.reduce((sum, each) => sum + each, 0), lang)}` : w.totalUnsure}</strong></p>}
      </Part>
      <FactsPart request={request} etag={etag} />
    </Page>
  );
}

function FactsPart({ request, etag }: { request: LoanRequest; etag: string | null }) {
  const { w } = useRequestWords();
  const words = useLendingWords();
  const client = useQueryClient();
  const { open, show, close, button } = useUnfolded();
  const { place_of_use: place, signatory, channel, pass_culture: booking, message } = request;
  const mayEdit = request.allowed_actions.includes("edit");
  const refresh = async () => {
    await Promise.all([["loan-request", request.id], ["loan"], ["loans"]].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  return (
    <Part title={w.facts} actions={mayEdit && !open && <Button ref={button} onClick={show}>{w.edit}</Button>}>
      {open ? <EditRequest request={request} etag={etag} onDone={async () => { await refresh(); close(); }} onCancel={close} /> : (
        <dl className="facts">
          <dt>{w.place}</dt><dd>{[place.name, place.address, place.commune_name ? `${place.commune_name} (${place.department})` : place.commune_insee].filter(Boolean).join(", ")}</dd>
          <dt>{w.signatory}</dt>
          <dd>{signatory ? `${signatory.name}, ${signatory.capacity}` : w.noSignatory}{signatory && <span className="soft"> ({signatory.email ?? w.emailMissing})</span>}</dd>
          <dt>{w.channelLabel}</dt><dd>{words.channel[channel]}{booking && <span className="soft"> ({[`${w.offerLabel} : ${booking.offer_number ?? w.noOffer}`, words.pass_culture_state[booking.state]].join(", ")})</span>}</dd>
          {message && <><dt>{w.message}</dt><dd className="note">{message}</dd></>}
        </dl>
      )}
    </Part>
  );
}
