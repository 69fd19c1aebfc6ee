"""HTML as sources write it, brought to the markdown that descriptions are kept in."""

import re
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

MAX_HTML: Final = 200_000
_LOOKS_LIKE_HTML = re.compile(
    r"</?(?:p|br|div|span|ul|ol|li|h[1-6]|strong|b|em|i|u|a|blockquote)\b[^<>]*>", re.IGNORECASE
)
_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"([\\`*_\[\]])")
_LINE_MARK = re.compile(r"^(\d{0,9})([#>+.)-])(?=\s|$)")
_INLINE: Final = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_HEADINGS: Final = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS: Final = frozenset(
    {"p", "div", "section", "article", "table", "tr", "figure", "blockquote", "pre", *_HEADINGS}
)
_SILENT: Final = frozenset({"script", "style", "iframe", "template", "noscript", "head", "title"})
_DEEPEST: Final = 5


def is_html(text: str) -> bool:
    """Say whether `text` is marked up in HTML rather than in markdown."""
    return _LOOKS_LIKE_HTML.search(text) is not None


def to_markdown(text: str) -> str:
    """The markdown of an HTML text: paragraphs, lists, headings, emphasis, links. Never fails."""
    reader = _Reader()
    try:
        reader.feed(text[:MAX_HTML])
        reader.close()
    except AssertionError:  # what the standard parser raises on « <![odd[ »
        return text
    return reader.markdown()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._lists: list[int | None] = []  # None for bullets, else the last number
        self._waiting: list[str] = []  # marks that open with the next word
        self._open: list[str] = []
        self._links: list[str] = []
        self._break = 0
        self._item = False  # a list's mark was just written
        self._silent = 0

    def markdown(self) -> str:
        while self._open:
            self._close(self._open[-1])
        return "".join(self._out).strip()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._break = max(self._break, 1)
        elif tag in ("ul", "ol"):
            self._separate(2 if not self._lists else 1)
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._start_item()
        elif tag in _INLINE:
            self._waiting.append(_INLINE[tag])
        elif tag == "a":
            href = dict(attrs).get("href")
            self._links.append(href or "")
            if href:
                self._waiting.append("[")
        elif tag in _BLOCKS:
            self._separate(2)
            if tag in _HEADINGS:
                self._waiting.append(f"{_HEADINGS[tag]} ")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("ul", "ol"):
            if self._lists:
                self._lists.pop()
            self._separate(2 if not self._lists else 1)
        elif tag == "li":
            self._separate(1)
        elif tag in _INLINE:
            self._close(_INLINE[tag])
        elif tag == "a" and self._links:
            self._close("[", self._links.pop())
        elif tag in _BLOCKS:
            if tag in _HEADINGS and f"{_HEADINGS[tag]} " in self._waiting:
                self._waiting.remove(f"{_HEADINGS[tag]} ")
            self._separate(2)

    @override
    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        text = _SPACES.sub(" ", data)
        if not text.strip():
            if text and self._out and not self._break and not self._at_gap():
                self._out.append(" ")
            return
        at_start = self._write_break()
        if at_start or self._at_gap():
            text = text.lstrip()
        elif text.startswith(" "):
            self._out.append(" ")
            text = text[1:]
        opening, self._waiting = self._waiting, []
        self._out += opening
        self._open += [mark for mark in opening if not mark.startswith("#")]
        text = _MARKS.sub(r"\\\1", text).replace("<", "&lt;")
        self._out.append(_LINE_MARK.sub(r"\1\\\2", text) if at_start and not opening else text)
        self._item = False

    def _at_gap(self) -> bool:
        return not self._out or self._out[-1].endswith((" ", "\n"))

    def _separate(self, lines: int) -> None:
        if not self._item:
            self._break = max(self._break, lines)

    def _start_item(self) -> None:
        self._item = False
        self._break = max(self._break, 1)
        self._write_break(deeper=False)
        number = self._lists[-1] if self._lists else None
        if self._lists and number is not None:
            self._lists[-1] = number = number + 1
        self._out.append("- " if number is None else f"{number}. ")
        self._item = True

    def _write_break(self, *, deeper: bool = True) -> bool:
        """Write the line breaks that wait, and say whether a line begins here."""
        if not self._out:
            self._break = 0
            return True
        if not self._break:
            return self._item
        while self._out and self._out[-1] == " ":
            self._out.pop()
        depth = min(len(self._lists), _DEEPEST) - (0 if deeper else 1)
        self._out.append("\n" * self._break + "    " * max(0, depth))
        self._break = 0
        return True

    def _close(self, mark: str, href: str = "") -> None:
        if mark in self._waiting:
            self._waiting.remove(mark)
            return
        if mark not in self._open:
            return
        self._open.reverse()
        self._open.remove(mark)
        self._open.reverse()
        gap = self._out[-1].endswith(" ") if self._out else False
        if gap:
            self._out[-1] = self._out[-1].rstrip(" ")
        closing = f"]({href.strip().replace(' ', '%20')})" if mark == "[" else mark
        self._out.append(closing + (" " if gap else ""))
