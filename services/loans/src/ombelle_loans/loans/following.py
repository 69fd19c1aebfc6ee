"""What other services tell that changes requests and loans: a merged organisation, an account that is no more."""

from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_MERGE: Final = text("""
UPDATE loan_request SET organisation_id = :into, version = version + 1, updated_at = now() WHERE organisation_id = :gone
""")
_ERASING: Final = text("SELECT set_config('ombelle.erasing', :value, true)")
_CREATED: Final = text("UPDATE loan_request SET created_by = :erased WHERE created_by = :account")
_ACTED: Final = text("UPDATE loan_entry SET actor = :erased WHERE actor = :account")
# What was signed says who signed; here their name is only for agreements to come.
_SIGNS: Final = text("""
UPDATE loan_request SET signatory_name = NULL, signatory_capacity = NULL, signatory_email = NULL, version = version + 1
WHERE signatory_email IS NOT NULL
  AND encode(sha256(convert_to(lower(signatory_email), 'UTF8')), 'hex') = :digest
""")


async def follow_merge(session: AsyncSession, gone: UUID, into: UUID) -> None:
    """Let what an organisation asked for be that of the one it became."""
    await session.execute(_MERGE, {"gone": gone, "into": into})


async def forget_account(session: AsyncSession, account: str, erased: str, email_digest: str) -> None:
    """Name an account nowhere any more, nor its owner as a signatory; what it did stays.

    Args:
        session: the transaction with the message that says so.
        account: its id.
        erased: what stands in its place.
        email_digest: SHA-256, in hexadecimal, of its case-folded address.

    """
    values = {"account": account, "erased": erased}
    await session.execute(_CREATED, values)
    await session.execute(_ERASING, {"value": "on"})
    await session.execute(_ACTED, values)
    await session.execute(_ERASING, {"value": "off"})
    await session.execute(_SIGNS, {"digest": email_digest})
