from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Text, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Uuid

from ombelle_events.applications.searching import columns_of, texts_of
from ombelle_events.applications.seeing import DEADLINES
from ombelle_events.applications.tables import ApplicationRow
from ombelle_events.applications.viewer import VIEWER_BINDS, VIEWER_COLUMNS, Asker, visible_to
from ombelle_events.calls.tables import CallRow
from ombelle_events.forms.definition import Definition

_TAKE_TURNS: Final = text("SELECT pg_advisory_xact_lock(hashtextextended(CAST(:call_id AS text), 8))")
_NAME: Final = text(
    "SELECT name FROM organisation_copy WHERE organisation_id = :id AND name IS NOT NULL AND merged_into IS NULL FOR SHARE"
)

# What the asker may read decides by which words a dossier is found: A its title, B what every reader may see, C what
# names somebody, D the budget. Of a draft, who does not write in it reads the title alone.
_FOUND: Final = """
(CAST(:q AS text) IS NULL
  OR ((v.is_party OR v.is_coordination OR NOT l.is_anonymous) AND strpos(fold(coalesce(o.name, '')), fold(:q)) > 0)
  OR ((v.is_party OR v.is_coordination OR v.is_reviewer) AND ts_filter(a.search, CASE
      WHEN v.is_editor THEN '{a,b,c,d}'
      WHEN v.is_party THEN '{a,b,c}'
      WHEN a.submitted_at IS NULL THEN '{a}'
      WHEN v.is_coordination THEN '{a,b,c,d}'
      WHEN l.is_anonymous THEN '{a,b,d}'
      ELSE '{a,b,c,d}' END::"char"[]) @@ dossier_query(:q))
  OR a.number::text = btrim(:q))
"""
_FROM: Final = f"""
FROM application a
JOIN call l ON l.id = a.call_id
JOIN edition e ON e.id = l.edition_id
LEFT JOIN access_code k ON k.id = a.access_code_id
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
{visible_to("a", invited=True)}
WHERE (CAST(:call AS uuid) IS NULL OR a.call_id = :call)
  AND (CAST(:decision AS text) IS NULL OR a.decision = :decision)
  AND (CAST(:organisation AS uuid) IS NULL OR (
    (v.is_party OR v.is_invited OR v.is_coordination OR NOT l.is_anonymous) AND a.organisation_id = :organisation))
  AND (CAST(:theme AS text) IS NULL OR a.theme = :theme)
  AND (CAST(:department AS text) IS NULL OR a.department = :department)
  AND (CAST(:assigned_to AS uuid) IS NULL OR (
    (v.is_coordination AND NOT v.has_conflict OR :assigned_to = :viewer_account) AND EXISTS (
      SELECT FROM reviewing r WHERE r.application_id = a.id AND r.account_id = :assigned_to)))
  AND (NOT :mine OR v.is_party OR v.is_invited)
  AND (:discarded OR a.status <> 'discarded')
  AND {_FOUND}
"""
_PAGE: Final = text(f"""
WITH found AS MATERIALIZED (SELECT a.id, a.status, a.decision {_FROM}),
counts AS (
  SELECT count(*) FILTER (WHERE cardinality(CAST(:statuses AS text[])) = 0 OR status = ANY (:statuses)) AS total,
    (SELECT coalesce(jsonb_object_agg(status, n), '{{}}') FROM (
      SELECT status, count(*) AS n FROM found GROUP BY status) AS by) AS by_status,
    (SELECT coalesce(jsonb_object_agg(decision, n), '{{}}') FROM (
      SELECT decision, count(*) AS n FROM found WHERE decision IS NOT NULL GROUP BY decision) AS by) AS by_decision
  FROM found
), page AS (
  SELECT found.id FROM found
  WHERE (CAST(:before AS uuid) IS NULL OR found.id < :before)
    AND (cardinality(CAST(:statuses AS text[])) = 0 OR found.status = ANY (:statuses))
  ORDER BY found.id DESC LIMIT :count
)
SELECT counts.*, {VIEWER_COLUMNS}, {DEADLINES}, l.is_anonymous, l.title AS call_title, e.year,
  o.name AS organisation_name, c.name AS commune_name,
  a.id, a.call_id, a.number, a.organisation_id, a.status, a.decision, a.returns_to, a.title, a.title_is_identifying,
  a.theme, a.commune_insee, a.department, a.submitted_at, a.updated_at, a.version, a.amount_granted_cents
FROM counts LEFT JOIN (
  page JOIN application a ON a.id = page.id
  JOIN call l ON l.id = a.call_id
  JOIN edition e ON e.id = l.edition_id
  LEFT JOIN access_code k ON k.id = a.access_code_id
  LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
  LEFT JOIN commune c ON c.insee = a.commune_insee
  {visible_to("a", invited=True)}
) ON true
ORDER BY a.id DESC
""").bindparams(  # noqa: S608 (fragments of ours)
    *VIEWER_BINDS,
    bindparam("statuses", type_=ARRAY(Text)),
    *(bindparam(name, type_=Uuid) for name in ("call", "organisation", "assigned_to", "before")),
)
_RENEWAL: Final = text("""
SELECT id FROM application WHERE renewed_from_id = :source AND call_id = :call_id
  AND status NOT IN ('discarded', 'withdrawn')
""")
_COPY_PARTIES: Final = text("""
INSERT INTO application_party (application_id, role, organisation_id, name, may_edit, invited_by)
SELECT :renewed, p.role, p.organisation_id, p.name, p.may_edit, :actor
FROM application_party p WHERE p.application_id = :source AND p.role <> 'lead' AND p.refused_at IS NULL
ON CONFLICT DO NOTHING
""")


