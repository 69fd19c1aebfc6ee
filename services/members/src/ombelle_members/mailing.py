"""The service's mails: rendered here, sent by the gateway once the transaction that wants them is committed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from ombelle_chassis.mail_templates import Rendered, render
from ombelle_chassis.messages import post
from ombelle_contracts.messages import MailRequested, MailSubject
from sqlalchemy.ext.asyncio import AsyncSession

MAILS: Final = Path(__file__).parent / "mails"


def rendered(template: str, locale: str, values: Mapping[str, Any]) -> Rendered:
    """Return a mail as it would leave."""
    return render(MAILS, template, locale, values)


async def ask_for_mail(
    session: AsyncSession,
    to: str,
    template: str,
    locale: str,
    values: Mapping[str, Any],
    *,
    organisation_id: UUID,
) -> None:
    """Have a mail about an organisation sent.

    None of ours opens anything by itself: the link of an invitation is good for an account of its address only.
    """
    mail = rendered(template, locale, values)
    wanted = MailRequested(
        to=to,
        locale=locale,
        template=template,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        about=MailSubject(kind="organisation", id=str(organisation_id)),
        is_secret=False,
    )
    await post(session, "mail.requested", key=str(uuid4()), version=1, payload=wanted)
