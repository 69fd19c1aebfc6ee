"""The built page of the interface, and what the gateway writes into it for those who read without running it."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

SITE_NAME = "Ombelle"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself. Texts are plain: they are escaped when rendered."""

    title: str
    description: str
    path: str
    """Path of the canonical address."""
    status: int = 200
    kind: str = "website"
    image: str | None = None
    """Absolute address of the picture that goes with a shared link."""
    data: dict[str, Any] | None = None
    """JSON-LD."""
    indexed: bool = True
    body: str = ""
    """HTML, already escaped, for readers without scripts."""


class Shell:
    """The interface's `index.html`, cut at its markers; read again when the build has changed."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "index.html"
        self._parts: tuple[str, str, str] | None = None
        self.version = ""
        """Changes with the file; empty while there is none."""

    def refresh(self) -> bool:
        """Read the file if it changed; say whether there is one."""
        try:
            found = self._file.stat()
            version = f"{found.st_mtime_ns:x}-{found.st_size:x}"
            if version != self.version:
                self._parts = _cut(self._file.read_text(encoding="utf-8"))
                self.version = version
        except FileNotFoundError:
            self.version, self._parts = "", None
        return self._parts is not None

    def render(self, page: Page, *, public_url: str) -> bytes:
        """Return the whole page; `refresh` has said that there is a file."""
        before, middle, after = self._parts or ("", "", "")
        text = "".join((before, _head(page, public_url), middle, _noscript(page), after))
        # A lone surrogate in somebody's text must not be an error here.
        return text.encode("utf-8", "replace")


def _cut(text: str) -> tuple[str, str, str]:
    """Cut a page around its two marked places; what has no marker has nothing replaced."""
    before, middle = _without(text, "head", at="</head>")
    middle, after = _without(middle, "noscript", at="</body>")
    return before, middle, after


def _without(text: str, marker: str, *, at: str) -> tuple[str, str]:
    start, end = f"<!--{marker}-->", f"<!--/{marker}-->"
    if start in text and end in text:
        return text.partition(start)[0], text.partition(end)[2]
    before, found, after = text.partition(at)
    return before, found + after


def _head(page: Page, public_url: str) -> str:
    address = public_url + page.path
    tags = [
        f"<title>{escape(page.title)}</title>",
        _meta("name", "description", page.description),
        f'<link rel="canonical" href="{escape(address)}">',
        _meta("property", "og:site_name", SITE_NAME),
        _meta("property", "og:locale", "fr_FR"),
        _meta("property", "og:type", page.kind),
        _meta("property", "og:title", page.title),
        _meta("property", "og:description", page.description),
        _meta("property", "og:url", address),
        _meta("name", "twitter:card", "summary_large_image" if page.image else "summary"),
    ]
    if page.image:
        tags.append(_meta("property", "og:image", page.image))
    if not page.indexed:
        tags.append(_meta("name", "robots", "noindex"))
    if page.data is not None:
        tags.append(f'<script type="application/ld+json">{script_json(page.data)}</script>')
    return "\n    ".join(tags)


def _meta(attribute: str, name: str, content: str) -> str:
    return f'<meta {attribute}="{name}" content="{escape(content)}">'


def _noscript(page: Page) -> str:
    return f'<noscript><div class="noscript">{page.body}</div></noscript>' if page.body else ""


def script_json(value: dict[str, Any]) -> str:
    """Return JSON that may stand inside a script element: no `<`, `>` or `&` in it, so no end of element."""
    text = json.dumps(value, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
