"""What each table's rows become: known rows are found again, the others made. Faults are gathered, not raised.

Each row is written under a savepoint: what a constraint of PostgreSQL refuses is told of that row, and of no other.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.spreadsheets import Fault, Rows, Taken
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.domain import REFUSALS, Table
from ombelle_members.imports.rows import (
    BoardTermRow,
    FeeRow,
    MeetingRow,
    MemberRow,
    OfficerRow,
    OrganisationRow,
)
from ombelle_members.imports.store import ImportStore, Row
from ombelle_members.organisations.tables import OrganisationRow as Entered

_CHECK_NOW: Final = text("SET CONSTRAINTS ALL IMMEDIATE")
_CHECK_LATER: Final = text("SET CONSTRAINTS ALL DEFERRED")
_BODIES: Final = {
    "general_assembly": "Assemblée générale",
    "board": "Conseil d'administration",
    "bureau": "Bureau",
}
_ALONE: Final = frozenset({"president", "treasurer", "secretary"})
"""Offices that one member holds at a time."""
_SAME: Final = (
    "name", "legal_name", "kind", "siret", "address", "postal_code", "latitude", "longitude", "website", "email", "phone",
    "description", "themes", "offers", "is_public",
)  # fmt: skip


class Taking:
    """Takes the rows of one import in, table by table, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._store = ImportStore(session)
        self.faults: list[Fault[Table]] = []

    async def take(self, table: Table, rows: Rows, taken: Taken) -> None:
        """Take the rows of a table in, and count what they did."""
        taken.rows += len(rows)
        takes: Mapping[Table, Callable[[Rows, Taken], Awaitable[None]]] = {
            "organisations": self._organisations,
            "members": self._members,
            "fees": self._fees,
            "board_terms": self._board_terms,
            "officers": self._officers,
            "meetings": self._meetings,
        }
        await takes[table](rows, taken)
        taken.unchanged = taken.rows - taken.created - taken.updated

    async def check(self, table: Table) -> None:
        """Tell what PostgreSQL puts off to the end of the transaction, and would refuse then."""
        async with self._row(table, 1, check=True):
            pass

    async def _organisations(self, rows: Sequence[tuple[int, OrganisationRow]], taken: Taken) -> None:
        known = await self._store.references({row.organisation_id for _, row in rows})
        new = [(number, row) for number, row in rows if row.organisation_id not in known]
        candidates = await self._store.candidates(
            [{"external_id": row.organisation_id, "name": row.name, "insee": row.insee} for _, row in new]
        )
        for number, row in new:
            found = candidates[row.organisation_id]
            if len(found) > 1:
                detail = f"Plusieurs structures de l'annuaire s'appellent « {row.name} » : dites laquelle par sa commune."
                self._add("organisations", number, "name", "ambiguous", detail)
                continue
            async with self._row("organisations", number) as kept:
                organisation = found[0] if found else await self._store.add_organisation(_entered(row))
                await self._store.refer(row.organisation_id, organisation)
            taken.created += kept[0]

    async def _members(self, rows: Sequence[tuple[int, MemberRow]], taken: Taken) -> None:
        before = await self._store.members({row.member_id for _, row in rows})
        names = {row.organisation_id for _, row in rows if row.organisation_id}
        organisations = await self._store.references(names)
        for number, row in rows:
            organisation = organisations.get(row.organisation_id or "")
            if row.organisation_id is not None and organisation is None:
                self._unknown("members", number, "organisation_id", row.organisation_id, "Aucune structure")
                continue
            changed = False
            async with self._row("members", number) as kept:
                if (there := before.get(row.member_id)) is not None:
                    changed = await self._change_member(number, row, there)
                elif await self._store.adopt(row.member_id, organisation, None if organisation else row.name):
                    changed = True
                else:
                    values = {"name": row.member_id, "kind": row.kind, "fee_category": row.fee_category}
                    stay = {
                        "college": row.college,
                        "first": row.joined_on,
                        "last": row.left_on,
                        "ended_as": row.left_as if row.left_on else None,
                    }
                    await self._store.add_member(
                        values | stay, organisation, None if organisation else row.name
                    )
                    taken.created += 1
                    continue
            taken.updated += changed and kept[0]

    async def _change_member(self, number: int, row: MemberRow, there: Row) -> bool:
        if there["kind"] != row.kind:
            self._add(
                "members", number, "kind", "another_kind", "Cette référence est celle d'un autre membre."
            )
            return False
        if there["college"] != row.college:
            detail = f"Ce membre est au collège {there['college']} : changez-le sur sa fiche, avec la date."
            self._add("members", number, "college", "another_college", detail)
            return False
        changed = False
        if there["fee_category"] != row.fee_category:
            await self._store.change_category(there["id"], row.fee_category)
            changed = True
        if row.left_on is not None and there["is_running"]:
            await self._store.end_member(there["id"], row.left_on, row.left_as)
            changed = True
        return changed

    async def _fees(self, rows: Sequence[tuple[int, FeeRow]], taken: Taken) -> None:
        names = {row.member_id for _, row in rows}
        members, before = await self._store.members(names), await self._store.fees(names)
        for number, row in rows:
            if (member := members.get(row.member_id)) is None:
                self._unknown("fees", number, "member_id", row.member_id, "Aucun membre")
                continue
            there = before.get(row.of_year)
            if there is not None and there["amount_cents"] != _cents(row.amount_eur):
                self._add(
                    "fees",
                    number,
                    "amount_eur",
                    "another_amount",
                    "Un autre montant a été appelé pour cette année.",
                )
                continue
            paid = _cents(row.amount_eur if row.paid_eur is None else row.paid_eur) if row.paid_on else 0
            owed = paid - (there["received_cents"] if there else 0)
            async with self._row("fees", number) as kept:
                fee = await self._fee(row, member["id"]) if there is None else there["id"]
                if owed > 0 and (there is None or there["state"] != "waived"):
                    payment = {
                        "fee": fee,
                        "method": row.method,
                        "reference": row.reference or f"Reprise {row.of_year}",
                        "received_on": row.paid_on,
                        "amount": owed,
                    }
                    await self._store.add_payment(payment)
            taken.created += kept[0] and there is None
            taken.updated += kept[0] and there is not None and owed > 0 and there["state"] != "waived"

    async def _fee(self, row: FeeRow, member: UUID) -> UUID:
        return await self._store.add_fee(
            {
                "member": member,
                "year": row.year,
                "category": row.category,
                "amount": _cents(row.amount_eur),
                "called_on": row.call_day,
                "due_on": row.due_on or row.call_day,
                "waived_on": row.waived_on,
                "name": row.of_year,
            }
        )

    async def _board_terms(self, rows: Sequence[tuple[int, BoardTermRow]], taken: Taken) -> None:
        members = await self._store.members({row.member_id for _, row in rows})
        before, posts = await self._store.terms(), _Posts(await self._store.posts())
        ordered = sorted(rows, key=lambda one: (one[1].elected_on, one[0]))
        for day, group in groupby(ordered, key=lambda one: one[1].elected_on):
            new = []
            for number, given in group:
                row = _until_the_next(given, ordered)
                if row.of_post in before:
                    if before[row.of_post] != row.member_id:
                        detail = "Ce siège a été donné à un autre membre ce jour-là."
                        self._add("board_terms", number, "member_id", "another_holder", detail)
                elif (member := members.get(row.member_id)) is None:
                    self._unknown("board_terms", number, "member_id", row.member_id, "Aucun membre")
                elif not await self._store.is_member(member["id"], day, row.ended_on):
                    self._refused("board_terms", number, "fk_board_term_while_a_member")
                elif (post := await self._post(number, row, posts)) is not None:
                    new.append((number, row, member, post))
            await self._store.renew([post for *_, post in new], day, {one["id"] for _, _, one, _ in new})
            for number, row, member, post in new:
                taken.created += await self._begin_term(number, row, member, post)

    async def _post(self, number: int, row: BoardTermRow, posts: "_Posts") -> UUID | None:
        """Return the post of a row, made where no post has its number yet; `None` where it is another one."""
        there = posts.on(row.post, row.elected_on)
        if there is None and not posts.has(row.post):
            values = {
                "number": row.post,
                "renewal_group": row.renewal_group,
                "college": row.college,
                "first": row.elected_on,
            }
            post = await self._store.add_post(values)
            posts.add({**values, "id": post, "began_on": row.elected_on, "ended_on": None})
            return post
        if there is None:
            detail = "Ce siège n'existait pas encore, ou plus, ce jour-là."
            self._add("board_terms", number, "elected_on", "no_post", detail)
            return None
        if there["renewal_group"] != row.renewal_group or there["college"] not in (None, row.college):
            self._add(
                "board_terms",
                number,
                "renewal_group",
                "another_post",
                "Ce siège est d'un autre groupe ou collège.",
            )
            return None
        post_id: UUID = there["id"]
        return post_id

    async def _begin_term(self, number: int, row: BoardTermRow, member: Row, post: UUID) -> bool:
        async with self._row("board_terms", number) as kept:
            await self._store.add_term(
                {
                    "post": post,
                    "member": member["id"],
                    "first": row.elected_on,
                    "last": row.ended_on,
                    "expected": row.expected_end_on,
                    "began_as": row.began_as,
                    "ended_as": row.ended_as if row.ended_on else None,
                    "name": f"{row.member_id}/{row.of_post}",
                }
            )
            if row.representative is not None and member["kind"] == "legal":
                await self._store.let_speak(member["id"], row.representative, row.elected_on)
        return kept[0]

    async def _officers(self, rows: Sequence[tuple[int, OfficerRow]], taken: Taken) -> None:
        members, before = (
            await self._store.members({row.member_id for _, row in rows}),
            await self._store.offices(),
        )
        ordered = sorted(rows, key=lambda one: (one[1].elected_on, one[0]))
        for day, group in groupby(ordered, key=lambda one: one[1].elected_on):
            new = []
            for number, row in group:
                if row.of_office in before:
                    continue
                if (member := members.get(row.member_id)) is None:
                    self._unknown("officers", number, "member_id", row.member_id, "Aucun membre")
                    continue
                new.append((number, _until_the_next_bureau(row, ordered), member))
            if new:
                alone = [row.role for _, row, _ in new if row.role in _ALONE]
                await self._store.end_offices(day, alone, [member["id"] for *_, member in new])
            for number, row, member in new:
                async with self._row("officers", number, check=True) as kept:
                    values = {
                        "role": row.role,
                        "member": member["id"],
                        "first": day,
                        "last": row.ended_on,
                        "expected": row.expected_end_on,
                        "ended_as": row.ended_as if row.ended_on else None,
                        "name": row.of_office,
                    }
                    await self._store.add_office(values)
                taken.created += kept[0]

    async def _meetings(self, rows: Sequence[tuple[int, MeetingRow]], taken: Taken) -> None:
        before = await self._store.meetings()
        for number, row in rows:
            if row.of_day in before:
                continue
            async with self._row("meetings", number) as kept:
                same = ("body", "purpose", "held_on", "place", "staff_voter")
                told = {name: getattr(row, name) for name in same}
                await self._store.add_meeting(
                    {**told, "title": row.title or _BODIES[row.body], "name": row.of_day}
                )
            taken.created += kept[0]

    @asynccontextmanager
    async def _row(self, table: Table, number: int, *, check: bool = False) -> AsyncIterator[list[bool]]:
        """Write what a row says, or tell what refuses it; the list says whether it was kept.

        With `check`, what PostgreSQL puts off to the end of the transaction is checked now.
        """
        kept = [False]
        try:
            async with self._session.begin_nested():
                yield kept
                if check:
                    await self._session.execute(_CHECK_NOW)
                    await self._session.execute(_CHECK_LATER)
            kept[0] = True
        except IntegrityError as error:
            self._refused(table, number, broken_constraint(error) or "")

    def _refused(self, table: Table, number: int, constraint: str) -> None:
        column, detail = REFUSALS.get(
            constraint, ("", f"Cette ligne contredit ce qui est déjà là ({constraint}).")
        )
        self._add(table, number, column, constraint or "refused", detail)

    def _unknown(self, table: Table, number: int, column: str, name: str, what: str) -> None:
        self._add(table, number, column, "unknown", f"{what} ne porte la référence « {name} ».")

    def _add(self, table: Table, number: int, column: str, code: str, detail: str) -> None:
        self.faults.append(Fault(table, number, column, code, detail))


