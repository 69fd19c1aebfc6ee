"""Whom correspondence is told to: the dossier's contact by mail and its organisation's programs, or the coordination."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.checking import current_form
from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.seeing import Seen
from ombelle_events.forms.purposes import purpose_values
from ombelle_events.mailing import OwnWords, ask_for_mail

# What the team wrote for this mail instead of ours, if it did.
_OWN: Final = text(
    "SELECT subject, body FROM text_template WHERE call_id = :call AND kind = 'mail' AND key = :key"
)


async def write_to_holder(
    session: AsyncSession, seen: Seen, key: str, values: Mapping[str, Any], *, public_url: str
) -> None:
    """Have a mail sent to whom the dossier names as its contact; to nobody when it names none."""
    definition = await definition_of(session, current_form(seen))
    purposes = purpose_values(definition, seen.application.answers)
    to = purposes.get("contact_email")
    if to:
        more = {**values, "recipient": purposes.get("contact_name")}
        await _write(session, seen, str(to), key, more, public_url)


async def write_to_coordination(
    session: AsyncSession, seen: Seen, key: str, values: Mapping[str, Any], *, public_url: str
) -> None:
    """Have a mail sent to the address that the call gives; to nobody when it gives none."""
    to = seen.facts["contact_email"]
    if to:
        await _write(session, seen, str(to), key, values, public_url)


async def _write(
    session: AsyncSession, seen: Seen, to: str, key: str, values: Mapping[str, Any], public_url: str
) -> None:
    application, facts = seen.application, seen.facts
    own = (await session.execute(_OWN, {"call": application.call_id, "key": key})).one_or_none()
    told = {
        "title": application.title or f"Dossier n° {application.number}",
        "number": application.number,
        "organisation": facts["organisation_name"],
        "call": facts["call_title"],
        "edition": facts["year"],
        "contact": facts["contact_email"],
        "link": f"{public_url}/espace/dossiers/{application.id}",
        **values,
    }
    await ask_for_mail(
        session,
        to,
        key,
        told,
        about=("application", str(application.id)),
        own=None if own is None else OwnWords(own.subject, own.body),
    )
