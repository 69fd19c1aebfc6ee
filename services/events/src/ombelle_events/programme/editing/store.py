"""Edit policies and change proposals in one transaction; nothing here commits."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, cast
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import Uuid, bindparam, delete, insert, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.editing.domain import FIELD_GROUPS, FieldGroup, Phase, Rule, phase_of, rules_at
from ombelle_events.programme.editing.tables import ChangeProposalRow, EditPolicyRow
from ombelle_events.programme.tables import EditionRow, EventRow

Policy = Mapping[tuple[FieldGroup, Phase], Rule]

_POLICY: Final = text("""
SELECT n.starts_on, n.ends_on, (now() AT TIME ZONE 'Europe/Paris')::date AS today,
  (SELECT json_agg(json_build_array(p.field_group, p.phase, p.rule)) FROM edit_policy p WHERE p.edition_id = n.id)
    AS policy
FROM edition n WHERE n.id = :edition
""")
# What stands here now, beside what it was and would be: a reader sees what has moved meanwhile.
_LISTED: Final = """
SELECT p.id, p.event_id, p.event_session_id, p.action, p.before, p.after, p.proposed_by, p.proposed_at, p.settled_by,
  p.settled_at, p.outcome, p.reason, e.title AS event_title, e.slug AS event_slug, e.publication, e.organisation_id,
  o.name AS organisation_name, n.year AS edition, to_jsonb(e) AS event_now, to_jsonb(s) AS session_now
FROM change_proposal p JOIN event e ON e.id = p.event_id
LEFT JOIN event_session s ON s.id = p.event_session_id
LEFT JOIN edition n ON n.id = e.edition_id
LEFT JOIN organisation_copy o ON o.organisation_id = e.organisation_id
WHERE (CAST(:organisations AS uuid[]) IS NULL OR e.organisation_id = ANY (:organisations))
"""
_MANY: Final = text(f"""{_LISTED}
  AND (CAST(:event AS uuid) IS NULL OR p.event_id = :event)
  AND (CAST(:edition AS integer) IS NULL OR n.year = :edition)
  AND (:state = 'all' OR (:state = 'open') = (p.outcome IS NULL))
  AND (CAST(:before AS uuid) IS NULL OR p.id < :before)
ORDER BY p.id DESC LIMIT :count
""").bindparams(bindparam("organisations", type_=ARRAY(Uuid)))
_ONE: Final = text(f"{_LISTED} AND p.id = :id").bindparams(bindparam("organisations", type_=ARRAY(Uuid)))


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be edited of an event now: its phase, and the rule of each group of fields."""

    phase: Phase | None
    rules: Mapping[FieldGroup, Rule]


EVERYTHING: Final = Standing(None, dict.fromkeys(FIELD_GROUPS, "free"))
"""An event of no edition: culture of science goes on all year, without a programme to print."""


@dataclass(frozen=True, slots=True)
class ProposalFilter:
    """Which proposals are listed: at most `count`, made before the one of id `before`."""

    before: UUID | None
    count: int
    state: str = "open"
    event_id: UUID | None = None
    edition: int | None = None


