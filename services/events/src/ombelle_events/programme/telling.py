"""Whom a change of the programme concerns, and how they are told: by mail, and by their organisations' webhooks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.mailing import Mail, OwnWords, ask_for_mails, rendered
from ombelle_events.notices import notify

# The contact that the project's holder named, the coordination's address of the call, and every organisation that
# accepted to take part; with what the team wrote for this mail, if it did.
_AUDIENCE: Final = text("""
SELECT p.id, p.title, p.organisation_id, p.contact_name, p.contact_email, a.number, c.title AS call, c.contact_email AS
  call_email, n.year, n.theme, o.name AS organisation, t.subject, t.body,
  ARRAY(SELECT y.organisation_id FROM application_party y WHERE y.application_id = a.id AND y.role <> 'lead'
    AND y.accepted_at IS NOT NULL ORDER BY y.organisation_id) AS parties
FROM project p JOIN application a ON a.id = p.application_id JOIN call c ON c.id = a.call_id
JOIN edition n ON n.id = p.edition_id
LEFT JOIN organisation_copy o ON o.organisation_id = p.organisation_id
LEFT JOIN text_template t ON t.call_id = c.id AND t.kind = 'mail' AND t.key = :key
WHERE p.id = ANY (:projects) ORDER BY p.id
""").bindparams(bindparam("projects", type_=ARRAY(Uuid)))


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a change of a project concerns. `values` are the placeholders that all its mails know."""

    project_id: UUID
    organisation_id: UUID
    contact_email: str | None
    call_email: str | None
    parties: tuple[UUID, ...]
    values: Mapping[str, Any]
    own: OwnWords | None

    def mail(self, to: str, key: str, about: tuple[str, str], more: Mapping[str, Any]) -> Mail:
        """Return a mail to one of them as it would leave."""
        return Mail(to, "fr", key, about, rendered(key, "fr", {**self.values, **more}, self.own))


async def audiences(session: AsyncSession, projects: list[UUID], key: str) -> list[Audience]:
    """Return whom changes of these projects concern, for the mail of this key; one statement for all."""
    found = await session.execute(_AUDIENCE, {"projects": projects, "key": key})
    return [
        Audience(
            project_id=row.id,
            organisation_id=row.organisation_id,
            contact_email=row.contact_email,
            call_email=row.call_email,
            parties=tuple(row.parties),
            values={
                "title": row.title,
                "number": row.number,
                "organisation": row.organisation,
                "recipient": row.contact_name,
                "call": row.call,
                "edition": row.year,
                "theme": row.theme,
                "contact": row.call_email,
            },
            own=None if row.subject is None else OwnWords(row.subject, row.body),
        )
        for row in found
    ]


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened to an event: the mail's key and what it says, and the webhook's event and data."""

    key: str
    webhook: str
    about: tuple[str, UUID]
    values: Mapping[str, Any]
    data: Mapping[str, Any]


async def tell(
    session: AsyncSession,
    news: News,
    *,
    project_id: UUID | None,
    organisation_id: UUID | None,
    by_coordination: bool,
) -> int:
    """Tell those whom it concerns, in the transaction that makes it happen, and return how many mails leave.

    The coordination writes to the project's contact; what a holder does is told to the coordination, and to the other
    side as well where the event is not the project's own organisation's. Programs hear by their webhooks.
    """
    found = await audiences(session, [project_id], news.key) if project_id else []
    audience = found[0] if found else None
    kind, identifier = news.about
    mails = []
    if audience is not None:
        wanted = [audience.contact_email] if by_coordination else [audience.call_email]
        if not by_coordination and organisation_id != audience.organisation_id:
            wanted.append(audience.contact_email)
        mails = [
            audience.mail(to, news.key, (kind, str(identifier)), news.values)
            for to in dict.fromkeys(wanted)
            if to
        ]
    await ask_for_mails(session, mails)
    concerned = dict.fromkeys(
        [
            *([organisation_id] if organisation_id else []),
            *((audience.organisation_id, *audience.parties) if audience else ()),
        ]
    )
    for organisation in concerned:
        await notify(session, organisation, news.webhook, (kind, identifier), news.data)
    return len(mails)
