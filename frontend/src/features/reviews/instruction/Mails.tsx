import type { ReviewerMail } from "./calls";
import { useInstructionWords } from "./words";
import "@/space/kit/mail.css";

/** Mails as they would leave: one opens those that one wants to read. */
export function Mails({ items }: { items: readonly ReviewerMail[] }) {
  const { w } = useInstructionWords();
  if (items.length === 0) return <p className="soft" role="status">{w.noMail}</p>;
  return (
    <div className="mails-seen">
      <p role="status"><strong>{w.mails(items.length)}</strong></p>
      {items.map(({ account, mail }) => (
        <details key={account.id} className="mails-seen__one">
          <summary>{w.mailOf(account.name, mail.subject)}</summary>
          <p className="soft">{mail.to}</p>
          <pre className="mail__paper mail__text">{mail.text}</pre>
        </details>
      ))}
    </div>
  );
}
