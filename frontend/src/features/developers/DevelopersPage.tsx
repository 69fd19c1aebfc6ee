import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { announce } from "@/lib/announce";
import { usePage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { answerCall, applyCall, borrowCall, changeCall, changesCall, eventsCall, PROBLEM, pythonCall, readCall, WEBHOOK } from "./examples";
import { useDeveloperWords } from "./words";
import "./developers.css";

const scopes = () => queryOptions({
  queryKey: ["scopes"] as const, staleTime: 3_600_000,
  queryFn: async ({ signal }) => (await get<components["schemas"]["Scopes"]>("/scopes", {}, signal)).items,
});

/** The guide for those who write programs: what one may read, how to get a token, a first call, and what answers mean. */
export function DevelopersPage() {
  const { w } = useDeveloperWords();
  usePage(w.title);
  const { origin } = location;
  const parts: [string, string][] = [
    ["lire", w.readTitle], ["jeton", w.tokenTitle], ["appel", w.callTitle], ["portees", w.scopesTitle], ["modifier", w.changeTitle], ["deposer", w.applyTitle], ["emprunter", w.borrowTitle], ["etre-averti", w.hooksTitle], ["listes", w.pagesTitle], ["erreurs", w.errorsTitle], ["limites", w.limitsTitle], ["suite", w.docsTitle],
  ];
  return (
    <div className="wrap guide">
      <header className="guide__head"><h1>{w.title}</h1><p className="guide__lead">{w.lead}</p></header>
      <nav className="guide__contents" aria-label={w.contents}><ul role="list">{parts.map(([id, title]) => <li key={id}><a href={`#${id}`}>{title}</a></li>)}</ul></nav>
      <div className="guide__parts">
        <Chapter id="lire" title={w.readTitle}><p>{w.readText}</p><Code label={w.exampleRead}>{readCall(origin)}</Code><p>{w.readMore}</p><Code label={w.exampleChanges}>{changesCall(origin)}</Code></Chapter>
        <Chapter id="jeton" title={w.tokenTitle}>
          <p>{w.tokenText}</p><p>{w.tokenRule}</p>
          <p><Link className="button button--strong" to="/espace/jetons" search={{}} preload={false}>{w.tokenLink}</Link></p>
        </Chapter>
        <Chapter id="appel" title={w.callTitle}><p>{w.callText}</p><Code label={w.exampleCurl}>{eventsCall(origin)}</Code><p>{w.callPython}</p><Code label={w.examplePython}>{pythonCall(origin)}</Code></Chapter>
        <Chapter id="portees" title={w.scopesTitle}><ScopeTable /></Chapter>
        <Chapter id="modifier" title={w.changeTitle}><p>{w.changeText}</p><Code label={w.exampleChange}>{changeCall(origin)}</Code></Chapter>
        <Chapter id="deposer" title={w.applyTitle}>
          <p>{w.applyText}</p><ul className="guide__list">{w.applyRules.map((each) => <li key={each}>{each}</li>)}</ul>
          <Code label={w.exampleApply}>{applyCall(origin)}</Code><p>{w.answerText}</p><Code label={w.exampleAnswer}>{answerCall(origin)}</Code>
        </Chapter>
        <Chapter id="emprunter" title={w.borrowTitle}>
          <p>{w.borrowText}</p><ul className="guide__list">{w.borrowRules.map((each) => <li key={each}>{each}</li>)}</ul>
          <Code label={w.exampleBorrow}>{borrowCall(origin)}</Code>
        </Chapter>
        <Chapter id="etre-averti" title={w.hooksTitle}>
          <p>{w.hooksText}</p><p><Link className="button" to="/espace/webhooks" search={{}} preload={false}>{w.hooksLink}</Link></p>
          <p>{w.hooksRule}</p><Code label={w.exampleHook}>{WEBHOOK}</Code><ul className="guide__list">{w.hooksRules.map((each) => <li key={each}>{each}</li>)}</ul>
        </Chapter>
        <Chapter id="listes" title={w.pagesTitle}><p>{w.pagesText}</p></Chapter>
        <Chapter id="erreurs" title={w.errorsTitle}>
          <p>{w.errorsText}</p><Code label={w.exampleError}>{PROBLEM}</Code>
          <dl className="guide__pairs" aria-label={w.status}>{w.statuses.map(([status, meaning]) => <div key={status}><dt>{status}</dt><dd>{meaning}</dd></div>)}</dl>
        </Chapter>
        <Chapter id="limites" title={w.limitsTitle}><ul className="guide__list">{w.limits.map((each) => <li key={each}>{each}</li>)}</ul></Chapter>
        <Chapter id="suite" title={w.docsTitle}><p>{w.docsText} <a href={paths.apiDocs()}>{w.docs}</a>, <a href="/api/openapi.json">{w.openapi}</a>.</p></Chapter>
      </div>
    </div>
  );
}

function Chapter({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return <section id={id} aria-label={title}><h2>{title}</h2>{children}</section>;
}

/** An example, to read, to scroll by keyboard, to copy. */
function Code({ label, children }: { label: string; children: string }) {
  const { w } = useDeveloperWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(children);
      setCopied(true);
      announce(w.copied);
    } catch {
      // A browser that refuses leaves the text there, to be selected.
    }
  };
  return (
    <div className="code">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard */}
      <pre tabIndex={0} role="region" aria-label={label}><code>{children}</code></pre>
      <button type="button" className="code__copy" aria-label={`${w.copy} : ${label}`} onClick={() => void copy()}>{copied ? w.copied : w.copy}</button>
    </div>
  );
}

function ScopeTable() {
  const { w, lang } = useDeveloperWords();
  const query = useQuery(scopes());
  if (!query.data) return <p role="status">{query.isError ? w.scopesFailed : w.scopesLoading}</p>;
  return (
    <dl className="guide__pairs guide__pairs--wide" aria-label={w.scopesTitle}>
      {query.data.map(({ scope, label_fr: fr, label_en: en, allows_fr: allowsFr, allows_en: allowsEn }) => (
        <div key={scope}><dt><code>{scope}</code></dt><dd><strong>{lang === "fr" ? fr : en}</strong><br />{lang === "fr" ? allowsFr : allowsEn}</dd></div>
      ))}
    </dl>
  );
}
