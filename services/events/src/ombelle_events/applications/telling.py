"""Organisations that an application offers something to are written to: whoever administers them."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.seeing import Seen
from ombelle_events.mailing import ask_for_mail


async def write_to_organisation(
    session: AsyncSession, seen: Seen, organisation_id: UUID, key: str, *, public_url: str
) -> None:
    """Have a mail sent to those who administer an organisation, about what this application offers it."""
    application, facts = seen.application, seen.facts
    await ask_for_mail(
        session,
        organisation_id,
        key,
        {
            "title": application.title or f"Dossier n° {application.number}",
            "number": application.number,
            "organisation": facts["organisation_name"],
            "call": facts["call_title"],
            "edition": facts["year"],
            "contact": facts["contact_email"],
            "link": f"{public_url}/espace/dossiers/{application.id}",
        },
        about=("application", str(application.id)),
    )
