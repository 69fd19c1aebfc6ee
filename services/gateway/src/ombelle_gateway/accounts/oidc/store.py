from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.oidc.domain import REQUEST_LIVES
from ombelle_gateway.accounts.oidc.tables import OidcIdentityRow, OidcRequestRow

_TIDY: Final = text("DELETE FROM oidc_request WHERE expires_at < now()")


class OidcStore:
    """Sign-ins under way at providers, and whom their subjects are here, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def begin(self, values: dict[str, Any]) -> None:
        """Keep what a browser must bring back, and drop what none brought."""
        await self._session.execute(_TIDY)
        self._session.add(OidcRequestRow(**values, expires_at=datetime.now(UTC) + REQUEST_LIVES))
        await self._session.flush()

    async def take(
        self, *, state_digest: bytes, browser_digest: bytes, provider: str
    ) -> OidcRequestRow | None:
        """Take away what was begun in this browser, at this provider: of two who bring it back, one finds it."""
        row = OidcRequestRow
        return await self._session.scalar(
            delete(row)
            .where(
                row.state_digest == state_digest,
                row.browser_digest == browser_digest,
                row.provider == provider,
                row.expires_at > datetime.now(UTC),
            )
            .returning(row)
        )

    async def account_of(self, issuer: str, subject: str) -> UUID | None:
        """Return whose account a subject is, and note that it is used."""
        row = OidcIdentityRow
        return await self._session.scalar(
            update(row)
            .where(row.issuer == issuer, row.subject == subject)
            .values(last_used_at=datetime.now(UTC))
            .returning(row.account_id)
        )

    async def tie(self, issuer: str, subject: str, account_id: UUID) -> bool:
        """Say whose account a subject is from now on; false when somebody said it first."""
        tied = await self._session.scalar(
            insert(OidcIdentityRow)
            .values(issuer=issuer, subject=subject, account_id=account_id, last_used_at=datetime.now(UTC))
            .on_conflict_do_nothing(index_elements=["issuer", "subject"])
            .returning(OidcIdentityRow.account_id)
        )
        return tied is not None
