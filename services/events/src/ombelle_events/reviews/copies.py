"""Who belongs where and who works for the agency, as the other services tell it. What stands here are copies.

Triggers bring the conflicts of interest up to date with them, in the same transaction.
"""

from typing import Final
from uuid import UUID, uuid4

from ombelle_chassis.messages import Message
from ombelle_contracts.messages import MembershipChanged, TeamChanged
from sqlalchemy import Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

# Whoever left before they were heard of here is nobody's concern; whoever leaves later did belong.
_MEMBERSHIP: Final = text("""
MERGE INTO membership_copy m
USING (VALUES (CAST(:account AS uuid), CAST(:organisation AS uuid), CAST(:role AS text), CAST(:version AS bigint)))
  AS told (account_id, organisation_id, role, version)
ON (m.account_id, m.organisation_id) = (told.account_id, told.organisation_id)
WHEN MATCHED AND m.version < told.version THEN UPDATE SET role = told.role, version = told.version,
  ended_at = CASE WHEN told.role IS NULL THEN coalesce(m.ended_at, now()) END
WHEN NOT MATCHED AND told.role IS NOT NULL THEN INSERT (account_id, organisation_id, role, version)
  VALUES (told.account_id, told.organisation_id, told.role, told.version)
""")
_TEAM: Final = text("""
INSERT INTO team_copy AS t (account_id, name, email, roles, version) VALUES (:account, :name, :email, :roles, :version)
ON CONFLICT (account_id) DO UPDATE SET name = excluded.name, email = excluded.email, roles = excluded.roles,
  version = excluded.version
WHERE t.version < excluded.version
RETURNING account_id
""").bindparams(bindparam("roles", type_=ARRAY(Text)))
_NAME_MEMBER: Final = text("""
UPDATE committee_member SET name = :name, email = :email
WHERE account_id = :account AND (name, email) IS DISTINCT FROM (:name, :email)
""")
# Whoever has no role for it any more sits nowhere; a role that comes back seats nobody by itself.
_LEAVE: Final = text("""
UPDATE committee_member SET left_at = now()
WHERE account_id = :account AND left_at IS NULL AND NOT :roles && '{reviewer,coordinator,administrator}'
""").bindparams(bindparam("roles", type_=ARRAY(Text)))

# What they thought stays, thought by somebody who is no more: another id, which names nobody, follows through the
# assignments, reviews and scores.
_FORGET: Final = (
    text("DELETE FROM membership_copy WHERE account_id = CAST(:account AS uuid)"),
    text("DELETE FROM team_copy WHERE account_id = CAST(:account AS uuid)"),
    text("DELETE FROM conflict_of_interest WHERE account_id = CAST(:account AS uuid) AND kind <> 'declared'"),
    text("UPDATE conflict_of_interest SET evidence = '[]' WHERE account_id = CAST(:account AS uuid)"),
    text("UPDATE conflict_of_interest SET account_id = :nobody WHERE account_id = CAST(:account AS uuid)"),
    text("UPDATE conflict_of_interest SET declared_by = :erased WHERE declared_by = :account"),
    text("UPDATE conflict_of_interest SET dismissed_by = :erased WHERE dismissed_by = :account"),
    text("UPDATE assignment SET assigned_by = :erased WHERE assigned_by = :account"),
    text("""
    UPDATE committee_member SET account_id = :nobody, name = '', email = '', organisation_ids = '{}',
      left_at = coalesce(left_at, now())
    WHERE account_id = CAST(:account AS uuid)
    """),
)


async def take_membership(session: AsyncSession, message: Message) -> None:
    """Take in `membership.changed`."""
    told = MembershipChanged.model_validate(message.payload)
    values = {
        "account": told.account_id,
        "organisation": told.organisation_id,
        "role": told.role,
        "version": message.version,
    }
    await session.execute(_MEMBERSHIP, values)


async def take_team(session: AsyncSession, message: Message) -> None:
    """Take in `team.changed`: committees show who somebody is now, and whoever lost the role for it leaves them."""
    told = TeamChanged.model_validate(message.payload)
    values = {"account": told.account_id, "name": told.name, "email": told.email}
    more = {"roles": list(told.roles), "version": message.version}
    if await session.scalar(_TEAM, values | more):
        await session.execute(_NAME_MEMBER, values)
        await session.execute(_LEAVE, {"account": told.account_id, "roles": list(told.roles)})


async def forget_judge(session: AsyncSession, account_id: UUID, *, erased: str) -> None:
    """Leave nothing that names an account in committees and reviews; their scores go on counting."""
    values = {"account": str(account_id), "nobody": uuid4(), "erased": erased}
    for statement in _FORGET:
        await session.execute(statement, values)