def _until_the_next(row: BoardTermRow, rows: Sequence[tuple[int, BoardTermRow]]) -> BoardTermRow:
    """Return a term that ends where the table gives its post to somebody later, unless it says when it ended."""
    later = [one.elected_on for _, one in rows if one.post == row.post and one.elected_on > row.elected_on]
    if row.ended_on is not None or not later:
        return row
    return row.model_copy(update={"ended_on": min(later), "ended_as": "term"})


def _until_the_next_bureau(row: OfficerRow, rows: Sequence[tuple[int, OfficerRow]]) -> OfficerRow:
    """Return an office that ends where the table has another one instead, unless it says when it ended."""
    later = [
        one.elected_on
        for _, one in rows
        if one.elected_on > row.elected_on
        and (
            row.expected_end_on <= one.elected_on
            or one.member_id == row.member_id
            or (one.role == row.role and row.role in _ALONE)
        )
    ]
    if row.ended_on is not None or not later:
        return row
    return row.model_copy(update={"ended_on": min(later), "ended_as": "term"})


class _Posts:
    """The posts of the board, by number and day."""

    def __init__(self, posts: Sequence[Row]) -> None:
        self._posts = list(posts)

    def add(self, post: Row) -> None:
        self._posts.append(post)

    def has(self, number: int) -> bool:
        return any(one["number"] == number for one in self._posts)

    def on(self, number: int, day: date) -> Row | None:
        """Return the post that has a number on a day."""
        return next(
            (
                one
                for one in self._posts
                if one["number"] == number
                and one["began_on"] <= day
                and (one["ended_on"] is None or day < one["ended_on"])
            ),
            None,
        )


def _entered(row: OrganisationRow) -> Entered:
    now = datetime.now(UTC)
    values: dict[str, Any] = {name: getattr(row, name) for name in _SAME}
    return Entered(
        **values,
        commune_name=row.commune,
        commune_insee=row.insee,
        consented_at=now if row.is_public else None,
        unadministered_since=now,
    )


def _cents(euros: Decimal) -> int:
    return int(euros * 100)
