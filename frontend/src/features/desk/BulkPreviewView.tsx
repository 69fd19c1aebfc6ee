import { formatSince } from "@/space/kit/moments";
import type { BulkPreview, BulkPreviewItem } from "./calls";
import { useDeskWords } from "./words";

/** What would become of each application: those that stay as they are first, since that is what one must know. */
export function BulkPreviewView({ preview }: { preview: BulkPreview }) {
  const { w } = useDeskWords();
  const ready = preview.items.filter(({ code }) => code === null);
  const refused = preview.items.filter(({ code }) => code !== null);
  const mails = ready.filter(({ mail }) => mail).length + preview.reviewers.length;
  return (
    <>
      <p role="status"><strong>{preview.ready > 0 ? `${w.ready(preview.ready)}.` : w.nothingReady}</strong>{mails > 0 && ` ${w.mails(mails)}.`}</p>
      {refused.length > 0 && (
        <section aria-label={refused.length === 1 ? w.refused(1) : w.refusedMany(refused.length)}>
          <h3>{refused.length === 1 ? w.refused(1) : w.refusedMany(refused.length)}</h3>
          <ul role="list" className="lines">{refused.map((item) => <Item key={item.application_id} item={item} />)}</ul>
        </section>
      )}
      {ready.length > 0 && <ul role="list" className="lines" aria-label={w.ready(ready.length)}>{ready.map((item) => <Item key={item.application_id} item={item} />)}</ul>}
      {preview.reviewers.length > 0 && (
        <section aria-label={w.toReviewers}>
          <h3>{w.toReviewers}</h3>
          <ul role="list" className="lines">
            {preview.reviewers.map(({ account, count, mail }) => (
              <li key={account.id} className="line"><div className="line__main"><span>{account.name}</span><span className="soft">{w.dossiers(count)}</span><MailText to={mail.to} subject={mail.subject} text={mail.text} /></div></li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Item({ item }: { item: BulkPreviewItem }) {
  const { w, lang } = useDeskWords();
  return (
    <li className="line">
      <div className="line__main">
        <span>{item.number === null ? w.untitled : `${item.number}. ${item.title ?? w.untitled}`}</span>
        <span className="soft">{[item.organisation, item.column && w.column[item.column], item.reminded_at && w.remindedOn(formatSince(item.reminded_at, lang))].filter(Boolean).join(" · ")}</span>
        {item.detail && <span>{item.detail}</span>}
        {item.mail && <MailText to={item.mail.to ?? w.toHidden} subject={item.mail.subject} text={item.mail.text} />}
      </div>
    </li>
  );
}

function MailText({ to, subject, text }: { to: string; subject: string; text: string }) {
  const { w } = useDeskWords();
  return (
    <details className="bulk-preview__mail">
      <summary>{w.readMail}</summary>
      <p className="soft">{to}</p>
      <p><strong>{subject}</strong></p>
      <p className="note">{text}</p>
    </details>
  );
}
