import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { mailHtml } from "@/space/kit/mailHtml";
import "@/space/kit/mail.css";
import { batchPath, type PreviewItem } from "./calls";
import { useDecisionWords } from "./words";

/** Every mail and letter as it would leave: the dossiers beside, the paper of the one that is chosen. */
export function Papers({ batch, items }: { batch: string; items: PreviewItem[] }) {
  const { w } = useDecisionWords();
  const [id, setId] = useState(items[0]?.application_id);
  const [paper, setPaper] = useState("mail");
  const item = items.find((each) => each.application_id === id) ?? items[0];
  if (!item) return null;
  return (
    <div className="papers">
      <ul role="list" className="papers__list" aria-label={w.dossierList}>
        {items.map((each) => (
          <li key={each.application_id}>
            <button type="button" aria-pressed={each === item} onClick={() => setId(each.application_id)}>
              <span>{each.title ?? w.untitled}</span>
              <span className="soft">{[w.numberOf(each.number), w.decisions[each.decision], each.mail === null && w.noMail].filter(Boolean).join(" · ")}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="papers__paper">
        <SegmentedControl aria-label={w.paper} value={paper} onChange={setPaper} data={[{ value: "mail", label: w.mail }, { value: "letter", label: w.letter }]} transitionDuration={0} />
        {paper === "mail" ? <Mail item={item} /> : <Letter batch={batch} item={item} />}
      </div>
    </div>
  );
}

function Mail({ item: { mail } }: { item: PreviewItem }) {
  const { w } = useDecisionWords();
  if (!mail) return <p>{w.noMail}</p>;
  return (
    <article className="mail">
      <dl className="facts"><dt>{w.to}</dt><dd>{mail.to}</dd><dt>{w.subject}</dt><dd>{mail.subject}</dd></dl>
      <div className="mail__paper">{mailHtml(mail.html)}</div>
    </article>
  );
}

function Letter({ batch, item: { letter, application_id: id } }: { batch: string; item: PreviewItem }) {
  const { w } = useDecisionWords();
  if (!letter) return <p>{w.noLetter}</p>;
  return (
    <article className="mail">
      <dl className="facts"><dt>{w.to}</dt><dd>{letter.recipient}</dd><dt>{w.subject}</dt><dd>{letter.subject}</dd></dl>
      <div className="mail__paper letter">{letter.text.split(/\n{2,}/).map((part, index) => <p key={index}>{part}</p>)}</div>
      <p><a href={`/api/v1${batchPath(batch)}/items/${id}/letter.pdf`} target="_blank" rel="noopener">{w.letterPdf}</a></p>
    </article>
  );
}
