from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.passkeys.domain import CHALLENGE_LIVES, NewPasskey
from ombelle_gateway.accounts.passkeys.tables import PasskeyChallengeRow, PasskeyRow
from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.sessions.tables import SessionRow

_TIDY: Final = text("DELETE FROM passkey_challenge WHERE expires_at < now()")


class PasskeyStore:
    """Passkeys and challenges in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def hold_account(self, account_id: UUID) -> AccountRow | None:
        """Return an account; its passkeys are not counted by anybody else meanwhile."""
        statement = select(AccountRow).where(AccountRow.id == account_id).with_for_update(key_share=True)
        return await self._session.scalar(statement)

    async def account(self, account_id: UUID) -> AccountRow | None:
        """Return an account."""
        return await self._session.get(AccountRow, account_id)

    async def session_id(self, account_id: UUID, token_hash: bytes | None) -> UUID | None:
        """Return the id of the account's session that has this cookie."""
        return await self._session.scalar(
            select(SessionRow.id).where(
                SessionRow.token_hash == token_hash, SessionRow.account_id == account_id
            )
        )

    async def keep_challenge(
        self, challenge: bytes, *, session_id: UUID | None = None, browser_digest: bytes | None = None
    ) -> None:
        """Keep a challenge until it is answered, and drop those that nobody answered."""
        await self._session.execute(_TIDY)
        self._session.add(
            PasskeyChallengeRow(
                challenge=challenge,
                session_id=session_id,
                browser_digest=browser_digest,
                expires_at=datetime.now(UTC) + CHALLENGE_LIVES,
            )
        )
        await self._session.flush()

    async def spend_challenge(
        self, challenge: bytes, *, session_id: UUID | None = None, browser_digest: bytes | None = None
    ) -> bool:
        """Take a challenge away; false when it is not there for this asker: of two who answer, one finds it."""
        row = PasskeyChallengeRow
        spent = await self._session.scalar(
            delete(row)
            .where(
                row.challenge == challenge,
                row.session_id == session_id
                if session_id is not None
                else row.browser_digest == browser_digest,
                row.expires_at > datetime.now(UTC),
            )
            .returning(row.challenge)
        )
        return spent is not None

    async def passkeys(self, account_id: UUID) -> Sequence[PasskeyRow]:
        """Return an account's passkeys, the newest first."""
        rows = await self._session.scalars(
            select(PasskeyRow).where(PasskeyRow.account_id == account_id).order_by(PasskeyRow.id.desc())
        )
        return rows.all()

    async def add(self, account_id: UUID, passkey: NewPasskey, name: str) -> PasskeyRow | None:
        """Keep a passkey; nothing when this credential is there already, whoever's it is."""
        return await self._session.scalar(
            insert(PasskeyRow)
            .values(
                account_id=account_id,
                credential_id=passkey.credential_id,
                public_key=passkey.public_key,
                sign_count=passkey.sign_count,
                transports=passkey.transports,
                is_synchronised=passkey.is_synchronised,
                name=name,
            )
            .on_conflict_do_nothing(index_elements=["credential_id"])
            .returning(PasskeyRow)
        )

    async def by_credential(self, credential_id: bytes) -> PasskeyRow | None:
        """Return the passkey of a credential, held: what it counts is compared once at a time."""
        return await self._session.scalar(
            select(PasskeyRow).where(PasskeyRow.credential_id == credential_id).with_for_update()
        )

    async def rename(self, account_id: UUID, passkey_id: UUID, name: str) -> PasskeyRow | None:
        """Give one of the account's passkeys another name."""
        return await self._session.scalar(
            update(PasskeyRow)
            .where(PasskeyRow.id == passkey_id, PasskeyRow.account_id == account_id)
            .values(name=name)
            .returning(PasskeyRow)
        )

    async def delete(self, account_id: UUID, passkey_id: UUID) -> str | None:
        """Delete one of the account's passkeys and return what it was called."""
        return await self._session.scalar(
            delete(PasskeyRow)
            .where(PasskeyRow.id == passkey_id, PasskeyRow.account_id == account_id)
            .returning(PasskeyRow.name)
        )
