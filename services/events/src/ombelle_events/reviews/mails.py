"""The mails to those who review: what is asked of them, and what still waits. They name no dossier, only how many."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.domain import TextKey
from ombelle_events.calls.tables import CallRow, TextTemplateRow
from ombelle_events.mailing import Mail, OwnWords, rendered

_LOCALE: Final = "fr"
_EDITION: Final = text("SELECT e.year FROM call g JOIN edition e ON e.id = g.edition_id WHERE g.id = :call")


async def mails_to_reviewers(
    session: AsyncSession,
    call: CallRow,
    key: TextKey,
    rows: Iterable[Mapping[str, Any]],
    *,
    message: str | None,
    public_url: str,
) -> list[tuple[dict[str, Any], Mail]]:
    """Return each mail as it is shown, and as it leaves.

    Args:
        session: of the transaction in which they would leave.
        call: whose committee they sit in; what the team wrote for it stands for ours.
        key: which mail.
        rows: `account_id`, `name`, `email`, `count` of applications, and the first day that something is due, `due_on`.
        message: what to add, in the coordination's own words.
        public_url: where the site is.

    """
    shared = {
        "call": call.title,
        "contact": call.contact_email,
        "edition": await session.scalar(_EDITION, {"call": call.id}),
        "message": message,
        "link": f"{public_url}/espace/evaluations",
    }
    written = await session.get(TextTemplateRow, (call.id, "mail", key))
    own = None if written is None else OwnWords(written.subject, written.body)
    mails = []
    for row in rows:
        values = {"recipient": row["name"], "count": row["count"], "due_on": row["due_on"], **shared}
        mail = Mail(row["email"], _LOCALE, key, ("call", str(call.id)), rendered(key, _LOCALE, values, own))
        mails.append((_shown(row, mail), mail))
    return mails


def _shown(row: Mapping[str, Any], mail: Mail) -> dict[str, Any]:
    text = mail.rendered
    return {
        "account": {"id": row["account_id"], "name": row["name"]},
        "count": row["count"],
        "due_on": row["due_on"],
        "mail": {"to": mail.to, "subject": text.subject, "text": text.text, "html": text.html},
    }
