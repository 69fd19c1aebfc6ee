"""Decisions on proposed changes, and the edit policy of an edition."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.notices import notify
from ombelle_events.programme.editing.domain import (
    DEFAULTS,
    FIELD_GROUPS,
    PHASES,
    RULES,
    FieldGroup,
    Phase,
    Rule,
)
from ombelle_events.programme.editing.errors import (
    EditionUnknown,
    ProposalOutdated,
    ProposalSettled,
    ProposalUnknown,
)
from ombelle_events.programme.editing.showing import LABELS, outdated_fields, shown
from ombelle_events.programme.editing.store import EditingStore, Policy, ProposalFilter
from ombelle_events.programme.editing.tables import ChangeProposalRow
from ombelle_events.programme.fields import change_fields
from ombelle_events.programme.sessions.changes import SessionChanges
from ombelle_events.programme.sessions.errors import SessionUnknown
from ombelle_events.programme.sessions.store import SessionStore
from ombelle_events.programme.store import EventStore
from ombelle_events.programme.tables import EditionRow, EventRow
from ombelle_events.reach import Reach
from ombelle_events.transactions import in_transaction

_MOMENT: Final = TypeAdapter(datetime)
_MOMENTS: Final = {"starts_at", "ends_at"}


class EditingService:
    """Lists and settles proposals; reads and writes policies. Each use case is one transaction."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def proposals(self, wanted: ProposalFilter, *, reach: Reach) -> list[dict[str, Any]]:
        """Return proposals of events that the caller keeps, the newest first."""
        async with self._sessions() as session, session.begin():
            rows = await EditingStore(session).proposals(wanted, of=reach.organisations)
        return [shown(row, reach) for row in rows]

    async def approve(
        self, proposal_id: UUID, *, over_newer: bool, reach: Reach, once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Do what a proposal asks, and tell its organisation.

        Raises:
            ProposalUnknown: there is no such proposal.
            ProposalSettled: somebody has decided on it.
            ProposalOutdated: one of its fields has changed since, unless that is to be written over.
            SessionUnknown: the session is gone.
            EventInvalid, SessionsOverlap, SessionActionImpossible: what it asks is not possible any more.

        """

        async def decide(session: AsyncSession, event: EventRow, proposal: ChangeProposalRow) -> None:
            described = await EditingStore(session).described(proposal_id, of=None)
            newer = outdated_fields(described) if described else []
            if newer and not over_newer:
                raise ProposalOutdated(
                    "L'événement a changé depuis cette proposition : comparez, puis recommencez.",
                    errors=[
                        FieldError(
                            f"/{name}", "changed_since", f"« {LABELS.get(name, name)} » a changé depuis."
                        )
                        for name in newer
                    ],
                )
            _settle(proposal, "approved", reach.actor, None)
            await self._carry_out(session, event, proposal, reach.actor)

        return await self._decide(proposal_id, decide, reach=reach, once=once)

    async def reject(
        self, proposal_id: UUID, *, reason: str, reach: Reach, once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Leave the event as it is, saying why. Raises ProposalUnknown, ProposalSettled."""

        async def decide(_session: AsyncSession, _event: EventRow, proposal: ChangeProposalRow) -> None:
            _settle(proposal, "rejected", reach.actor, reason)

        return await self._decide(proposal_id, decide, reach=reach, once=once)

    async def withdraw(self, proposal_id: UUID, *, reach: Reach) -> dict[str, Any]:
        """Take back what one proposed. Raises ProposalUnknown, ProposalSettled."""

        async def decide(_session: AsyncSession, _event: EventRow, proposal: ChangeProposalRow) -> None:
            _settle(proposal, "withdrawn", reach.actor, None)

        return await self._decide(proposal_id, decide, reach=reach, once=ONCE)

    async def _decide(
        self, proposal_id: UUID, decide: Any, *, reach: Reach, once: OneRequest
    ) -> dict[str, Any]:
        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = EditingStore(session)
            found = await store.described(proposal_id, of=reach.organisations)
            event = found and await EventStore(session).event(found["event_id"], for_update=True)
            proposal = await store.proposal(proposal_id) if event else None
            if not event or proposal is None:
                raise ProposalUnknown("Cette proposition n'existe pas.")
            if proposal.outcome is not None:
                raise ProposalSettled("Cette proposition est déjà réglée : rechargez la liste.")
            await decide(session, event, proposal)
            await session.flush()
            if event.organisation_id is not None:
                data = {"event_id": event.id, "outcome": proposal.outcome}
                await notify(
                    session,
                    event.organisation_id,
                    "change_proposal.settled",
                    ("change_proposal", proposal.id),
                    data,
                )
            await record(
                session, actor=reach.actor, action=f"change_{proposal.outcome}", subject_kind="event",
                subject_id=str(event.id),
                values={"proposal": proposal.id, "after": proposal.after, "reason": proposal.reason},
            )  # fmt: skip
            described = await store.described(proposal_id, of=None)
            return await once.keep(session, shown(described or {}, reach))

        return await in_transaction(self._sessions, work)

    async def _carry_out(
        self, session: AsyncSession, event: EventRow, proposal: ChangeProposalRow, by: str
    ) -> None:
        after: dict[str, Any] = {
            name: _MOMENT.validate_python(value) if name in _MOMENTS else value
            for name, value in proposal.after.items()
        }
        if after.get("venue_id"):
            after["venue_id"] = UUID(after["venue_id"])
        if proposal.action == "edit":
            changed = {name: value for name, value in after.items() if getattr(event, name) != value}
            if changed:
                await change_fields(session, event, changed, by=by)
            return
        changes = SessionChanges(session, event, by=by, by_coordination=True, public_url=self._public_url)
        if proposal.action == "add_session":
            await changes.add(after)
            return
        row = proposal.event_session_id and await SessionStore(session).session_row(proposal.event_session_id)
        if not row:
            raise SessionUnknown("Cette séance n'existe plus : rejetez la proposition.")
        if proposal.action == "edit_session":
            await changes.edit(row, after)
        else:
            await changes.act(row, after.pop("action"), after)

    # --- the policy --------------------------------------------------------------------------------------

    async def policy(self, year: int, *, reach: Reach) -> dict[str, Any]:
        """Return the rule of every group in every phase of an edition. Raises EditionUnknown."""
        async with self._sessions() as session, session.begin():
            store = EditingStore(session)
            edition = await _edition(store, year)
            return _policy_of(edition, await store.policy(edition.id), reach)

    async def write_policy(
        self, year: int, policy: Policy, *, if_match: str | None, reach: Reach
    ) -> dict[str, Any]:
        """Write what an edition says otherwise than the defaults.

        Raises:
            EditionUnknown: there is no such edition.
            VersionNeeded, ChangedMeanwhile: `if_match` is missing, or is not the present version.

        """
        wanted_version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            store = EditingStore(session)
            edition = await _edition(store, year, for_update=True)
            before = await store.policy(edition.id)
            current = _policy_of(edition, before, reach)
            refuse_stale(wanted_version, edition.version, current=current, yours={"rules": _plain(policy)})
            if dict(policy) == dict(before):
                return current
            await store.write_policy(edition.id, policy)
            edition.version += 1
            await session.flush()
            await record(
                session, actor=reach.actor, action="edit_policy_written", subject_kind="edition",
                subject_id=str(edition.id), values={"before": _plain(before), "after": _plain(policy)},
            )  # fmt: skip
            return _policy_of(edition, policy, reach)


def policy_from(rules: list[dict[str, Any]]) -> Policy:
    """Return the policy that a body lists.

    Raises:
        InvalidInput: a group has two rules in one phase.

    """
    policy: dict[tuple[FieldGroup, Phase], Rule] = {}
    for place, rule in enumerate(rules):
        key = rule["field_group"], rule["phase"]
        if key in policy:
            raise InvalidInput(
                "Un groupe de champs a deux règles pour la même période.",
                errors=[FieldError(f"/body/rules/{place}", "repeated", "Une seule règle par période.")],
            )
        policy[key] = rule["rule"]
    return policy


def _settle(proposal: ChangeProposalRow, outcome: str, by: str, reason: str | None) -> None:
    proposal.outcome, proposal.settled_by, proposal.settled_at = outcome, by, datetime.now(UTC)
    proposal.reason = reason
    proposal.version += 1


async def _edition(store: EditingStore, year: int, *, for_update: bool = False) -> EditionRow:
    edition = await store.edition(year, for_update=for_update)
    if edition is None:
        raise EditionUnknown("Cette édition n'existe pas.")
    return edition


def _policy_of(edition: EditionRow, policy: Policy, reach: Reach) -> dict[str, Any]:
    return {
        "year": edition.year,
        "version": edition.version,
        "rules": [
            {
                "field_group": group,
                "field_group_label": FIELD_GROUPS[group],
                "phase": phase,
                "phase_label": PHASES[phase],
                "rule": policy.get((group, phase), default),
                "rule_label": RULES[policy.get((group, phase), default)],
                "default": default,
            }
            for group in FIELD_GROUPS
            for phase in PHASES
            for default in [DEFAULTS[group, phase]]
        ],
        "allowed_actions": ["edit"] if reach.is_whole else [],
    }


def _plain(policy: Mapping[tuple[FieldGroup, Phase], Rule]) -> list[list[str]]:
    return sorted([group, phase, rule] for (group, phase), rule in policy.items())
