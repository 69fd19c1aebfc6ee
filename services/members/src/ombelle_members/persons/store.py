import hashlib
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.email_addresses import email_digest
from ombelle_contracts.messages import AccountChanged
from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.persons.errors import AccountErased, AccountNeeded
from ombelle_members.persons.tables import PersonRow

ERASED_NAME: Final = "Personne effacée"

# A person without a name yet is one whose account was seen before it was told of.
_PAGE: Final = text("""
SELECT p.id, p.account_id, p.name, p.email, coalesce(fold(p.name), '') AS folded_name, (
  SELECT coalesce(jsonb_agg(
      jsonb_build_object('id', o.id, 'name', o.name, 'role', m.role) ORDER BY o.folded_name, o.id), '[]')
  FROM membership m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.person_id = p.id AND m.ended_at IS NULL) AS organisations
FROM person p
WHERE p.erased_at IS NULL AND p.account_id IS NOT NULL
  AND fold(coalesce(p.name, '') || ' ' || coalesce(p.email, ''))
    LIKE ALL (ARRAY(SELECT '%' || word || '%' FROM unnest(folded_words(:q)) AS word))
  AND (coalesce(fold(p.name), ''), p.id) > (:name, :id)
ORDER BY folded_name, p.id LIMIT :count
""")
# An address proves whose it is: the account that has it is the person who was known by it alone.
_ADOPT: Final = text("""
UPDATE person SET account_id = :account WHERE id = (
  SELECT p.id FROM person p
  WHERE p.email_digest = :digest AND p.account_id IS NULL AND p.erased_at IS NULL
    AND NOT EXISTS (SELECT FROM person known WHERE known.account_id = :account)
  ORDER BY p.id LIMIT 1 FOR UPDATE)
""").bindparams(bindparam("account", type_=Uuid))
_BY_ADDRESS: Final = text("""
SELECT id FROM person WHERE email_digest = :digest AND erased_at IS NULL
ORDER BY account_id IS NULL, id LIMIT 1 FOR SHARE
""")


def account_digest(account_id: UUID) -> bytes:
    """Return what is kept of an erased account's id: enough to know it again, not to find it."""
    return hashlib.sha256(account_id.bytes).digest()


class PersonStore:
    """Persons in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def acting(self, account_id: UUID | None) -> PersonRow:
        """Return the person of an account, made at its first sight, held so that they are not erased meanwhile.

        Raises:
            AccountNeeded: there is no account.
            AccountErased: it was erased.

        """
        if account_id is None:
            raise AccountNeeded("Cette action se fait avec un compte : connectez-vous avec le vôtre.")
        asked = select(PersonRow).where(PersonRow.account_id == account_id).with_for_update(read=True)
        found = await self._session.scalar(asked)
        if found is not None:
            return found
        if await self.is_erased(account_id):
            raise AccountErased("Ce compte a été effacé.")
        await self._session.execute(insert(PersonRow).values(account_id=account_id).on_conflict_do_nothing())
        return (await self._session.scalars(asked)).one()

    async def acting_if_any(self, account_id: UUID | None) -> UUID | None:
        """Return the id of the person who acts, `None` for the agency's command.

        Raises:
            AccountErased: their account was erased.

        """
        return None if account_id is None else (await self.acting(account_id)).id

    async def is_erased(self, account_id: UUID) -> bool:
        """Say whether this account was erased."""
        digest = account_digest(account_id)
        return (
            await self._session.scalar(select(PersonRow.id).where(PersonRow.account_digest == digest))
        ) is not None

    async def known(self, account_id: UUID | None) -> PersonRow | None:
        """Return the person of an account, if there is one."""
        return await self._session.scalar(select(PersonRow).where(PersonRow.account_id == account_id))

    async def put_account(self, account: AccountChanged, version: int) -> None:
        """Write what an account is called, unless something newer is known."""
        told = {
            "name": account.name,
            "email": account.email,
            "email_digest": email_digest(account.email),
            "locale": "en" if account.locale == "en" else "fr",
            "account_version": version,
        }
        digest = told["email_digest"]
        await self._session.execute(_ADOPT, {"account": account.account_id, "digest": digest})
        writing = insert(PersonRow).values(account_id=account.account_id, **told)
        await self._session.execute(
            writing.on_conflict_do_update(
                index_elements=["account_id"],
                index_where=PersonRow.account_id.is_not(None),
                set_=told,
                where=PersonRow.account_version < version,
            )
        )

    async def known_by(self, *, name: str, email: str | None) -> UUID:
        """Return the person whose address this is, with an account or without; else enter one by name and address."""
        digest = None if email is None else email_digest(email)
        found: UUID | None = await self._session.scalar(_BY_ADDRESS, {"digest": digest})
        if found is not None:
            return found
        person = PersonRow(name=name, email=email, email_digest=digest)
        self._session.add(person)
        await self._session.flush()
        return person.id

    async def rename(self, person_id: UUID, values: dict[str, Any]) -> None:
        """Change the `name` or the `email` of a person who has no account to say it."""
        person = await self.held(person_id)
        person.name = values.get("name", person.name)
        if "email" in values:
            person.email = values["email"]
            person.email_digest = None if values["email"] is None else email_digest(values["email"])
        await self._session.flush()

    async def standing(self, person_id: UUID) -> PersonRow | None:
        """Return a person who was not erased, held so that they are not meanwhile."""
        row = PersonRow
        asked = select(row).where(row.id == person_id, row.erased_at.is_(None)).with_for_update(read=True)
        return await self._session.scalar(asked)

    async def held(self, person_id: UUID) -> PersonRow:
        """Return a person who is known to be there, so that they are not erased meanwhile."""
        asked = select(PersonRow).where(PersonRow.id == person_id).with_for_update(read=True)
        return (await self._session.scalars(asked)).one()

    async def person(self, person_id: UUID) -> PersonRow:
        """Return a person who is known to be there."""
        return (await self._session.scalars(select(PersonRow).where(PersonRow.id == person_id))).one()

    async def page(self, *, q: str, name: str, after: UUID, count: int) -> list[dict[str, Any]]:
        """Return persons whose name or address holds every word of `q`, by name."""
        values = {"q": q, "name": name, "id": after, "count": count}
        return [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]