@dataclass(frozen=True, slots=True)
class ApplicationFilter:
    """Which applications are listed: at most `count`, begun before the one of id `before`."""

    before: UUID | None
    count: int
    statuses: Sequence[str] = field(default=())
    call: UUID | None = None
    decision: str | None = None
    organisation: UUID | None = None
    theme: str | None = None
    department: str | None = None
    assigned_to: UUID | None = None
    mine: bool = False
    q: str | None = None

    def values(self) -> dict[str, Any]:
        """Return what the statement is bound with."""
        own = {name: getattr(self, name) for name in self.__slots__}
        return own | {"statuses": list(self.statuses), "discarded": "discarded" in self.statuses}


class ApplicationStore:
    """Applications in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(self, wanted: ApplicationFilter, asker: Asker) -> list[dict[str, Any]]:
        """Return those of the wanted applications that the asker may know of, the last begun first.

        Each row holds the counts too (`total`, `by_status`, `by_decision`); without any there is one row whose `id` is
        null.
        """
        rows = await self._session.execute(_PAGE, {**wanted.values(), **asker.values()})
        return [dict(row) for row in rows.mappings()]

    async def call(self, call_id: UUID) -> CallRow | None:
        """Return a call that is published, or was."""
        return await self._session.scalar(
            select(CallRow).where(CallRow.id == call_id, CallRow.publication != "draft")
        )

    async def organisation_name(self, organisation_id: UUID) -> str | None:
        """Return the name of an organisation of the directory that was not merged; it stays so until the end."""
        name: str | None = await self._session.scalar(_NAME, {"id": organisation_id})
        return name

    async def begin(self, values: Mapping[str, Any]) -> ApplicationRow:
        """Write a new draft under the next number of its call: whoever begins another one there waits."""
        await self._session.execute(_TAKE_TURNS, {"call_id": str(values["call_id"])})
        last = await self._session.scalar(
            select(func.max(ApplicationRow.number)).where(ApplicationRow.call_id == values["call_id"])
        )
        application = ApplicationRow(**values, number=(last or 0) + 1)
        self._session.add(application)
        await self._session.flush()
        await self._session.refresh(application)
        return application

    async def write_answers(
        self, application: ApplicationRow, definition: Definition, answers: Mapping[str, Any]
    ) -> None:
        """Write answers with what lists and searches read from them.

        A draft, which is saved every few seconds and read by its holder alone, is found by its title; sending it
        `index`es the rest.
        """
        title = application.title
        application.answers = dict(answers)
        for name, value in columns_of(definition, answers).items():
            setattr(application, name, value)
        if application.status != "draft":
            index(application, definition, answers)
        elif application.title != title:
            named = definition.of_purpose("title")
            index(application, definition, {named.id: application.title} if named else {})
        await self._session.flush()

    async def renewal_of(self, source: UUID, call_id: UUID) -> UUID | None:
        """Return the application by which one was renewed in a call."""
        found: UUID | None = await self._session.scalar(_RENEWAL, {"source": source, "call_id": call_id})
        return found

    async def copy_parties(self, source: UUID, renewed: UUID, actor: str) -> None:
        """Ask those who took part in an application to take part in another one."""
        await self._session.execute(_COPY_PARTIES, {"source": source, "renewed": renewed, "actor": actor})


def index(application: ApplicationRow, definition: Definition, answers: Mapping[str, Any]) -> None:
    """Have an application found by the words of these answers, from the next flush on."""
    texts = texts_of(definition, answers)
    application.search = func.dossier_texts(texts.title, texts.plain, texts.identifying, texts.budget)
