"""Ways to register, as sources send them: `[{type, value}]`, or one text that mixes everything."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ombelle_events.feed.adapters import texts

_SEPARATORS = re.compile(r"[,;\n]\s*|\s+(?=https?://)")
_READERS = {"link": texts.url, "email": texts.email, "phone": texts.phone}


def read_registration(raw: Any) -> tuple[Mapping[str, str], ...]:
    """What can be followed, called or written to, each once; a value may contradict its stated type."""
    found = [entry for entry in map(_read, _entries(raw)) if entry]
    return tuple({"type": kind, "value": value} for kind, value in dict.fromkeys(found))[:20]


def _entries(raw: Any) -> Iterator[tuple[str | None, Any]]:
    if isinstance(raw, str):
        yield from ((None, part) for part in _SEPARATORS.split(raw))
    elif isinstance(raw, list):
        for item in raw:
            if isinstance(item, dict):
                yield item.get("type") if isinstance(item.get("type"), str) else None, item.get("value")
            else:
                yield None, item


def _read(entry: tuple[str | None, Any]) -> tuple[str, str] | None:
    stated, value = entry
    if not isinstance(value, str) or not value.strip():
        return None
    kind = _likely(value.strip(), stated)
    read = _READERS[kind](value.strip())
    return (kind, read) if read else None


def _likely(value: str, stated: str | None) -> str:
    if value.lower().startswith(("http://", "https://", "//", "www.")):
        return "link"
    if value.lower().startswith("tel:"):
        return "phone"
    if "@" in value and "/" not in value:
        return "email"
    if re.fullmatch(r"[+0-9(][0-9 ().+/-]{3,24}", value):
        return "phone"
    return stated if stated in _READERS else "link"
