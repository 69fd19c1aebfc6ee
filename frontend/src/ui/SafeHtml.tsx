import { createElement, Fragment, useMemo, type ReactNode } from "react";
import { safeUrl } from "@/lib/text";

/** The tags a description may hold. The server keeps the same few; nothing here depends on it having done so. */
const KEPT = new Set(["p", "br", "strong", "b", "em", "i", "u", "s", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "a", "hr"]);
/** Headings of a description sit under those of the page. */
const LOWERED: Record<string, string> = { h1: "h3", h2: "h3", h3: "h4", h4: "h4", h5: "h5", h6: "h6" };
/** What goes with its content: text that was never meant to be read. */
const DROPPED = new Set(["script", "style", "template", "iframe", "object", "embed", "svg", "math", "noscript", "textarea", "select", "title"]);

/** Rich text from a feed, rebuilt element by element: only known tags, no attribute but a link's web address. */
export function SafeHtml({ html }: { html: string }) {
  const content = useMemo(() => rebuild(html), [html]);
  return <div className="prose">{content}</div>;
}

function rebuild(html: string): ReactNode[] {
  // A document made by DOMParser runs no script and loads nothing.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return childrenOf(body);
}

function childrenOf(parent: Node): ReactNode[] {
  return Array.from(parent.childNodes, (child, index) => <Fragment key={index}>{nodeOf(child)}</Fragment>);
}

function nodeOf(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const tag = node.tagName.toLowerCase();
  if (DROPPED.has(tag)) return null;
  if (tag === "br" || tag === "hr") return createElement(tag);
  const inside = childrenOf(node);
  if (tag === "a") {
    const href = safeUrl(node.getAttribute("href"));
    return href ? <a href={href} rel="noopener nofollow">{inside}</a> : inside;
  }
  if (tag === "h1" || KEPT.has(tag)) return createElement(LOWERED[tag] ?? tag, null, inside);
  return inside;
}
