"""Programs' tokens in PostgreSQL. Whose they are is part of each statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.tokens.domain import NOTICE_DAYS, NewToken


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: their account, if they have one, and whether they are the agency's administrator."""

    account_id: UUID | None
    is_agency: bool


# `mine` is the asker's role in the organisation: without one, only the agency sees its tokens.
_SEEN: Final = """
SELECT t.id, t.prefix, t.name, t.scopes, t.created_at, t.expires_on, t.last_used_at, t.ended_at, t.is_live, t.is_over,
  jsonb_build_object('id', t.organisation_id, 'name', coalesce(t.organisation_name, '')) AS organisation,
  jsonb_build_object('id', t.account_id, 'name', t.maker_name) AS created_by,
  CASE WHEN NOT t.is_over AND (:is_agency OR mine.role = 'administrator' OR t.account_id = :account)
    THEN ARRAY['end'] ELSE '{}'::text[] END AS allowed_actions
FROM api_token_now t
LEFT JOIN membership_copy mine
  ON mine.account_id = CAST(:account AS uuid) AND mine.organisation_id = t.organisation_id
WHERE (mine.role IS NOT NULL OR :is_agency)
"""
_PAGE: Final = text(
    _SEEN
    + """
  AND (CAST(:organisation AS uuid) IS NULL OR t.organisation_id = :organisation)
  AND (CAST(:after AS uuid) IS NULL OR t.id < :after)
ORDER BY t.id DESC LIMIT :count
"""
)
_ONE: Final = text(_SEEN + " AND t.id = :token")
# The organisation's row is held, so that it does not become another one while a token is made for it.
_ORGANISATION: Final = text("""
SELECT o.organisation_id, m.role FROM organisation_copy o
LEFT JOIN membership_copy m ON m.organisation_id = o.organisation_id AND m.account_id = CAST(:account AS uuid)
WHERE o.organisation_id = :organisation AND o.merged_into IS NULL AND (m.role IS NOT NULL OR :is_agency)
FOR NO KEY UPDATE OF o
""")
_MAY_SEE: Final = text("""
SELECT EXISTS (SELECT FROM organisation_copy WHERE organisation_id = :organisation AND :is_agency) OR EXISTS (
  SELECT FROM membership_copy
  WHERE account_id = CAST(:account AS uuid) AND organisation_id = :organisation AND role IS NOT NULL)
""")
_COUNT: Final = text("SELECT count(*) FROM api_token_now WHERE organisation_id = :organisation AND is_live")
_ADD: Final = text("""
INSERT INTO api_token (prefix, digest, name, organisation_id, account_id, scopes, expires_on)
VALUES (:prefix, :digest, :name, :organisation, :account, :scopes, :expires_on) RETURNING id
""")
_END: Final = text(
    "UPDATE api_token SET ended_at = now(), ended_by = :by WHERE id = :token AND ended_at IS NULL"
)
# Those that live no longer than the notice need none, and nobody is told twice.
_TO_NOTICE: Final = text("""
WITH noticed AS (
  UPDATE api_token t SET noticed_at = now() FROM api_token_now n
  WHERE n.id = t.id AND n.is_live AND t.noticed_at IS NULL
    AND t.expires_on <= (now() AT TIME ZONE 'Europe/Paris')::date + CAST(:days AS integer)
    AND t.expires_on > (t.created_at AT TIME ZONE 'Europe/Paris')::date + CAST(:days AS integer)
  RETURNING t.id, t.name, t.prefix, t.expires_on, t.organisation_id, n.maker_email AS email, n.maker_locale AS locale,
    coalesce(n.organisation_name, '') AS organisation
)
SELECT * FROM noticed ORDER BY id
""")
_ADMINISTRATORS: Final = text("""
SELECT a.email, a.locale FROM membership_copy m JOIN account a ON a.id = m.account_id
WHERE m.organisation_id = :organisation AND m.role = 'administrator' AND a.suspended_at IS NULL ORDER BY a.email
""")


class TokenStore:
    """Tokens in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def may_see(self, asker: Asker, organisation: UUID) -> bool:
        """Say whether they may know of this organisation's tokens."""
        values = {**_of(asker), "organisation": organisation}
        return bool((await self._session.execute(_MAY_SEE, values)).scalar_one())

    async def page(
        self, asker: Asker, *, organisation: UUID | None, after: UUID | None, count: int
    ) -> Sequence[RowMapping]:
        """Return the tokens that they may see, the newest first."""
        values = {**_of(asker), "organisation": organisation, "after": after, "count": count}
        return (await self._session.execute(_PAGE, values)).mappings().all()

    async def token(self, asker: Asker, token_id: UUID) -> RowMapping | None:
        """Return a token that they may see."""
        values = {**_of(asker), "token": token_id}
        return (await self._session.execute(_ONE, values)).mappings().one_or_none()

    async def hold_organisation(self, asker: Asker, organisation: UUID) -> RowMapping | None:
        """Return the organisation's id and the asker's `role` in it, and let nobody else make a token there meanwhile.

        None when they may not know of it, or when it became another one.
        """
        values = {**_of(asker), "organisation": organisation}
        return (await self._session.execute(_ORGANISATION, values)).mappings().one_or_none()

    async def count_live(self, organisation: UUID) -> int:
        """Return how many tokens of the organisation serve."""
        counted: int = (await self._session.execute(_COUNT, {"organisation": organisation})).scalar_one()
        return counted

    async def add(
        self,
        token: NewToken,
        *,
        name: str,
        organisation: UUID,
        account: UUID,
        scopes: list[str],
        expires_on: date,
    ) -> UUID:
        """Keep a token and return its id."""
        values = {
            "prefix": token.prefix,
            "digest": token.digest,
            "name": name,
            "organisation": organisation,
            "account": account,
            "scopes": scopes,
            "expires_on": expires_on,
        }
        added: UUID = (await self._session.execute(_ADD, values)).scalar_one()
        return added

    async def end(self, token_id: UUID, *, by: str) -> bool:
        """End a token; false when it had ended."""
        ended: Any = await self._session.execute(_END, {"token": token_id, "by": by})
        return bool(ended.rowcount)

    async def take_expiring(self) -> Sequence[RowMapping]:
        """Return the tokens whose makers are to be told that they expire, and note that they are."""
        return (await self._session.execute(_TO_NOTICE, {"days": NOTICE_DAYS})).mappings().all()

    async def administrators(self, organisation: UUID) -> Sequence[RowMapping]:
        """Return address and language of those who administer the organisation."""
        return (await self._session.execute(_ADMINISTRATORS, {"organisation": organisation})).mappings().all()


def _of(asker: Asker) -> dict[str, Any]:
    return {"account": asker.account_id, "is_agency": asker.is_agency}
