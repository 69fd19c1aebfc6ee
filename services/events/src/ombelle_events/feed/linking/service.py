"""Events that may be one: linked, so that the agenda shows one of the two, or told apart; both can be undone."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError, InvalidInput
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.feed.errors import DuplicateNotFound, DuplicateOpen, DuplicateSettled, EventsNotLinkable
from ombelle_events.feed.linking.store import LinkingStore
from ombelle_events.feed.store import FeedStore
from ombelle_events.feed.tables import DuplicateCandidateRow
from ombelle_events.programme.duplicates import find_duplicates
from ombelle_events.programme.store import refresh_cards
from ombelle_events.programme.tables import EventRow
from ombelle_events.transactions import in_transaction


class LinkingService:
    """Decides on pairs. Each decision is one transaction, with the cards that it changes."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def pairs(
        self, name: str | None, *, state: str, after: UUID, count: int
    ) -> Sequence[dict[str, Any]]:
        """Return pairs, the oldest first, of the feed of that name or of all. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            feed_id = None if name is None else await FeedStore(session).required_id(name)
            rows = await LinkingStore(session).pairs(feed_id=feed_id, state=state, after=after, count=count)
        return [_described(row) for row in rows]

    async def link(self, pair_id: UUID, *, keep: UUID, by: str) -> dict[str, Any]:
        """Show one event of the pair, and hide the other behind it.

        Raises:
            DuplicateNotFound: there is no such pair.
            DuplicateSettled: somebody has decided on it.
            InvalidInput: `keep` is none of the two.
            EventsNotLinkable: one cannot stand in for the other.

        """

        async def decide(store: LinkingStore, pair: DuplicateCandidateRow) -> list[UUID]:
            _require_open(pair)
            if keep not in (pair.first_id, pair.second_id):
                raise InvalidInput(
                    "L'événement à garder n'est pas de cette paire.",
                    errors=[FieldError("/body/keep", "not_of_the_pair", "L'un des deux de la paire.")],
                )
            hidden = pair.second_id if keep == pair.first_id else pair.first_id
            events = await store.events((keep, hidden))
            await _refuse_unlinkable(store, events[keep], events[hidden])
            _settle(pair, "linked", by)
            pair.kept_id = keep
            await store.hide(hidden, keep)
            return [keep, hidden]

        return await self._decide(pair_id, decide, action="duplicate_linked", by=by)

    async def tell_apart(self, pair_id: UUID, *, by: str) -> dict[str, Any]:
        """Say that the two are not one; they are never proposed again.

        Raises:
            DuplicateNotFound: there is no such pair.
            DuplicateSettled: somebody has decided on it.

        """

        async def decide(_: LinkingStore, pair: DuplicateCandidateRow) -> list[UUID]:
            _require_open(pair)
            _settle(pair, "apart", by)
            return []

        return await self._decide(pair_id, decide, action="duplicate_told_apart", by=by)

    async def reopen(self, pair_id: UUID, *, by: str) -> dict[str, Any]:
        """Undo a decision: what it hid is shown again, and the pair waits for a person as before.

        Raises:
            DuplicateNotFound: there is no such pair.
            DuplicateOpen: there is nothing to undo.

        """

        async def decide(store: LinkingStore, pair: DuplicateCandidateRow) -> list[UUID]:
            if pair.state == "open":
                raise DuplicateOpen("Cette paire attend une décision : il n'y a rien à annuler.")
            touched = []
            if pair.kept_id is not None:
                touched = [pair.first_id, pair.second_id]
                hidden = pair.second_id if pair.kept_id == pair.first_id else pair.first_id
                await store.hide(hidden, None)
            pair.state, pair.settled_at, pair.settled_by, pair.kept_id = "open", None, None, None
            return touched

        return await self._decide(pair_id, decide, action="duplicate_reopened", by=by)

    async def _decide(
        self,
        pair_id: UUID,
        decide: Callable[[LinkingStore, DuplicateCandidateRow], Awaitable[list[UUID]]],
        *,
        action: str,
        by: str,
    ) -> dict[str, Any]:
        async def work(session: AsyncSession) -> dict[str, Any]:
            store = LinkingStore(session)
            pair = await store.pair(pair_id)
            if pair is None:
                raise DuplicateNotFound("Cette paire n'existe pas.")
            touched = await decide(store, pair)
            if touched:
                await refresh_cards(session, touched)
            if touched and pair.state == "open":
                # What was hidden was compared with nothing that came meanwhile. After the cards, as in a sync:
                # two who compare and rebuild in another order would wait for one another.
                await find_duplicates(await store.raw_connection(), touched)
            await session.flush()
            events = {"first": pair.first_id, "second": pair.second_id, "kept": pair.kept_id}
            await record(
                session,
                actor=by,
                action=action,
                subject_kind="duplicate",
                subject_id=str(pair_id),
                values=events,
            )
            return _described(await store.described(pair_id))

        return await in_transaction(self._sessions, work)


def _described(row: RowMapping) -> dict[str, Any]:
    return {**row, "allowed_actions": ["link", "apart"] if row["state"] == "open" else ["reopen"]}


def _require_open(pair: DuplicateCandidateRow) -> None:
    if pair.state != "open":
        raise DuplicateSettled("Cette paire est déjà réglée : rechargez la liste, ou annulez la décision.")


def _settle(pair: DuplicateCandidateRow, state: str, by: str) -> None:
    pair.state, pair.settled_at, pair.settled_by = state, datetime.now(UTC), by


async def _refuse_unlinkable(store: LinkingStore, kept: EventRow, hidden: EventRow) -> None:
    if kept.duplicate_of is not None:
        raise EventsNotLinkable(
            f"« {kept.title} » est déjà caché derrière un autre événement : annulez d'abord cette décision."
        )
    if hidden.duplicate_of is not None:
        raise EventsNotLinkable(
            f"« {hidden.title} » est déjà caché derrière un autre événement : annulez d'abord cette décision."
        )
    behind = await store.standing_for(hidden.id)
    if behind is not None:
        raise EventsNotLinkable(
            f"« {behind.title} » est déjà caché derrière « {hidden.title} » : gardez celui-ci, ou annulez "
            "d'abord cette décision."
        )
    if kept.id == hidden.parent_id or hidden.id == kept.parent_id:
        raise EventsNotLinkable("L'un contient l'autre : ce ne sont pas deux fois le même événement.")
    if kept.structure != "umbrella" and await store.has_children(hidden.id):
        raise EventsNotLinkable(
            f"« {hidden.title} » contient des animations, que « {kept.title} » ne peut pas contenir : gardez l'autre."
        )
