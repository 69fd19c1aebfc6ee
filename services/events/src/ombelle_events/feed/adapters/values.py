"""Small values of a row, each with its own ways of being missing or wrong."""

from collections.abc import Mapping
from typing import Any, Final

from ombelle_events.feed.adapters import texts

_IMAGE_BASE: Final = "https://cdn.openagenda.com/main/"
_FLAGS: Final = {
    "hi": "hearing",
    "vi": "visual",
    "pi": "psychic",
    "mi": "motor",
    "ii": "intellectual",
    "mei": "intellectual",
}


def read_age(raw: Any) -> tuple[int | None, int | None]:
    """Ages in years, both included; 0 and 119 or more are no limit; swapped ones are put right."""
    if not isinstance(raw, dict):
        return None, None
    low, high = _years(raw.get("min")), _years(raw.get("max"))
    if low is not None and high is not None and low > high:
        low, high = high, low
    return (low if low and low < 119 else None), (high if high is not None and high < 119 else None)


def read_accessibility(raw: Any) -> tuple[str, ...] | None:
    """What the place was made fit for; `None` when nobody said anything at all."""
    if isinstance(raw, list):
        found = {_FLAGS[flag] for flag in raw if isinstance(flag, str) and flag in _FLAGS}
        return tuple(c for c in dict.fromkeys(_FLAGS.values()) if c in found) if found else None
    if not isinstance(raw, dict) or not any(isinstance(raw.get(flag), bool | int) for flag in _FLAGS):
        return None
    found = {code for flag, code in _FLAGS.items() if raw.get(flag) in (True, 1)}
    return tuple(c for c in dict.fromkeys(_FLAGS.values()) if c in found)


def read_keywords(raw: Any) -> tuple[str, ...]:
    """Keywords, once each; `{fr: […]}`, a list, or one text with commas."""
    value = texts.in_french(raw)
    words = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return texts.unique((texts.line(w, 80) for w in words if isinstance(w, str)), 40)


def read_image(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """The picture's address, credits, words and size; `None` when there is no file behind it."""
    raw = row.get("image")
    if isinstance(raw, str):
        raw = {"filename": raw}
    if not isinstance(raw, dict) or not isinstance(raw.get("filename"), str) or not raw["filename"].strip():
        return None
    name = raw["filename"].strip()
    base = raw.get("base") if isinstance(raw.get("base"), str) and raw.get("base") else _IMAGE_BASE
    address = texts.url(name if "://" in name or name.startswith("//") else f"{base}{name}")
    if address is None:
        return None
    credit = texts.line(texts.in_french(row.get("imageCredits")), 300)
    size = raw["size"] if isinstance(raw.get("size"), dict) else {}
    return {
        "url": address,
        "credits": credit or texts.line(texts.in_french(raw.get("credits")), 300),
        "alt": texts.line(texts.in_french(raw.get("alt")), 300),
        "width": _pixels(size.get("width")),
        "height": _pixels(size.get("height")),
    }


def _pixels(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 100_000 else None


def _years(value: Any) -> int | None:
    if isinstance(value, str) and value.strip().isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value <= 200 else None
