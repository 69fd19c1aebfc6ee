"""What a mail server reports when it could not deliver: `python -m ombelle_gateway bounce` reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Final
from uuid import UUID

from ombelle_chassis.database import create_engine, session_maker

from ombelle_gateway.accounts.mail.store import MailStore

LARGEST: Final = 10_000_000
_MESSAGE_ID: Final = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\s]+>")
_WORDS_KEPT: Final = 500


class NotAReport(ValueError):
    """The message is no delivery status report, or does not say of which mail."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says of one mail of ours. `action` is `failed`, `delayed`, `delivered`, `relayed` or `expanded`."""

    message_key: UUID
    action: str
    words: str


def read_report(raw: bytes) -> Report:
    """Read a delivery status notification (RFC 3464 in a `multipart/report`, RFC 6522).

    Raises:
        NotAReport: it is none, or the mail that it returns is not one of ours.

    """
    message = message_from_bytes(raw, policy=default)
    if message.get_content_type() != "multipart/report":
        raise NotAReport("ce message n'est pas un rapport de remise (multipart/report)")
    statuses = [
        fields
        for part in message.walk()
        if part.get_content_type() == "message/delivery-status"
        for fields in _recipients(part)
    ]
    key = next(_keys_of_originals(message), None)
    if not statuses:
        raise NotAReport("ce rapport ne dit pas ce qu'il est advenu du courriel (message/delivery-status)")
    if key is None:
        raise NotAReport("ce rapport ne rend pas l'en-tête Message-ID d'un courriel d'Ombelle")
    # A mail of ours has one recipient; behind a forwarding there may be several: one failure is one.
    told = next((fields for fields in statuses if _action(fields) == "failed"), statuses[0])
    words = f"{told.get('Status', '')} {told.get('Diagnostic-Code', '')}"
    return Report(key, _action(told), " ".join(words.split())[:_WORDS_KEPT])


async def mark_bounce(database_url: str, raw: bytes) -> str:
    """Mark the mail that a report is about, and say in French what was done.

    Raises:
        NotAReport: it is none, or of no mail that has left here.

    """
    if len(raw) > LARGEST:
        raise NotAReport("ce message est trop gros pour un rapport de remise")
    report = read_report(raw)
    if report.action != "failed":
        return f"Rien à marquer : le rapport dit « {report.action} »."
    engine = create_engine(database_url, application_name="gateway-bounce")
    try:
        async with session_maker(engine)() as session, session.begin():
            found = await MailStore(session).bounce(report.message_key, report.words)
    finally:
        await engine.dispose()
    if found is None:
        raise NotAReport("aucun courriel parti d'ici ne porte ce Message-ID")
    return f"Courriel {found} : non remis ({report.words})."


def _recipients(part: EmailMessage) -> Iterator[EmailMessage]:
    """The groups of fields of a status, one for each recipient; the first group is about the message as a whole."""
    groups = part.get_payload()
    for fields in groups if isinstance(groups, list) else ():
        if isinstance(fields, EmailMessage) and "Action" in fields:
            yield fields


def _action(fields: EmailMessage) -> str:
    return str(fields.get("Action", "")).strip().lower()


def _keys_of_originals(message: EmailMessage) -> Iterator[UUID]:
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822" and isinstance(inner := part.get_payload(), list):
            original = inner[0]
            named = original.get("Message-ID", "") if isinstance(original, EmailMessage) else ""
            found = _MESSAGE_ID.search(str(named))
        elif kind == "text/rfc822-headers":
            found = _MESSAGE_ID.search(str(part.get_content()))
        else:
            continue
        if found:
            yield UUID(found[1])
