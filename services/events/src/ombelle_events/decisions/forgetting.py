"""What an account that is erased leaves in decisions: what it decided, done by somebody who is no more."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_FORGET: Final = (
    text("UPDATE decision_batch SET created_by = :erased WHERE created_by = :account"),
    text("UPDATE decision_batch SET applied_by = :erased WHERE applied_by = :account"),
    text("UPDATE decision_item SET staged_by = :erased WHERE staged_by = :account"),
    text("DELETE FROM decision_preview WHERE made_by = :account"),
    # Minutes keep how many sat and how often somebody stood back; the name goes.
    text("""
UPDATE decision_batch SET minutes = minutes || jsonb_build_object(
  'applied_by', CASE WHEN minutes #>> '{applied_by,account_id}' = :account
    THEN jsonb_build_object('account_id', CAST(:erased AS text), 'name', NULL) ELSE minutes -> 'applied_by' END,
  'present', (
    SELECT coalesce(jsonb_agg(CASE WHEN p.value ->> 'account_id' = :account
      THEN p.value || jsonb_build_object('account_id', CAST(:erased AS text), 'name', CAST(:somebody AS text))
      ELSE p.value END ORDER BY p.n), '[]') FROM jsonb_array_elements(minutes -> 'present') WITH ORDINALITY p (value, n)),
  'stood_back', (
    SELECT coalesce(jsonb_agg(CASE WHEN s.value ->> 'account_id' = :account
      THEN s.value || jsonb_build_object('account_id', CAST(:erased AS text), 'name', CAST(:somebody AS text))
      ELSE s.value END ORDER BY s.n), '[]') FROM jsonb_array_elements(minutes -> 'stood_back') WITH ORDINALITY s (value, n)))
WHERE minutes IS NOT NULL AND strpos(minutes::text, :account) > 0
"""),
)
_SOMEBODY: Final = "Une personne dont le compte a été effacé"

MADE: Final = text("""
SELECT 'batch_begun' AS kind, b.title, b.created_at AS at FROM decision_batch b WHERE b.created_by = :account
UNION ALL SELECT 'batch_applied', b.title, b.applied_at FROM decision_batch b WHERE b.applied_by = :account
UNION ALL SELECT 'decision_staged', b.title || ', ' || a.number, i.staged_at FROM decision_item i
  JOIN decision_batch b ON b.id = i.batch_id JOIN application a ON a.id = i.application_id WHERE i.staged_by = :account
UNION ALL SELECT 'present', b.title, b.created_at FROM decision_presence p JOIN decision_batch b ON b.id = p.batch_id
  WHERE p.account_id::text = :account
ORDER BY at, kind, title
""")
"""What an account did in decisions, for the archive that its owner asks for."""


async def forget_decider(session: AsyncSession, account: str, *, erased: str) -> None:
    """Leave nothing in decisions that names an account."""
    for statement in _FORGET:
        named = statement.compile().params
        values = {"account": account, "erased": erased, "somebody": _SOMEBODY}
        await session.execute(statement, {name: value for name, value in values.items() if name in named})
