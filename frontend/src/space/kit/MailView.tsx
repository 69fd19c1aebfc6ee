import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { formatMoment } from "./moments";
import { mailHtml } from "./mailHtml";
import { spaceWords } from "./words";
import "./mail.css";

const useMailWords = spaceWords(
  { to: "À", at: "Le", erased: "destinataire effacé", shown: "Affichage du courriel", html: "Mis en page", text: "Texte seul", secret: "Ce courriel porte un secret (un lien, un code) : la plateforme n’en garde pas le corps." },
  { to: "To", at: "On", erased: "recipient erased", shown: "How the mail is shown", html: "Laid out", text: "Plain text", secret: "This mail carries a secret (a link, a code): the platform does not keep its body." },
);

interface MailViewProps {
  to: string | null;
  at: string;
  /** Null when the body is not kept. */
  text: string | null;
  html: string | null;
}

/** A mail as one reads it: laid out by us from its HTML, or as plain text. Its subject is the heading of whoever shows it. */
export function MailView({ to, at, text, html }: MailViewProps) {
  const { w, lang } = useMailWords();
  const [shown, setShown] = useState("html");
  const content = useMemo(() => (html ? mailHtml(html) : null), [html]);
  const asHtml = content !== null && (shown === "html" || text === null);
  return (
    <article className="mail">
      <dl className="facts">
        <dt>{w.to}</dt><dd>{to ?? w.erased}</dd>
        <dt>{w.at}</dt><dd>{formatMoment(at, lang)}</dd>
      </dl>
      {text === null && html === null && <p className="soft">{w.secret}</p>}
      {html !== null && text !== null && (
        <SegmentedControl aria-label={w.shown} value={shown} onChange={setShown} data={[{ value: "html", label: w.html }, { value: "text", label: w.text }]} transitionDuration={0} />
      )}
      {asHtml ? <div className="mail__paper">{content}</div> : text !== null && <pre className="mail__paper mail__text">{text}</pre>}
    </article>
  );
}
