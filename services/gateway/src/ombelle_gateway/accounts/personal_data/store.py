"""The SQL of personal data: what this schema holds of an account, and what takes it away."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.words import word_patterns
from sqlalchemy import Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.personal_data.domain import Receipt
from ombelle_gateway.accounts.personal_data.tables import ErasureRow

# Everything but what would open a door: hashes of links, cookies and tokens, and keys, say nothing of anybody.
_SECTIONS: Final = {
    "account": """
        SELECT id, email, name, locale, created_at, suspended_at, version FROM account WHERE id = :account""",
    "roles": "SELECT role, given_at FROM account_role WHERE account_id = :account ORDER BY role",
    "organisations": """
        SELECT m.organisation_id, o.name, m.role FROM membership_copy m
        LEFT JOIN organisation_copy o USING (organisation_id)
        WHERE m.account_id = :account AND m.role IS NOT NULL ORDER BY m.organisation_id""",
    "sessions": """
        SELECT method, browser, network::text, created_at, last_used_at FROM sign_in_session
        WHERE account_id = :account ORDER BY created_at""",
    "passkeys": """
        SELECT name, created_at, last_used_at FROM passkey WHERE account_id = :account ORDER BY created_at""",
    "sign_in_providers": """
        SELECT issuer, subject, created_at, last_used_at FROM oidc_identity WHERE account_id = :account
        ORDER BY created_at""",
    "tokens": """
        SELECT prefix, name, organisation_id, scopes, created_at, expires_on, last_used_at, ended_at FROM api_token
        WHERE account_id = :account ORDER BY created_at""",
    "webhooks": "SELECT name, organisation_id, created_at FROM webhook WHERE created_by = :account ORDER BY created_at",
    "address_changes": "SELECT email, created_at, expires_at FROM email_change WHERE account_id = :account",
    "sign_in_links": """
        SELECT created_at, expires_at, spent_at FROM sign_in_link WHERE lower(email) = lower(:email)
        ORDER BY created_at""",
    "mails": """
        SELECT created_at, sent_at, state, to_address AS "to", subject,
          CASE WHEN NOT is_secret THEN text_body END AS text FROM mail
        WHERE lower(to_address) = lower(:email) OR (about_kind = 'account' AND about_id = CAST(:id AS text))
        ORDER BY created_at""",
    "history": """
        SELECT e.at, e.action, e.subject_kind, CASE WHEN v.subject_id = CAST(:id AS text) THEN v."values" END
          AS "values" FROM audit_entry e JOIN audit_value v USING (seq)
        WHERE CAST(:id AS text) IN (v.actor, v.subject_id) ORDER BY e.seq""",
}
_ROWS: Final = "SELECT coalesce(jsonb_agg(to_jsonb(found)), '[]') FROM ({}) AS found"

_FORMER: Final = text("""
SELECT DISTINCT address FROM audit_entry e JOIN audit_value v USING (seq),
  LATERAL (VALUES (v."values" ->> 'from'), (v."values" ->> 'to')) AS known (address)
