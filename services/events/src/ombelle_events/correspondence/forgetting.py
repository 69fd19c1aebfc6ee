"""What an account that is erased leaves in correspondence: what was said, by somebody who is no more."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_WHO: Final = {
    "attachment": ("uploaded_by", "removed_by"),
    "application_message": ("author", "read_by"),
    "change_request": ("asked_by", "answered_by"),
}
# What is looked through: the end of a file's name would else be taken for that of an address.
_SAID: Final = (
    ("attachment", "name", r"regexp_replace(t.name, '\.[^.]*$', '')"),
    ("application_message", "text", "t.text"),
    ("change_request", "message", "t.message"),
    ("change_request", "answer", "t.answer"),
)
_GONE: Final = "[adresse effacée]"

MESSAGES: Final = text("""
SELECT l.title AS call, a.number, m.at, m.text FROM application_message m
JOIN application a ON a.id = m.application_id JOIN call l ON l.id = a.call_id
WHERE m.author = :account ORDER BY m.id
""")
ATTACHMENTS: Final = text("""
SELECT l.title AS call, a.number, f.name, f.size_bytes, f.uploaded_at, f.removed_at FROM attachment f
JOIN application a ON a.id = f.application_id JOIN call l ON l.id = a.call_id
WHERE f.uploaded_by = :account OR f.removed_by = :account ORDER BY f.id
""")
CHANGE_REQUESTS: Final = text("""
SELECT l.title AS call, a.number, r.asked_at, r.answered_at, CASE WHEN r.asked_by = :account THEN r.message END AS message,
  CASE WHEN r.answered_by = :account THEN r.answer END AS answer FROM change_request r
JOIN application a ON a.id = r.application_id JOIN call l ON l.id = a.call_id
WHERE r.asked_by = :account OR r.answered_by = :account ORDER BY r.id
""")
"""What an account wrote and sent, for the archive that its owner asks for."""


async def forget_correspondent(
    session: AsyncSession, account: str, email_digest: str, *, erased: str
) -> None:
    """Leave nothing in correspondence that names an account, by its id or by its address.

    Args:
        session: in the transaction that erases.
        account: the account's id.
        email_digest: SHA-256, in hexadecimal, of its case-folded address.
        erased: who did what they did, from now on.

    """
    for table, columns in _WHO.items():
        for column in columns:
            statement = f"UPDATE {table} SET {column} = :erased WHERE {column} = :account"  # noqa: S608 - names of ours
            await session.execute(text(statement), {"account": account, "erased": erased})
    for table, column, said in _SAID:
        await _forget_address(session, table, column, said, email_digest)


async def _forget_address(session: AsyncSession, table: str, column: str, said: str, digest: str) -> None:
    """Take an address out of a text, wherever it stands; of it only its digest is known."""
    found = await session.execute(
        text(rf"""
SELECT DISTINCT t.id, word[1] AS address FROM {table} t,
  regexp_matches({said}, '[^\s"<>(),;:]+@[^\s"<>(),;:]*[[:alnum:]]', 'g') AS word
WHERE encode(sha256(convert_to(lower(word[1]), 'UTF8')), 'hex') = :digest
"""),  # noqa: S608 - names of ours
        {"digest": digest},
    )
    for row in found.all():
        await session.execute(
            text(f"UPDATE {table} SET {column} = replace({column}, :address, :gone) WHERE id = :id"),  # noqa: S608
            {"address": row.address, "gone": _GONE, "id": row.id},
        )
