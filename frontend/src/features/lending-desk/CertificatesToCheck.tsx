import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { formatSpan } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { useRequestName } from "@/space/kit/useRequestName";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { Textarea } from "@mantine/core";
import { certificates, type Certificate, type Loan } from "./calls";
import { useLenderWords } from "./words";

interface CertificatesToCheckProps {
  loan: Loan;
  onChanged: () => Promise<unknown> | void;
}

/** The certificates of insurance that wait for the lender's eye. */
export function CertificatesToCheck({ loan, onChanged }: CertificatesToCheckProps) {
  const asksPaper = loan.papers.insurance_asked === "certificate" || loan.papers.insurance_asked === "yearly";
  const query = useQuery({ ...certificates(loan.id), enabled: asksPaper });
  const waiting = (query.data ?? []).filter(({ allowed_actions: actions }) => actions.includes("accept") || actions.includes("refuse"));
  const changed = async () => {
    await Promise.all([query.refetch(), onChanged()]);
  };
  return waiting.map((certificate) => <CertificateToCheck key={certificate.id} certificate={certificate} onChanged={changed} />);
}

function CertificateToCheck({ certificate, onChanged }: { certificate: Certificate; onChanged: () => Promise<void> }) {
  const { w, lang } = useLenderWords();
  const [isRefusing, setRefusing] = useState(false);
  const { nameOf } = useRequestName();
  const { id, version, insurer, covers_from: from, covers_to: to, value_cents: value, shortfalls, allowed_actions: actions } = certificate;
  const path = `/insurance-certificates/${id}`;
  const tag = `"v${version}"`;
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.why }, check: ({ reason }) => (reason.trim() ? {} : { reason: w.whyNeeded }),
    send: async ({ reason }) => {
      await post(`${path}/refuse`, { reason: reason.trim() }, nameOf(["refuse", reason]), tag);
    },
  });
  const accept = async () => {
    try {
      await post(`${path}/accept`, {}, nameOf("accept"), tag);
      tell(w.certificateAccepted);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    }
    await onChanged();
  };
  return (
    <div className="lender__paper" role="group" aria-label={w.certificateFrom(insurer)}>
      <p><strong>{w.certificate}</strong>{" : "}{insurer}</p>
      <p>{w.certificateCovers(formatSpan(from, to, lang), formatAmount(value, lang))}</p>
      {shortfalls.length === 0 ? <p className="soft">{w.certificateFits}</p> : <ul className="lender__short">{shortfalls.map((each) => <li key={each}>{w.certificateShort[each]}</li>)}</ul>}
      <div className="line__actions">
        <a className="button" href={`/api/v1${path}/file`} target="_blank" rel="noreferrer">{w.certificateOpen}</a>
        {actions.includes("accept") && shortfalls.length === 0 && <Button onClick={() => void accept()}>{w.certificateAccept}</Button>}
        {actions.includes("refuse") && <Button variant="subtle" onClick={() => setRefusing(true)}>{w.certificateRefuse}</Button>}
      </div>
      <Dialogue opened={isRefusing} onClose={() => setRefusing(false)} title={w.certificateRefuseTitle}>
        <EntryForm entry={entry} submitLabel={w.certificateRefuseGo} label={w.certificateRefuseTitle} focusFirst onCancel={() => setRefusing(false)} cancelLabel={w.back} onDone={() => { setRefusing(false); tell(w.certificateRefused); void onChanged(); }}>
          <Textarea {...entry.field("reason")} label={w.why} description={w.whyTold} autosize minRows={3} maxRows={10} maxLength={1000} />
        </EntryForm>
      </Dialogue>
    </div>
  );
}