class EditingStore:
    """Policies and proposals in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def standing(self, event: EventRow) -> Standing:
        """Return what may be edited of an event now."""
        if event.edition_id is None:
            return EVERYTHING
        found = (await self._session.execute(_POLICY, {"edition": event.edition_id})).one()
        phase = phase_of(event.publication, found.starts_on, found.ends_on, found.today)
        policy = {(group, of): rule for group, of, rule in found.policy or ()}
        return Standing(phase, rules_at(cast("Policy", policy), phase))

    async def edition(self, year: int, *, for_update: bool = False) -> EditionRow | None:
        """Return the edition of a year, locked until the transaction ends when it is going to be changed."""
        statement = select(EditionRow).where(EditionRow.year == year)
        return await self._session.scalar(
            statement.with_for_update(key_share=True) if for_update else statement
        )

    async def policy(self, edition_id: UUID) -> Policy:
        """Return what an edition says otherwise than the defaults."""
        row = EditPolicyRow
        found = await self._session.execute(
            select(row.field_group, row.phase, row.rule).where(row.edition_id == edition_id)
        )
        return cast("Policy", {(group, phase): rule for group, phase, rule in found})

    async def write_policy(self, edition_id: UUID, policy: Policy) -> None:
        """Write what an edition says, in place of what it said."""
        await self._session.execute(delete(EditPolicyRow).where(EditPolicyRow.edition_id == edition_id))
        rows = [
            {"edition_id": edition_id, "field_group": group, "phase": phase, "rule": rule}
            for (group, phase), rule in policy.items()
        ]
        if rows:
            await self._session.execute(insert(EditPolicyRow), rows)

    async def open_of(
        self, event_id: UUID, event_session_id: UUID | None, *, for_update: bool = False
    ) -> ChangeProposalRow | None:
        """Return the open proposal for an event's own fields, or for one of its sessions."""
        row = ChangeProposalRow
        wanted = (
            row.action == "edit" if event_session_id is None else row.event_session_id == event_session_id
        )
        statement = select(row).where(row.event_id == event_id, row.outcome.is_(None), wanted)
        return await self._session.scalar(statement.with_for_update() if for_update else statement)

    async def open_of_event(self, event_id: UUID) -> list[ChangeProposalRow]:
        """Return every open proposal of an event, its sessions' included, the oldest first."""
        row = ChangeProposalRow
        found = await self._session.scalars(
            select(row).where(row.event_id == event_id, row.outcome.is_(None)).order_by(row.id)
        )
        return list(found)

    async def propose(
        self,
        event_id: UUID,
        *,
        action: str,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        by: str,
        event_session_id: UUID | None = None,
    ) -> ChangeProposalRow:
        """Note a change that waits; it joins an open one, whose `before` stays where both name a field.

        Of a session, the newest action stands in for the one before: one cannot both move it and cancel it.
        """
        plain_before, plain_after = to_jsonable_python(dict(before)), to_jsonable_python(dict(after))
        joined = (
            None
            if action == "add_session"
            else await self.open_of(event_id, event_session_id, for_update=True)
        )
        if joined is None:
            joined = ChangeProposalRow(
                event_id=event_id, event_session_id=event_session_id, action=action, before=plain_before,
                after=plain_after, proposed_by=by,
            )  # fmt: skip
            self._session.add(joined)
        else:
            if joined.action == action:
                plain_before, plain_after = {**plain_before, **joined.before}, {**joined.after, **plain_after}
            joined.action, joined.before, joined.after = action, plain_before, plain_after
            joined.proposed_by, joined.proposed_at = by, datetime.now(UTC)
            joined.version += 1
        await self._session.flush()
        return joined

    async def proposal(self, proposal_id: UUID) -> ChangeProposalRow | None:
        """Return a proposal, locked until the transaction ends."""
        return await self._session.scalar(
            select(ChangeProposalRow).where(ChangeProposalRow.id == proposal_id).with_for_update()
        )

    async def described(self, proposal_id: UUID, *, of: Collection[UUID] | None) -> dict[str, Any] | None:
        """Return a proposal as lists show it, of an event held by one of the organisations `of`."""
        await self._session.flush()
        values = {"id": proposal_id, "organisations": None if of is None else list(of)}
        found = (await self._session.execute(_ONE, values)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def proposals(self, wanted: ProposalFilter, *, of: Collection[UUID] | None) -> list[dict[str, Any]]:
        """Return proposals, the newest first."""
        values = {
            "organisations": None if of is None else list(of), "event": wanted.event_id, "edition": wanted.edition,
            "state": wanted.state, "before": wanted.before, "count": wanted.count,
        }  # fmt: skip
        return [dict(row) for row in (await self._session.execute(_MANY, values)).mappings()]
