"""The statements of the rules. `:before` is now less the rule's age; `:now` the time that the job is told."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.retention.tables import SleepNoticeRow

STATEMENTS: Final[dict[str, tuple[str, ...]]] = {
    "sign_in_link": ("DELETE FROM sign_in_link WHERE expires_at <= :before",),
    "address_change": ("DELETE FROM email_change WHERE expires_at <= :before",),
    "attempt": ("DELETE FROM limit_hit WHERE expires_at <= :before",),
    "ceremony": (
        "DELETE FROM passkey_challenge WHERE expires_at <= :before",
        "DELETE FROM oidc_request WHERE expires_at <= :before",
    ),
    # As `session_serves` of the first migration has it.
    "session": (
        """DELETE FROM sign_in_session s WHERE s.created_at <= CAST(:now AS timestamptz) - interval '180 days'
          OR s.last_used_at <= :before OR (s.last_used_at <= CAST(:now AS timestamptz) - interval '12 hours'
            AND EXISTS (SELECT FROM account_role r WHERE r.account_id = s.account_id))""",
    ),
    "sign_in_trace": (
        """UPDATE audit_value v SET "values" = NULL, values_salt = NULL FROM audit_entry e
        WHERE e.seq = v.seq AND v."values" IS NOT NULL AND e.at <= :before
          AND e.action IN ('signed_in', 'sign_in_refused', 'signed_out', 'session_ended')""",
    ),
    "audit_trace": (
        """UPDATE audit_value v SET actor = NULL, actor_salt = NULL, subject_id = NULL, subject_salt = NULL,
          "values" = NULL, values_salt = NULL FROM audit_entry e
        WHERE e.seq = v.seq AND e.at <= :before AND num_nonnulls(v.actor, v.subject_id, v."values") > 0""",
    ),
    "mail_body": (
        """UPDATE mail SET text_body = NULL, html_body = NULL
        WHERE state <> 'waiting' AND created_at <= :before AND num_nonnulls(text_body, html_body) > 0""",
    ),
    "mail_address": (
        """UPDATE mail SET to_address = NULL, subject = NULL, about_kind = NULL, about_id = NULL, last_error = NULL
        WHERE state <> 'waiting' AND created_at <= :before
          AND num_nonnulls(to_address, subject, about_id, last_error) > 0""",
    ),
    "mail_waiting": (
        """UPDATE mail SET state = 'failed', next_try_at = NULL, started_at = NULL,
          to_address = CASE WHEN NOT is_forgotten THEN to_address END,
          subject = CASE WHEN NOT is_forgotten THEN subject END,
          about_kind = CASE WHEN NOT is_forgotten THEN about_kind END,
          about_id = CASE WHEN NOT is_forgotten THEN about_id END,
          last_error = CASE WHEN NOT is_forgotten THEN last_error END,
          text_body = CASE WHEN NOT (is_forgotten OR is_secret) THEN text_body END,
          html_body = CASE WHEN NOT (is_forgotten OR is_secret) THEN html_body END
        WHERE state = 'waiting' AND created_at <= :before""",
    ),
    "token": (
        """DELETE FROM api_token
        WHERE least(ended_at, (expires_on + 1)::timestamp AT TIME ZONE 'Europe/Paris') <= :before""",
    ),
    "webhook_delivery": ("DELETE FROM webhook_delivery WHERE state <> 'waiting' AND created_at <= :before",),
    "repeated_request": ("DELETE FROM idempotent_request WHERE at <= :before",),
    "erasure": ("DELETE FROM erasure WHERE erased_at <= :before",),
}

_AWAKE: Final = text("DELETE FROM sleep_notice n WHERE account_last_seen(n.account_id) > n.noticed_at")
_UNTOLD: Final = text("""
SELECT a.id FROM account a WHERE account_last_seen(a.id) <= :before
  AND NOT EXISTS (SELECT FROM sleep_notice n WHERE n.account_id = a.id) ORDER BY a.id
""")
_OVERDUE: Final = text("""
SELECT n.account_id FROM sleep_notice n
WHERE n.erased_on <= :today AND account_last_seen(n.account_id) <= :before ORDER BY n.account_id
""")
_STILL: Final = text("SELECT account_last_seen(:account) <= :before")


class RetentionStore:
    """Accounts where nobody signs in, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def void_notices(self) -> None:
        """Forget that those were told who have come back since."""
        await self._session.execute(_AWAKE)

    async def to_tell(self, before: datetime) -> Sequence[UUID]:
        """Return accounts last seen by then whose owner was not told yet."""
        return (await self._session.scalars(_UNTOLD, {"before": before})).all()

    async def to_erase(self, before: datetime, today: date) -> Sequence[UUID]:
        """Return accounts last seen by then whose owner was told, and whose day has come."""
        return (await self._session.scalars(_OVERDUE, {"before": before, "today": today})).all()

    async def sleeper(self, account_id: UUID, before: datetime) -> AccountRow | None:
        """Return an account, locked until the transaction ends, if it sleeps still."""
        account = await self._session.get(AccountRow, account_id, with_for_update=True)
        sleeps = account and await self._session.scalar(_STILL, {"account": account_id, "before": before})
        return account if sleeps else None

    async def told(self, account_id: UUID, *, now: datetime, erased_on: date) -> None:
        """Remember that their owner was told."""
        self._session.add(SleepNoticeRow(account_id=account_id, noticed_at=now, erased_on=erased_on))
        await self._session.flush()
