"""`/audit/SERVICE`: the log and its verification, for an administrator."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field
from sqlalchemy import text

from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.audit.log import verify
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, number_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.texts import STORABLE

_LIST: Final = text("""
SELECT e.seq, e.at, v.actor, e.action, e.subject_kind, v.subject_id, v."values"
FROM audit_entry e LEFT JOIN audit_value v USING (seq)
WHERE (CAST(:after AS bigint) IS NULL OR e.seq < :after)
  AND (CAST(:actor AS text) IS NULL OR v.actor = :actor)
  AND (CAST(:subject AS text) IS NULL OR v.subject_id = :subject)
  AND (CAST(:subject_kind AS text) IS NULL OR e.subject_kind = :subject_kind)
  AND (CAST(:action AS text) IS NULL OR e.action = :action)
ORDER BY e.seq DESC LIMIT :limit
""")
_COUNT: Final = text("SELECT seq FROM audit_head")

Word = Annotated[str, Field(max_length=200, pattern=STORABLE)]


class AuditQuery(ListQuery):
    """Which entries are asked."""

    actor: Word | None = Field(default=None, description="An account's id, or `token:` and a token's.")
    subject: Word | None = Field(default=None, description="The id of what it was done to.")
    subject_kind: Word | None = None
    action: Word | None = None


class AuditEntry(BaseModel):
    """Who did what. What named somebody who was erased is null."""

    seq: int
    at: datetime
    actor: str | None
    action: str
    subject_kind: str
    subject_id: str | None
    values: dict[str, Any] | None


class AuditEntries(BaseModel):
    """A page of the log, newest first; `next` is null on the last one."""

    items: list[AuditEntry]
    next: str | None


class AuditFault(BaseModel):
    """Where the chain does not hold."""

    seq: int
    fault: str = Field(
        description="entry_missing, chain_broken, entry_changed, value_changed, value_missing or tail_missing."
    )


class AuditVerification(BaseModel):
    """Whether the chain holds, over how many entries, and the first hundred places where it does not."""

    holds: bool
    entries: int
    faults: list[AuditFault]


def audit_router(service: str, require_administrator: Callable[..., Any]) -> APIRouter:
    """Return the two routes, for an application whose `state.context` has `sessions`.

    `require_administrator` is the service's own dependency: it refuses everybody else.
    """
    router = APIRouter(
        prefix=f"/api/v1/audit/{service}", tags=["audit"], dependencies=[Depends(require_administrator)]
    )
    refusals = responses_for(Unauthenticated, Forbidden)

    @router.get(
        "",
        name=f"audit_of_{service}",
        summary=f"Who did what in the service {service}, newest first",
        responses=refusals,
        openapi_extra=SIGNED_IN,
    )
    async def audit(
        request: Request, response: Response, asked: Annotated[AuditQuery, Query()]
    ) -> AuditEntries:
        kind = f"audit/{service}"
        values = asked.model_dump() | {"after": number_after(asked.after, kind), "limit": asked.limit + 1}
        async with request.app.state.context.sessions() as session, session.begin():
            rows = (await session.execute(_LIST, values)).mappings().all()
        response.headers["cache-control"] = "private, no-store"
        following = encode_cursor(kind, rows[asked.limit - 1]["seq"]) if len(rows) > asked.limit else None
        return AuditEntries(items=[AuditEntry(**row) for row in rows[: asked.limit]], next=following)

    @router.get(
        "/verification",
        name=f"verify_audit_of_{service}",
        summary="Whether nothing of it was changed or taken out",
        responses=refusals,
        openapi_extra=SIGNED_IN,
    )
    async def verification(request: Request, response: Response) -> AuditVerification:
        async with request.app.state.context.sessions() as session, session.begin():
            faults = await verify(session)
            entries = await session.scalar(_COUNT)
        response.headers["cache-control"] = "private, no-store"
        shown = [AuditFault(seq=found.seq, fault=found.fault) for found in faults]
        return AuditVerification(holds=not shown, entries=entries, faults=shown)

    return router
