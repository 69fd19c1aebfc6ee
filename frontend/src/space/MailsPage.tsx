import { DemoMails } from "@/features/demo/DemoMails";

/** The mails of the demonstration, for everybody. */
export function MailsPage() {
  return <DemoMails />;
}
