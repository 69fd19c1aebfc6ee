import { useQuery } from "@tanstack/react-query";
import { sendForm } from "@/api/upload";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { agreementAddress, agreements, loanPath, may, scanAddress, type Agreement, type Loan } from "./calls";
import { usePapersWords } from "./papersWords";
import { FileSender } from "./FileSender";
import { useLoanRefresh } from "./useAct";

/** The agreement: read it, see who signed it, and on paper sign it oneself. Both sides may upload what came back signed. */
export function AgreementPart({ loan, isBorrower }: { loan: Loan; isBorrower: boolean }) {
  const { w } = usePapersWords();
  const refresh = useLoanRefresh();
  const hasOne = loan.papers.agreement_id !== null || loan.papers.signed_agreement_id !== null;
  const query = useQuery({ ...agreements(loan.id), enabled: hasOne });
  if (!hasOne) return loan.status === "approved" && isBorrower ? <Part title={w.agreement}><p className="soft">{w.none}</p></Part> : null;
  return (
    <Part title={w.agreement}>
      <Loaded query={query}>
        {([current, ...older]) => (current === undefined ? <p className="soft">{w.none}</p> : (
          <>
            <OneAgreement agreement={current} isFirst />
            {may(loan, "sign") && current.voided_at === null && current.signature === null && (
              <div className="loan-paper">
                <h3>{w.uploadTitle}</h3>
                <p>{w.uploadText}</p>
                <FileSender
                  label={w.upload} hint={w.uploadHint}
                  send={(file, key, onProgress) => sendForm(`${loanPath(loan.id)}/upload-agreement`, { version: String(current.version) }, file, { key, onProgress })}
                  onSent={async () => { await refresh(); tell(w.uploaded); }}
                  onChanged={refresh}
                />
              </div>
            )}
            {older.length > 0 && <details className="loan-older"><summary>{w.older} ({older.length})</summary>{older.map((each) => <OneAgreement key={each.id} agreement={each} />)}</details>}
          </>
        ))}
      </Loaded>
    </Part>
  );
}

function OneAgreement({ agreement, isFirst = false }: { agreement: Agreement; isFirst?: boolean }) {
  const { w, lang } = usePapersWords();
  const { loan_id: loan, reference, version, signature, sent_at: sent } = agreement;
  const on = (instant: string) => formatDate(instant, lang);
  return (
    <div className="line">
      <div className="line__main">
        <span>{w.reference(reference)}</span>
        <span className="soft">{[w.version(version), w.made(on(agreement.made_at)), sent && w.sent(on(sent))].filter(Boolean).join(" · ")}</span>
        {signature && <span><strong>{w.signed(signature.name ? w.by(signature.name, signature.capacity) : w.onPaper, on(signature.at))}</strong></span>}
      </div>
      <div className="line__actions">
        <a className={isFirst && !signature ? "button button--strong" : "button"} href={agreementAddress(loan, version)} target="_blank" rel="noopener" aria-label={w.readOf(reference, version)}>{w.read}</a>
        {signature?.has_scan && <a className="button button--plain" href={scanAddress(loan)} download>{w.scan}</a>}
      </div>
    </div>
  );
}
