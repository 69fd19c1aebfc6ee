"""The adapter of OpenAgenda rows alone, for a handful of communes."""

from typing import Any
from zoneinfo import ZoneInfo

from feed_rows import AGENDA, PLACE, row
from ombelle_events.feed.adapters.openagenda_v2 import OpenAgendaV2
from ombelle_events.feed.communes import Commune, CommuneIndex
from ombelle_events.feed.domain import SourceEvent

PARIS = ZoneInfo("Europe/Paris")

COMMUNES = CommuneIndex(
    [
        Commune("80021", "Amiens", "80", ("80000", "80080", "80090"), (), 49.894, 2.302, True),
        Commune("59350", "Lille", "59", ("59000", "59800"), ("59298", "59355"), 50.633, 3.0586, True),
        Commune("59615", "Vieux-Berquin", "59", ("59232",), (), 50.6944, 2.6430, True),
        Commune("59232", "La Flamengrie", "59", ("59570",), (), 50.28, 3.76, True),
        Commune("02691", "Saint-Quentin", "02", ("02100",), (), 49.846, 3.287, True),
        Commune("02121", "Brie", "02", ("02870",), (), 49.60, 3.50, True),
        Commune("80138", "Brie", "80", ("80200",), (), 49.87, 2.93, True),
        Commune("80620", "Péronne", "80", ("80200",), (), 49.93, 2.93, True),
    ],
    [("02", "Aisne"), ("59", "Nord"), ("60", "Oise"), ("62", "Pas-de-Calais"), ("80", "Somme")],
)
TERRITORY = frozenset({"02", "59", "60", "62", "80"})


def read(raw: dict[str, Any], *, territory: frozenset[str] | None = TERRITORY, url: str = "") -> SourceEvent:
    adapter = OpenAgendaV2(AGENDA, COMMUNES, territory, None, url)
    staged = adapter.stage(raw)
    return adapter.read(staged.raw, staged.updated_at)


def digest(raw: dict[str, Any]) -> bytes:
    return OpenAgendaV2(AGENDA, COMMUNES, TERRITORY).stage(raw).digest


def place(**changes: Any) -> dict[str, Any]:
    return row(location={k: v for k, v in {**PLACE, **changes}.items() if v is not ...})


def slots(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"begin": begin, "end": end} for begin, end in pairs]


def hours(raw: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (s.starts_at.astimezone(PARIS).isoformat(), s.ends_at.astimezone(PARIS).isoformat())
        for s in read(raw).sessions
    ]
