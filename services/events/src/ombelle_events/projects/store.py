"""Projects in the database. `open_project` is called in the transaction that labels."""

from collections.abc import Collection
from typing import Final, Protocol
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

# Whom to write to is what the holder answered in the form that they filled in.
_OPEN: Final = text("""
INSERT INTO project (application_id, edition_id, organisation_id, title, amount_granted_cents, contact_name,
  contact_email)
SELECT a.id, c.edition_id, a.organisation_id,
  left(coalesce(nullif(btrim(a.title), ''), 'Projet n° ' || a.number), 300), a.amount_granted_cents,
  a.answers ->> (jsonb_path_query_first(f.definition,
    '$.sections[*].fields[*] ? (@.purpose == "contact_name").id') #>> '{}'),
  a.answers ->> (jsonb_path_query_first(f.definition,
    '$.sections[*].fields[*] ? (@.purpose == "contact_email").id') #>> '{}')
FROM application a JOIN call c ON c.id = a.call_id JOIN form_version f ON f.id = a.form_version_id
WHERE a.id = ANY (:ids) AND a.decision = 'labelled'
ORDER BY a.id
ON CONFLICT (application_id) DO NOTHING
RETURNING id, application_id
""").bindparams(bindparam("ids", type_=ARRAY(Uuid)))


class Labelled(Protocol):
    """An application that was labelled."""

    id: UUID


async def open_projects(session: AsyncSession, applications: Collection[Labelled]) -> dict[UUID, UUID]:
    """Open a project for each labelled application that has none, and return those opened, by application.

    Call it in the transaction that writes the decisions, after them. However many they are, it is one statement.
    """
    if not applications:
        return {}
    await session.flush()
    opened = await session.execute(_OPEN, {"ids": [application.id for application in applications]})
    return {application_id: project_id for project_id, application_id in opened}


async def open_project(session: AsyncSession, application: Labelled) -> UUID | None:
    """Open the project of a labelled application, and return its id; `None` when it has one already."""
    return (await open_projects(session, [application])).get(application.id)
