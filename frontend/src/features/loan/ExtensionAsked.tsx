import { Button } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "@/space/kit/Confirm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { loanPath, may, type Loan } from "./calls";
import { ReasonDialogue } from "./CancelDialogue";
import { useAct } from "./useAct";
import { useLoanWords } from "./words";

interface ExtensionAskedProps {
  loan: Loan;
  isBorrower: boolean;
  /** The borrower asks for another day. */
  onChange: () => void;
}

/** The extension that waits for the lender's answer: both sides read it, the lender answers it here. */
export function ExtensionAsked({ loan, isBorrower, onChange }: ExtensionAskedProps) {
  const { w, lang } = useLoanWords();
  const act = useAct();
  const [asking, setAsking] = useState<"grant" | "deny" | null>(null);
  const { id, extension, organisation } = loan;
  if (!extension) return null;
  const day = formatDate(extension.ends_on, lang);
  return (
    <div id="prolongation" tabIndex={-1} className="loan-next" role="group" aria-label={w.askedTitle}>
      <p><strong>{isBorrower ? w.askedMine(day) : w.askedTheirs(organisation.name ?? w.anOrganisation, day)}</strong></p>
      {extension.message && <p className="note">{extension.message}</p>}
      <div className="line__actions">
        {may(loan, "extend") && <Button variant="filled" onClick={() => setAsking("grant")}>{w.grant(day)}</Button>}
        {may(loan, "decline_extension") && <Button variant="subtle" onClick={() => setAsking("deny")}>{w.deny}</Button>}
        {isBorrower && may(loan, "ask_extension") && <Button size="xs" onClick={onChange}>{w.askAgain}</Button>}
      </div>
      <Confirm
        opened={asking === "grant"} title={w.grantTitle} confirmLabel={w.grant(day)} onClose={() => setAsking(null)}
        onConfirm={async () => { await act(`${loanPath(id)}/extend`, { ends_on: extension.ends_on }); tell(w.granted); }}
      >
        <p>{w.grantText}</p>
      </Confirm>
      <ReasonDialogue
        opened={asking === "deny"} title={w.denyTitle} text={w.askedTheirs(organisation.name ?? w.anOrganisation, day)} submitLabel={w.denyGo} onClose={() => setAsking(null)}
        send={async (reason) => { await act(`${loanPath(id)}/decline-extension`, { reason }); tell(w.denied); }}
      />
    </div>
  );
}
