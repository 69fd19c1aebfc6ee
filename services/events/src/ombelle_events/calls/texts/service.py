"""The use cases of texts: each opens one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.calls.domain import TEXTS, TextKey, TextKind
from ombelle_events.calls.errors import TextUnknown
from ombelle_events.calls.finding import call_actions, call_to, found_call
from ombelle_events.calls.starting import starting_texts
from ombelle_events.calls.tables import CallRow, TextTemplateRow
from ombelle_events.calls.texts.checking import refuse_unfillable
from ombelle_events.mailing import OwnWords, rendered
from ombelle_events.programme.tables import EditionRow
from ombelle_events.wording import PLACEHOLDERS, filled, filled_line, spoken


@dataclass(frozen=True, slots=True)
class Name:
    """Which text of a call is meant."""

    call_id: UUID
    kind: TextKind
    key: TextKey


class TextService:
    """Shows, previews and writes the texts of calls."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def texts(self, call_id: UUID) -> dict[str, Any]:
        """Return the texts of a call, in brief, mails before letters.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            rows = await session.scalars(select(TextTemplateRow).where(TextTemplateRow.call_id == call_id))
            written = {(row.kind, row.key): row for row in rows}
        names = [Name(call_id, kind, key) for kind, keys in TEXTS.items() for key in keys]
        items = [_text(name, written.get((name.kind, name.key))) for name in names]
        return {"items": items, "total": len(items), "allowed_actions": call_actions(call.publication)}

    async def text(self, name: Name) -> dict[str, Any]:
        """Return a text.

        Raises:
            CallUnknown, TextUnknown: there is no such call, or no such text.

        """
        _refuse_unknown(name)
        async with self._sessions() as session, session.begin():
            call = await found_call(session, name.call_id)
            return _shown(name, await _row(session, name), call)

    async def write(
        self, name: Name, subject: str, body: str, *, if_match: str | None, by: str
    ) -> dict[str, Any]:
        """Write a text.

        Raises:
            VersionNeeded: `if_match` is missing.
            TextInvalid: it could not be filled.
            CallUnknown, TextUnknown: there is no such call, or no such text.
            CallStateForbids: the call is archived.
            ChangedMeanwhile: the text has another version; the problem carries both.

        """
        _refuse_unknown(name)
        wanted = require_version(if_match)
        refuse_unfillable(subject, body)
        yours = {"subject": subject, "body": body}
        async with self._sessions() as session, session.begin():
            call = await call_to(session, name.call_id, "edit_texts")
            row = await _row(session, name)
            current = _shown(name, row, call)
            refuse_stale(wanted, current["version"], current=current, yours=yours)
            if yours == {part: current[part] for part in yours}:
                return current
            if row is None:
                row = TextTemplateRow(call_id=name.call_id, kind=name.kind, key=name.key)
                session.add(row)
            row.subject, row.body, row.updated_by = subject, body, by
            row.version, row.updated_at = current["version"] + 1, datetime.now(UTC)
            await session.flush()
            shown = _shown(name, row, call)
            await record(
                session,
                actor=by,
                action="text_written",
                subject_kind="call",
                subject_id=str(name.call_id),
                values={
                    "kind": name.kind,
                    "key": name.key,
                    "before": {part: current[part] for part in yours},
                    "after": yours,
                },
            )
            return shown

    async def preview(self, name: Name, subject: str, body: str) -> dict[str, Any]:
        """Return a text, saved or not, as it would leave, with the values of an example.

        Raises:
            TextInvalid: it could not be filled.
            CallUnknown, TextUnknown: there is no such call, or no such text.

        """
        _refuse_unknown(name)
        refuse_unfillable(subject, body)
        async with self._sessions() as session, session.begin():
            call = await found_call(session, name.call_id)
            edition = await session.get_one(EditionRow, call.edition_id)
        values = self._example(call, edition)
        if name.kind == "mail":
            mail = rendered(name.key, "fr", values, OwnWords(subject, body))
            return {"subject": mail.subject, "text": mail.text, "html": mail.html}
        texts = spoken(values, "fr")
        return {"subject": filled_line(subject, texts), "text": filled(body, texts), "html": None}

    def _example(self, call: CallRow, edition: EditionRow) -> dict[str, Any]:
        own = {
            "call": call.title,
            "edition": edition.year,
            "theme": edition.theme,
            "contact": call.contact_email,
            "link": f"{self._public_url}/espace",
            "decided_on": call.closes_at + timedelta(days=45),
            "due_on": call.closes_at,
        }
        return {**_EXAMPLE, **own}


_EXAMPLE: Final[Mapping[str, Any]] = {
    "title": "Le ciel au bout des doigts",
    "number": 12,
    "organisation": "Médiathèque du Beffroi",
    "recipient": "Camille Martin",
    "amount": 120_000,
    "motivation": "Le comité a apprécié la place laissée à l'expérimentation.",
    "rank": 3,
    "message": "Pouvez-vous préciser qui animera les ateliers du samedi ?",
    "fields": ["Description détaillée", "Séances"],
    "count": 3,
    "reason": "La salle n'est plus disponible.",
    "change": "Samedi 2 octobre 2027 de 10 h à 12 h, au lieu de 14 h à 16 h",
    "event": "Atelier planètes",
}


def _refuse_unknown(name: Name) -> None:
    if name.key not in TEXTS[name.kind]:
        raise TextUnknown("Aucune lettre n'est de ce nom : seules les décisions sont dites par lettre.")


async def _row(session: AsyncSession, name: Name) -> TextTemplateRow | None:
    return await session.get(TextTemplateRow, (name.call_id, name.kind, name.key))


def _text(name: Name, row: TextTemplateRow | None) -> dict[str, Any]:
    """Return a text; what no row holds is as it is shipped."""
    shipped = starting_texts()[name.kind, name.key]
    words = {part: getattr(row, part) for part in ("subject", "body")} if row else dict(shipped)
    return {
        "kind": name.kind,
        "key": name.key,
        **words,
        "is_shipped": words == shipped,
        "version": row.version if row else 0,
        "updated_at": row.updated_at if row else None,
    }


def _shown(name: Name, row: TextTemplateRow | None, call: CallRow) -> dict[str, Any]:
    return {
        **_text(name, row),
        "placeholders": [{"name": one, "label": label} for one, label in PLACEHOLDERS.items()],
        "allowed_actions": call_actions(call.publication),
    }
