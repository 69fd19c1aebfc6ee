"""The readable history of an application: what happened, for whom it is told."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.domain import Audience, Side
from ombelle_events.applications.merging import is_same
from ombelle_events.applications.tables import ApplicationEntryRow, ApplicationRow

# An edit goes on while the same person works at it, nothing else happened, and its first half hour lasts.
_GO_ON: Final = text("""
UPDATE application_entry SET changes = :changes, until = greatest(until, at, now())
WHERE id = :id
""").bindparams(bindparam("changes", type_=JSONB))
_LAST: Final = text("""
SELECT id, action, actor, status, changes, at > now() - interval '30 minutes' AS is_fresh
FROM application_entry WHERE application_id = :application_id ORDER BY id DESC LIMIT 1
""")


async def write_entry(
    session: AsyncSession,
    application: ApplicationRow,
    *,
    actor: str,
    side: Side,
    action: str,
    audience: Audience = "applicant",
    reason: str | None = None,
    changes: Iterable[Mapping[str, Any]] = (),
) -> None:
    """Write a line of the history, in the transaction that it tells of.

    Args:
        session: in that transaction; the application is locked.
        application: as it is now.
        actor: an account's id, or `token:` and a token's (`Asker.actor`).
        side: for whom the actor acted.
        action: what was done, a word of the domain: `submitted`, `changes_requested`, `party_invited`.
        audience: who may read it: `applicant` everybody who reads the dossier, `committee`, or `staff`.
        reason: why, in the actor's words.
        changes: what changed: `{"pointer", "label", "before", "after"}`.

    """
    session.add(
        ApplicationEntryRow(
            application_id=application.id,
            actor=actor,
            side=side,
            audience=audience,
            action=action,
            status=application.status,
            reason=reason,
            changes=[dict(change) for change in changes],
        )
    )
    await session.flush()


async def write_edit(
    session: AsyncSession, application: ApplicationRow, *, actor: str, changes: list[dict[str, Any]]
) -> bool:
    """Write what an edit changed, as part of the same person's last entry while they are still at work.

    Returns:
        Whether they begin to work with it.

    """
    last = (await session.execute(_LAST, {"application_id": application.id})).mappings().one_or_none()
    if (
        last is None
        or not last["is_fresh"]
        or (last["action"], last["actor"], last["status"]) != ("edited", actor, application.status)
    ):
        await write_entry(session, application, actor=actor, side="holder", action="edited", changes=changes)
        return True
    joined = join_changes(last["changes"], changes)
    await session.execute(_GO_ON, {"id": last["id"], "changes": joined})
    return False


def join_changes(
    earlier: Iterable[Mapping[str, Any]], later: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return what two edits one after the other changed together; what is as before again is left out."""
    joined = {change["pointer"]: dict(change) for change in earlier}
    for change in later:
        known = joined.get(change["pointer"])
        joined[change["pointer"]] = {**change, "before": known["before"]} if known else dict(change)
    return [change for change in joined.values() if not is_same(change["before"], change["after"])]
