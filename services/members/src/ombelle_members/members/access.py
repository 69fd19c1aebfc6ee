"""Who may know of a member, and hold it to change it."""

from typing import Any
from uuid import UUID

from ombelle_chassis.errors import Forbidden
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller
from ombelle_members.members.domain import member_actions
from ombelle_members.members.errors import MemberUnknown
from ombelle_members.members.store import MemberStore

UNKNOWN = "Cet adhérent n’existe pas, ou n’est pas le vôtre."


async def require_reader(session: AsyncSession, caller: Caller, member_id: UUID) -> str | None:
    """Return the caller's role in a member: all of them are the association's team's to read, one's own is one's own.

    Raises:
        MemberUnknown: there is none that the caller may know of.

    """
    is_there, role = await MemberStore(session).role(member_id, caller.account_id)
    if not is_there or (role is None and not caller.is_association):
        raise MemberUnknown(UNKNOWN)
    return role


async def hold(session: AsyncSession, member_id: UUID) -> dict[str, Any]:
    """Return a member, held with its organisation. Raises MemberUnknown."""
    held = await MemberStore(session).held(member_id)
    if held is None:
        raise MemberUnknown(UNKNOWN)
    return held


async def hold_for(session: AsyncSession, caller: Caller, member_id: UUID, action: str) -> dict[str, Any]:
    """Return a member that is held, for what those who act for it may do too.

    Raises:
        MemberUnknown: there is none that the caller may know of.
        Forbidden: it is not theirs to do.

    """
    role = await require_reader(session, caller, member_id)
    held = await hold(session, member_id)
    allowed = member_actions(
        is_secretariat=caller.is_secretariat, role=role, kind=held["kind"], is_member=True
    )
    if action not in allowed:
        raise Forbidden(
            "Cela revient à qui administre la structure adhérente, ou au secrétariat de l’association."
        )
    return held


def told(caller: Caller, row: dict[str, Any]) -> dict[str, Any]:
    """Return a member as the caller sees it, with what they may do; `row` holds their `role`, which is theirs alone."""
    is_member = row["is_member"] if "is_member" in row else row["status"]["is_member"]
    actions = member_actions(
        is_secretariat=caller.is_secretariat, role=row["role"], kind=row["kind"], is_member=is_member
    )
    return {name: value for name, value in row.items() if name != "role"} | {"allowed_actions": actions}
