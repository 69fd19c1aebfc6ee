"""Members of an import: known again by their reference, adopted where they are members here already, else admitted."""

from collections.abc import Sequence

from ombelle_chassis.spreadsheets import Taken
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.membership.store import MembershipStore, Row
from ombelle_members.imports.rows import MemberRow
from ombelle_members.imports.writing import Writing


class TakingMembers:
    """Takes members in."""

    def __init__(self, session: AsyncSession, writing: Writing) -> None:
        self._store = MembershipStore(session)
        self._writing = writing

    async def take(self, rows: Sequence[tuple[int, MemberRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        before = await self._store.members({row.member_id for _, row in rows})
        names = {row.organisation_id for _, row in rows if row.organisation_id}
        organisations = await self._store.references(names)
        for number, row in rows:
            organisation = organisations.get(row.organisation_id or "")
            if row.organisation_id is not None and organisation is None:
                self._writing.unknown(
                    "members", number, "organisation_id", row.organisation_id, "Aucune structure"
                )
                continue
            changed = False
            async with self._writing.row("members", number) as kept:
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
            self._writing.add(
                "members", number, "kind", "another_kind", "Cette référence est celle d'un autre membre."
            )
            return False
        if there["college"] != row.college:
            detail = f"Ce membre est au collège {there['college']} : changez-le sur sa fiche, avec la date."
            self._writing.add("members", number, "college", "another_college", detail)
            return False
        changed = False
        if there["fee_category"] != row.fee_category:
            await self._store.change_category(there["id"], row.fee_category)
            changed = True
        if row.left_on is not None and there["is_running"]:
            await self._store.end_member(there["id"], row.left_on, row.left_as)
            changed = True
        return changed
