import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { hideFragment, linkSecret } from "@/lib/fragment";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { isSignedIn, useNewIdentity } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { confirmEmail } from "./calls";
import { useAccountWords } from "./words";

/** Where the mail sent to a new address leads. A button, not the opening itself: machines that read mails open links too. */
export function EmailConfirmationPage() {
  const { w } = useAccountWords();
  const changeIdentity = useNewIdentity();
  const [token] = useState(() => linkSecret(location.hash));
  const [email, setEmail] = useState<string | null>(null);
  useEffect(hideFragment, []);
  const entry = useEntry({
    initial: {}, labels: {},
    send: async () => {
      await confirmEmail(token ?? "");
      const someone = await changeIdentity();
      setEmail(isSignedIn(someone) ? someone.account.email : "");
    },
  });
  if (email !== null) {
    return (
      <Page key="done" title={w.confirmedTitle} lead={email ? <p>{w.confirmed(email)}</p> : undefined}>
        <p><Link to="/espace/moi">{w.toAccount}</Link></p>
      </Page>
    );
  }
  if (!token) return <Page title={w.confirmTitle} lead={<p>{w.confirmMissing}</p>}><p><Link to="/espace/moi">{w.toAccount}</Link></p></Page>;
  return (
    <Page title={w.confirmTitle} lead={<p>{w.confirmLead}</p>}>
      <EntryForm entry={entry} submitLabel={w.confirmGo} explain={({ status }) => (status === 410 ? w.confirmSpent : null)}>{null}</EntryForm>
    </Page>
  );
}
