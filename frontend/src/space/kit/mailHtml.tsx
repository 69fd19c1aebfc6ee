import { createElement, Fragment, type ReactNode } from "react";

/** What a mail may show here. Tables only lay it out: their cells become blocks. */
const KEPT = new Set(["p", "br", "strong", "b", "em", "i", "u", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "hr", "pre", "code"]);
const LOWERED: Record<string, string> = { h1: "h2", h2: "h3", h3: "h4", h4: "h5" };
const DROPPED = new Set(["script", "style", "template", "iframe", "object", "embed", "svg", "math", "noscript", "form", "input", "button", "textarea", "select", "title", "head", "img"]);
const BLOCKS = new Set(["div", "td", "th", "section", "article", "header", "footer"]);
/** The classes of our own mails that keep their meaning. */
const CLASSES = new Set(["button", "code", "quote", "soft"]);

/**
 * The HTML of a mail rebuilt element by element: known tags, links to the web, and none of its styles, which the content policy would
 * refuse. Nothing runs and nothing is fetched.
 */
export function mailHtml(html: string): ReactNode {
  return childrenOf(new DOMParser().parseFromString(quiet(html), "text/html").body);
}

/**
 * Reading styles and handlers, even into a document that is never shown, makes the browser report each to the content policy. What is
 * renamed here is never applied either way: this is for silence, safety is in the rebuilding.
 */
function quiet(html: string): string {
  return html.replace(/<(\/?)style\b/gi, "<$1template").replace(/([\s/"'])(style|on[a-z]+)(\s*=)/gi, "$1data-was-$2$3");
}

function childrenOf(parent: Node): ReactNode[] {
  return Array.from(parent.childNodes, (child, index) => <Fragment key={index}>{nodeOf(child)}</Fragment>);
}

function classOf(element: Element): string | undefined {
  const kept = [...element.classList].filter((each) => CLASSES.has(each)).map((each) => `mail__${each}`);
  return kept.length > 0 ? kept.join(" ") : undefined;
}

function nodeOf(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const tag = node.tagName.toLowerCase();
  // The preview that mailboxes show beside the subject is written hidden at the top of a mail.
  if (DROPPED.has(tag) || /display:\s*none/i.test(node.getAttribute("data-was-style") ?? "")) return null;
  if (tag === "br" || tag === "hr") return createElement(tag);
  const inside = childrenOf(node);
  if (tag === "a") return linkOf(node, inside);
  if (KEPT.has(tag)) return createElement(LOWERED[tag] ?? tag, { className: classOf(node) }, inside);
  if (BLOCKS.has(tag)) return <div className={tag === "td" && node.querySelector(":scope > a.button") ? undefined : classOf(node)}>{inside}</div>;
  return inside;
}

function linkOf(node: Element, inside: ReactNode): ReactNode {
  const href = node.getAttribute("href") ?? "";
  let url: URL;
  try {
    url = new URL(href);
  } catch {
    return inside;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:" && url.protocol !== "mailto:") return inside;
  return <a href={href} className={classOf(node)} rel="noopener nofollow">{inside}</a>;
}