WHERE e.action = 'email_changed' AND v.subject_id = CAST(:id AS text) AND address IS NOT NULL
""")

# A mail to them or about them has nothing left but that there was one. One to somebody else that names them loses what
# it says; while it waits, it leaves first, and loses it then.
_MAILS: Final = (
    text("""
        DELETE FROM mail WHERE state = 'waiting' AND (lower(to_address) = ANY (:addresses)
          OR (about_kind = 'account' AND about_id = :id))"""),
    text("""
        UPDATE mail SET to_address = NULL, subject = NULL, text_body = NULL, html_body = NULL, about_kind = NULL,
          about_id = NULL, last_error = NULL
        WHERE state <> 'waiting' AND (lower(to_address) = ANY (:addresses)
          OR (about_kind = 'account' AND about_id = :id))"""),
    text("""
        UPDATE mail SET subject = NULL, text_body = NULL, html_body = NULL, last_error = NULL
        WHERE state <> 'waiting' AND lower(concat_ws(' ', subject, text_body, html_body, last_error)) ~ ANY (:patterns)
        """),
    text("""
        UPDATE mail SET is_forgotten = true
        WHERE state = 'waiting' AND lower(concat_ws(' ', subject, text_body, html_body)) ~ ANY (:patterns)"""),
)
_ELSEWHERE: Final = (
    text("DELETE FROM sign_in_link WHERE lower(email) = ANY (:addresses)"),
    text("DELETE FROM email_change WHERE lower(email) = ANY (:addresses)"),
    text("DELETE FROM limit_hit WHERE key = ANY (:limits)"),
    text("UPDATE account_role SET given_by = 'erased' WHERE given_by = :id"),
    text("UPDATE api_token SET ended_by = 'erased' WHERE ended_by = :id"),
    text("UPDATE webhook SET name = 'Webhook' WHERE lower(name) ~ ANY (:patterns)"),
    text("DELETE FROM pgqueuer_log WHERE lower(traceback::text) ~ ANY (:patterns)"),
    text("DELETE FROM account WHERE id = :account"),
)
_PARAMETERS: Final = {
    "addresses": ARRAY(Text),
    "patterns": ARRAY(Text),
}


class PersonalDataStore:
    """What is held of one account, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession, account_id: UUID, email: str) -> None:
        self._session = session
        self._account_id = account_id
        self._email = email

    async def sections(self) -> dict[str, list[dict[str, Any]]]:
        """Return all of it, section by section, as JSON has it."""
        values = {"account": self._account_id, "id": str(self._account_id), "email": self._email}
        found = {}
        for name, statement in _SECTIONS.items():
            asked = text(_ROWS.format(statement))
            named = {key: value for key, value in values.items() if f":{key}" in statement}
            found[name] = await self._session.scalar(asked, named)
        return found

    async def addresses(self) -> list[str]:
        """Return the account's addresses, the present one first, in lower case."""
        former = (await self._session.scalars(_FORMER, {"id": str(self._account_id)})).all()
        present = self._email.lower()
        return [present, *sorted({one.lower() for one in former} - {present})]

    async def forget_mails(self, addresses: Sequence[str], names: Sequence[str]) -> None:
        """Take them out of the mails; how many mails there were stays."""
        await self._run(_MAILS, addresses, names)

    async def delete(
        self, addresses: Sequence[str], names: Sequence[str], *, limits: Sequence[bytes]
    ) -> None:
        """Delete the account, what hangs on it, and what names it elsewhere.

        Raises:
            sqlalchemy.exc.IntegrityError: it is the last administrator's.

        """
        await self._run(_ELSEWHERE, addresses, names, limits=list(limits))

    async def _run(
        self, statements: Sequence[Any], addresses: Sequence[str], names: Sequence[str], **more: Any
    ) -> None:
        values = {
            "account": self._account_id,
            "id": str(self._account_id),
            "addresses": list(addresses),
            "patterns": word_patterns([*addresses, *names, str(self._account_id)]),
            **more,
        }
        for statement in statements:
            used = [name for name in values if f":{name}" in statement.text]
            typed = [bindparam(name, type_=_PARAMETERS[name]) for name in used if name in _PARAMETERS]
            await self._session.execute(statement.bindparams(*typed), {name: values[name] for name in used})


class ErasureStore:
    """Receipts in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def keep(self, receipt: Receipt) -> None:
        """Keep a receipt."""
        self._session.add(
            ErasureRow(number=receipt.number, erased_at=receipt.erased_at, services=list(receipt.services))
        )
        await self._session.flush()

    async def erased_at(self, number: str) -> datetime | None:
        """Return when the erasure of this receipt took place."""
        found = await self._session.get(ErasureRow, number)
        return found.erased_at if found else None
