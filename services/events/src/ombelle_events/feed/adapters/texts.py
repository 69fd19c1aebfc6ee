"""Texts as sources send them, brought to plain lines, canonical markdown, addresses: nothing here can run."""

import html
import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote, urlsplit

from ombelle_events.programme.plain_words import fold, slugify

__all__ = ["fold", "slugify"]  # the adapters' words, which the programme compares and addresses by

MAX_URL: Final = 2000

# What may stand in a text and needs no look: letters, digits, common signs. The rest goes the long way.
_SIMPLE = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿŒœ !\"#$%'()*+,\-./;?@\[\]_{|}~’‘“”«»…–—€°·]*")
_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029\u0085\u000b\u000c]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
# One look for all of the above: most texts hold none of it.
_UNTIDY = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\ufff9-\ufffb]|crwdns"
)
_PLACEHOLDER = re.compile(r"crwdns\d+:\d+crwdne\d+:\d+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DOUBLE_ENTITY = re.compile(r"&amp;(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_SILENT = re.compile(
    r"<(script|style|iframe|template|noscript)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[/!?]?[a-zA-Z][^<>]*>|<[/!?]?[a-zA-Z][^<>]*=[^<>]*\Z", re.DOTALL)
_SCRIPT_SCHEME = re.compile(r"(?:java|vb|live)script\s*:(?=\S)|data\s*:\s*text/html", re.IGNORECASE)
_SCRIPT_WORD = re.compile(r"script\s*:|text/html", re.IGNORECASE)
_HANDLER = re.compile(
    r"on(?:error|load|click|mouse[a-z]+|focus)\s*=|(?<![a-z])on(?:error|load|click|dblclick|auxclick|contextmenu|mouse[a-z]+|focus[a-z]*|blur|key[a-z]+|change|"
    r"input|invalid|submit|reset|select[a-z]*|toggle|begin|start|end|animation[a-z]+|transition[a-z]+|pointer[a-z]+|"
    r"touch[a-z]+|drag[a-z]*|drop|wheel|scroll[a-z]*|copy|cut|paste|play[a-z]*|message[a-z]*|hashchange|page[a-z]+|"
    r"resize|unload|before[a-z]+|after[a-z]+|finish|bounce|show|search|popstate|storage)\s*=",
    re.IGNORECASE,
)
_MARKDOWN_LINK = re.compile(r"(!?)\[([^\]\n]*)\]\(\s*<?((?:[^()\s<>]|\([^()\s<>]*\))*)>?([^()\n]*)\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s,;<>\"'()]+@[^@\s,;<>\"'()]+\.[A-Za-z]{2,24}")
_HOST = re.compile(
    r"(?:[a-z0-9_-]{1,63}\.)+[a-z0-9-]{2,63}|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]", re.IGNORECASE
)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{1,20}):")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGES: Final = ("fr", "en", "nl", "de", "es", "it")


def in_french(value: Any) -> Any:
    """The French value of a multilingual field, else its first filled language; a plain value as it is.

    `io` is no language but a translation tool's marks. Empty objects, lists and texts give `None`.
    """
    if isinstance(value, dict):
        order = [*_LANGUAGES, *(k for k in value if k not in _LANGUAGES and k != "io")]
        return next((value[k] for k in order if value.get(k) not in (None, "", [], {})), None)
    return None if value in ("", [], {}) else value


def is_slug(text: Any) -> bool:
    """Say whether `text` is already a part of an address, at most 120 characters."""
    return isinstance(text, str) and len(text) <= 120 and _SLUG.fullmatch(text) is not None


def line(value: Any, limit: int) -> str | None:
    """A plain text on one line, without tags, invisible signs or entities; `None` when nothing is left.

    A longer text is cut at a word with « … »; ALL CAPS stay as the author wrote them.
    """
    if not isinstance(value, str):
        return None
    if not _SIMPLE.fullmatch(value):
        value = without_script(without_tags(_unescape(_tidy(value))))
        value = value.replace("\n", " ")
    value = " ".join(value.split(" ")) if "  " not in value else " ".join(value.split())
    return shortened(value.strip(), limit) or None


def markdown(value: Any, limit: int = 40_000) -> str | None:
    """Canonical markdown: one kind of line end, no raw HTML, no invisible sign, links that only lead out."""
    if not isinstance(value, str):
        return None
    value = _DOUBLE_ENTITY.sub(r"&\1", _tidy(value))
    value = _AUTOLINK.sub(r"\1", value)
    value = _MARKDOWN_LINK.sub(_safe_link, without_tags(value))
    value = without_script(value)
    lines = [part.rstrip() for part in value.split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return shortened(text, limit) or None


def without_tags(text: str) -> str:
    """`text` without HTML tags, and without what scripts and styles hold, however they are nested."""
    for _ in range(8):
        if "<" not in text:
            return text
        stripped = _TAG.sub("", _SILENT.sub("", text))
        if stripped == text:
            return text
        text = stripped
    return text.replace("<", "‹")


def without_script(text: str) -> str:
    """`text` without the schemes and attributes that would run if it ever stood in HTML."""
    for _ in range(8):
        stripped = _SCRIPT_SCHEME.sub("", text) if _SCRIPT_WORD.search(text) else text
        stripped = _HANDLER.sub("", stripped) if "=" in stripped else stripped
        if stripped == text:
            return text
        text = stripped
    return text.replace(":", " ").replace("=", " ")


def url(value: Any) -> str | None:
    """An `http(s)` address, the scheme added where it lacks; `None` for anything else."""
    if not isinstance(value, str):
        return None
    text = _CONTROL.sub("", _ZERO_WIDTH.sub("", _unescape(value))).strip()
    text = "".join(text.split())
    if text.startswith("//"):
        text = f"https:{text}"
    elif not text.lower().startswith(("http://", "https://")):
        scheme = _SCHEME.match(text)
        if scheme and not text[scheme.end() : scheme.end() + 1].isdigit():
            return None
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return None
    if (
        len(text) > MAX_URL
        or not _HOST.fullmatch(_ascii_host(host))
        or _SCRIPT_SCHEME.search(text)
        or _HANDLER.search(text)
    ):
        return None
    return quote(text, safe="!#$%&'()*+,/:;=?@[]~-._")


def email(value: Any) -> str | None:
    """The first e-mail address in `value`."""
    if not isinstance(value, str):
        return None
    found = _EMAIL.search(value.removeprefix("mailto:"))
    return found[0][:254] if found else None


def phone(value: Any) -> str | None:
    """A telephone number as written, when it holds between 4 and 20 digits."""
    text = line(value, 60)
    if text is None:
        return None
    text = text.removeprefix("tel:").strip()
    digits = sum(c.isdigit() for c in text)
    return text if 4 <= digits <= 20 and "@" not in text and "://" not in text else None


def unique(values: Iterable[str | None], limit: int) -> tuple[str, ...]:
    """The values that are there, once each, in order, at most `limit`."""
    return tuple(list(dict.fromkeys(v for v in values if v))[:limit])


def shortened(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, cut at a word with « … »."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return f"{at_word if len(at_word) > limit // 2 else cut}…"


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode() if host and not host.isascii() else host
    except UnicodeError:
        return ""


def _tidy(text: str) -> str:
    if not _UNTIDY.search(text):
        return text
    text = _LINE_BREAKS.sub("\n", text)
    text = _CONTROL.sub("", _ZERO_WIDTH.sub("", text))
    return _PLACEHOLDER.sub("", _ODD_SPACES.sub(" ", text))


def _unescape(text: str) -> str:
    # Twice and no more: « &amp;#39; » is an author's apostrophe, deeper nesting is nobody's.
    for _ in range(2):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = _CONTROL.sub("", _ODD_SPACES.sub(" ", html.unescape(text)))
    return text


def _safe_link(match: re.Match[str]) -> str:
    image, words, target, rest = match.groups()
    if target.lower().startswith("mailto:") and (address := email(target)):
        target = f"mailto:{address}"
    elif target.lower().startswith("tel:"):
        target = f"tel:{re.sub(r'[^0-9+]', '', target)}"
    else:
        target = url(html.unescape(target)) or ""
    title = rest if re.fullmatch(r"\s+\"[^\"\n]*\"", rest) else ""
    return f"{image}[{words}]({target}{title})" if target else words
