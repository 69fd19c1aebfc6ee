"""A record of a past edition to a `SourceEvent`, or the reason why not."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import orjson

from ombelle_events.feed.adapters import texts
from ombelle_events.feed.adapters.additional import is_personal, price_of
from ombelle_events.feed.adapters.contacts import read_registration
from ombelle_events.feed.adapters.hypertext import is_html, to_markdown
from ombelle_events.feed.adapters.openagenda_v2 import (
    StagedRow,
    event_slug,
    external_id,
    own_event,
    read_mode,
    read_status,
    staged_anyhow,
)
from ombelle_events.feed.adapters.opendatasoft import layouts, meanings
from ombelle_events.feed.adapters.opendatasoft.places import read_archived_place
from ombelle_events.feed.adapters.opendatasoft.records import (
    Record,
    Said,
    decoded,
    parse,
    plain,
    sort,
    unwrap,
)
from ombelle_events.feed.adapters.opendatasoft.slots import ZONE, read_sessions
from ombelle_events.feed.adapters.timings import instant
from ombelle_events.feed.adapters.values import read_accessibility, read_age, read_image, read_keywords
from ombelle_events.feed.communes import CommuneIndex
from ombelle_events.feed.domain import RowRejected, SourceEvent

MAPPING_VERSION: Final = 1
"""Raise it when the same record gives another event: every record is then read again."""

_OPENAGENDA_PAGE = re.compile(r"/events/([a-z0-9-]+)/?(?:[?#].*)?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATASET_YEAR = re.compile(r"-((?:19|20)?\d\d)$")
_DATED: Final = ("slots", "timings", "first_begin", "days", "begin")
_LATEST: Final = 9999
_RANGE = re.compile(r"\s*(\d{0,3})\s*-\s*(\d{0,3})\s*")
_REGISTRATIONS: Final = (
    "registration", "public_link", "public_email", "public_phone", "schools_link", "schools_email", "schools_phone",
)  # fmt: skip
# Columns that fill a field of ours by their sense, whose own words are kept beside it.
_KEPT: Final = (
    "activity_type",
    "theme",
    "audience",
    "accessibility",
    "related",
    "count",
    "conditions_schools",
)


class Opendatasoft:
    """Reads the records of one archive for one feed; their ids are OpenAgenda's."""

    def __init__(
        self,
        dataset: Mapping[str, Any],
        communes: CommuneIndex,
        departments: frozenset[str] | None = None,
        edition: int | None = None,
        public_url: str = "",
    ) -> None:
        """Prepare a run.

        Args:
            dataset: what the site says of the data set (`dataset_id`, `metas`); empty for a file.
            communes: the communes of the territory.
            departments: codes outside which records are refused; `None` refuses none.
            edition: the year whose columns the records have; else that of each record.
            public_url: our own address: a record whose page begins with it is an event of ours.

        """
        self._communes = communes
        self._departments = departments
        self._edition = edition
        self._own_pages = f"{public_url.rstrip('/')}/agenda/" if public_url else None
        self._dataset = str(dataset.get("dataset_id") or "")
        self._report = meanings.Report(Counter(), {})
        territory = ",".join(sorted(departments)) if departments is not None else "none"
        self.salt = f"ods {MAPPING_VERSION}|{layouts.digest()}|{self._dataset}|{territory}|{edition}"
        self._seed = hashlib.sha256(self.salt.encode())

    def report(self) -> dict[str, Any] | None:
        """What the records staged so far held that nobody told us of."""
        return self._report.as_dict()

    def stage(self, row: Any) -> StagedRow:
        """Key and digest of a raw record, what concerns persons taken out.

        Never fails: a record without a usable id is keyed by its content, for the quarantine.
        """
        record = unwrap(row)
        if record is None:
            return staged_anyhow(row, self._digest)
        try:
            layout = self._layout(record)
            said = sort(record.fields, layout)
            self._report.count(said)
            updated_at = _moment(said["updated_at"])
            _scrub(row, record, said, layout)
            raw = orjson.dumps(row, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
        except (TypeError, ValueError, RecursionError, orjson.JSONEncodeError):
            return staged_anyhow(row, self._digest)
        digest = self._digest(raw)
        uid = external_id(said["uid"])
        if uid is None:
            return StagedRow(f"row-{digest.hex()[:24]}", digest, updated_at, False, None, raw)
        return StagedRow(uid, digest, updated_at, not meanings.is_published(said), None, raw)

    def read(self, raw: str | bytes, updated_at: datetime | None = None) -> SourceEvent:
        """Read a staged record.

        Raises:
            RowRejected: what is wrong, and where.

        """
        record = parse(raw)
        layout = self._layout(record)
        said = sort(record.fields, layout)
        uid = external_id(said["uid"])
        if uid is None:
            raise RowRejected(
                "l'identifiant manque ou n'est pas un nombre", said.pointer("uid") or "/identifiant"
            )
        title = said.text("title", 300)
        if title is None:
            raise RowRejected("le titre manque", said.pointer("title") or "/titre_fr")
        sessions, notes = read_sessions(said)
        place, mode, place_notes = read_archived_place(
            said, record.geometry, self._communes, self._departments, _mode
        )
        audience, levels = meanings.audience(said)
        age_min, age_max = _ages(said)
        conditions, free = _conditions(said)
        page = texts.url(said.text("source_url", 2000))
        local_id, local_slug = own_event(None, page, self._own_pages)
        return SourceEvent(
            external_id=uid,
            slug=event_slug(_slug(said, page), title),
            title=title,
            description=said.text("description", 500),
            long_description=_long_description(said),
            attendance_mode=mode,
            status=_status(said),
            sessions=sessions,
            timezone=ZONE.key,
            updated_at=updated_at,
            activity_type=meanings.one_code("activity_type", said),
            theme=meanings.one_code("theme", said),
            audience=audience,
            school_levels=levels,
            age_min=age_min,
            age_max=age_max,
            accessibility=meanings.needs(said) or read_accessibility(decoded(said["accessibility_flags"])),
            free=free,
            conditions=conditions,
            registration=_registration(said),
            keywords=read_keywords(decoded(said["keywords"])),
            holder=said.text("holder", 300),
            online_access_url=texts.url(said.text("online_access_url", 2000)),
            image=read_image(
                {"image": said.text("image", 2000), "imageCredits": said.text("image_credits", 300)}
            ),
            source_name=said.text("source_name", 200) or layout.name,
            source_url=page,
            additional=_additional(said),
            place=place,
            local_id=local_id,
            local_slug=local_slug,
            notes=(*notes, *place_notes, *_notes(said)),
        )

    def _digest(self, raw: bytes) -> bytes:
        digest = self._seed.copy()
        digest.update(raw)
        return digest.digest()[:16]

    def _layout(self, record: Record) -> layouts.Layout:
        shape = layouts.shape_of(record.fields)
        if self._edition is not None:
            return layouts.layout(shape, self._edition)
        said = _DATASET_YEAR.search(record.dataset or self._dataset)
        if said is not None:
            return layouts.layout(shape, int(said[1]) % 2000 + 2000 if len(said[1]) == 2 else int(said[1]))
        latest = sort(record.fields, layouts.layout(shape, _LATEST))
        dated = (_YEAR.search(str(latest[target])) for target in _DATED if latest[target])
        found = next((year for year in dated if year), None)
        return layouts.layout(shape, int(found[0]) if found else _LATEST)


def _scrub(row: dict[str, Any], record: Record, said: Said, layout: layouts.Layout) -> None:
    """Take out what concerns a person, and what the site changes without the event having changed."""
    gone = {c for c in record.fields if layout.role(c) in (layouts.PERSONAL, "updated_at")}
    gone |= {c for c in said.strangers if is_personal(c)}
    for column in gone:
        del record.fields[column]
    if record.fields is not row:
        for key in ("recordid", "record_timestamp", "links"):
            row.pop(key, None)


def _moment(value: Any) -> datetime | None:
    moment = instant(value, ZONE)
    return moment.astimezone(UTC) if moment else None


def _long_description(said: Said) -> str | None:
    """Markdown, whether it was written so or in HTML, in the column for the one or for the other."""
    text = said.markup("long_markdown") or said.markup("long_html")
    if text is None:
        return None
    return texts.markdown(to_markdown(text) if is_html(text) else text)


def _status(said: Said) -> str:
    stated = read_status(decoded(said["event_status"]))
    return stated if stated != "scheduled" else meanings.cancellation(said)


def _mode(said: Said, *, has_place: bool) -> str:
    flat = {
        "attendanceMode": decoded(said["event_mode"]),
        "onlineAccessLink": said.text("online_access_url", 2000),
    }
    return meanings.one_code("attendance_mode", said) or read_mode(flat, has_place=has_place)


def _ages(said: Said) -> tuple[int | None, int | None]:
    low, high = said["age_min"], said["age_max"]
    found = _RANGE.fullmatch(str(said["age_range"] or ""))
    if low is None and high is None and found is not None:
        low, high = found[1] or None, found[2] or None
    return read_age({"min": low, "max": high})


def _conditions(said: Said) -> tuple[str | None, bool | None]:
    """The conditions in one line, those for classes after the others, and whether it is free for the public."""
    public, schools = said.text("conditions", 500), said.text("conditions_schools", 500)
    price = price_of(public or schools)
    if public is None or schools is None or public == schools:
        return public or schools, price
    return texts.shortened(f"{public} — Scolaires : {schools}", 500), price


def _registration(said: Said) -> tuple[Mapping[str, str], ...]:
    ways = [way for target in _REGISTRATIONS for way in read_registration(decoded(said[target]))]
    return tuple({(way["type"], way["value"]): way for way in ways}.values())[:20]


def _slug(said: Said, page: str | None) -> str | None:
    found = _OPENAGENDA_PAGE.search(page or "")
    return said.text("slug", 120) or (found[1] if found else None)


def _additional(said: Said) -> dict[str, Any]:
    """What has no field of its own here, by the name of its column."""
    values = dict(said.kept)
    values |= {said.sources[target]: said[target] for target in _KEPT if target in said.sources}
    values |= {column: value for column, value in said.strangers.items() if not is_personal(column)}
    found = {column: plain(value) for column, value in values.items()}
    if "count" in said.sources:
        column = said.sources["count"]
        found[column] = [
            int(n) if isinstance(n, str) and re.fullmatch(r"[0-9]{1,9}", n) else n for n in found[column]
        ]
    if "related" in said.sources:
        column = said.sources["related"]
        found[column] = [uid for text in found[column] for uid in re.split(r"[\s,]+", str(text)) if uid]
    return {column[:200]: value for column, value in sorted(found.items()) if value}


def _notes(said: Said) -> tuple[str, ...]:
    notes = [
        f"libellé(s) inconnu(s) de « {column} » : {', '.join(unknown[:10])}"
        for column, unknown in meanings.unknown_labels(said).items()
    ]
    if said.strangers:
        notes.append(f"colonne(s) inconnue(s) : {', '.join(sorted(said.strangers)[:10])[:500]}")
    return tuple(notes)
