from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.signing_in.domain import WRONG_CODES
from ombelle_gateway.accounts.signing_in.tables import SignInLinkRow


class LinkStore:
    """Sign-in links in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def knows_browser(self, browser_hash: bytes) -> bool:
        """Say whether a browser with this mark has a link that is not too old."""
        known = await self._session.scalar(
            select(SignInLinkRow.id)
            .where(SignInLinkRow.browser_hash == browser_hash, SignInLinkRow.expires_at > func.now())
            .limit(1)
        )
        return known is not None

    async def add(self, values: Mapping[str, Any]) -> None:
        """Store a link."""
        self._session.add(SignInLinkRow(**values))
        await self._session.flush()

    async def usable(self, token_hash: bytes) -> SignInLinkRow | None:
        """Return a link that may still be used, locked: of two who follow it at once, one finds it."""
        return await self._session.scalar(
            select(SignInLinkRow).where(SignInLinkRow.token_hash == token_hash, *_USABLE).with_for_update()
        )

    async def usable_in(self, browser_hash: bytes) -> Sequence[SignInLinkRow]:
        """Return the links of a browser that may still be used by their codes, locked in one order."""
        rows = await self._session.scalars(
            select(SignInLinkRow)
            .where(SignInLinkRow.browser_hash == browser_hash, *_USABLE)
            .order_by(SignInLinkRow.id)
            .with_for_update()
        )
        return rows.all()

    async def count_wrong_code(self, link_ids: Sequence[UUID]) -> None:
        """Count a wrong code against these links."""
        await self._session.execute(
            update(SignInLinkRow)
            .where(SignInLinkRow.id.in_(link_ids))
            .values(wrong_codes=SignInLinkRow.wrong_codes + 1)
        )

    async def spend(self, link: SignInLinkRow) -> None:
        """Use a link up."""
        await self._session.execute(
            update(SignInLinkRow).where(SignInLinkRow.id == link.id).values(spent_at=func.now())
        )


_USABLE = (
    SignInLinkRow.spent_at.is_(None),
    SignInLinkRow.expires_at > func.now(),
    SignInLinkRow.wrong_codes < WRONG_CODES,
)
