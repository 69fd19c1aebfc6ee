"""Texts that came from elsewhere, made safe to show.

Titles and short descriptions are plain text; only the long description has a form, in Markdown, rendered to a
short list of HTML elements. Nothing here trusts its author.
"""

import html
import re
from typing import Final

import nh3
from markdown_it import MarkdownIt

ELEMENTS: Final = {
    "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "a", "hr", "code", "pre", "del",
}  # fmt: skip
LINK_SCHEMES: Final = {"http", "https", "mailto", "tel"}
# Headings of a description stand under those of the page.
_HEADINGS: Final = re.compile(r"<(/?)h([1-6])\b")
_SCRIPT_SCHEME: Final = re.compile(r"(javascript|vbscript|data)\s*:", re.IGNORECASE)

# Raw HTML is parsed, since feeds hold some, and then cut down to ELEMENTS.
_markdown = MarkdownIt("commonmark", {"html": True, "linkify": False, "breaks": True}).enable("strikethrough")


def render_markdown(source: str | None) -> str | None:
    """Return safe HTML for a Markdown text, or None when nothing is left of it."""
    if not source or not source.strip():
        return None
    rendered = _HEADINGS.sub(lambda m: f"<{m[1]}h{min(int(m[2]) + 2, 5)}", _markdown.render(source))
    cleaned = nh3.clean(
        rendered,
        tags=ELEMENTS,
        attributes={"a": {"href"}},
        url_schemes=LINK_SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return cleaned.strip() or None


def plain_text(value: str | None) -> str | None:
    """Return a text without any markup, entities resolved, or None when nothing is left.

    A tag is taken out with its content when it is a script or a style; the texts of others stay.
    """
    if value is None:
        return None
    text = value
    for _ in range(3):  # entities may be escaped twice in a feed, hiding a tag
        text, before = (
            html.unescape(nh3.clean(text, tags=set(), clean_content_tags={"script", "style"})),
            text,
        )
        if text == before:
            break
    text = " ".join(text.split())
    return text or None


def safe_url(value: str | None) -> str | None:
    """Return an address that a page may link to (http, https), scheme added when it is missing, else None."""
    if not value:
        return None
    url = "".join(value.split())
    if url.startswith("//"):
        url = "https:" + url
    elif re.match(r"^[\w-]+(\.[\w-]+)+([/?#:]|$)", url):
        url = "https://" + url
    if not re.match(r"^https?://[^/\s\"'<>]+", url, re.IGNORECASE) or _SCRIPT_SCHEME.search(url):
        return None
    return url.replace('"', "%22").replace("<", "%3C").replace(">", "%3E")
