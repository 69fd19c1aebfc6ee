import { formatDate } from "@/space/kit/moments";
import { useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { DataPart } from "./DataPart";
import { EmailPart } from "./EmailPart";
import { ErasePart } from "./ErasePart";
import { PasskeysPart } from "./PasskeysPart";
import { ProfilePart } from "./ProfilePart";
import { SessionsPart } from "./SessionsPart";
import { useAccountWords } from "./words";
import "./account.css";

/** All that concerns oneself. */
export function AccountPage() {
  const { w, lang } = useAccountWords();
  const { account, is_demo: isDemo } = useMe();
  return (
    <Page title={w.title} lead={<p>{w.since(formatDate(account.created_at, lang))} {isDemo && w.demoNote}</p>}>
      <ProfilePart key={account.id} />
      <EmailPart />
      <PasskeysPart />
      <SessionsPart />
      <DataPart />
      <ErasePart />
    </Page>
  );
}
