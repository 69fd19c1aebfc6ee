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


async def write_to(
    session: AsyncSession,
    to: str | UUID,
    template: str,
    values: Mapping[str, Any],
    *,
    about: tuple[str, UUID],
    locale: str = "fr",
    is_secret: bool = False,
    key: str | None = None,
) -> UUID:
    """Have a mail of the association sent once the transaction is committed, and return the id it was asked for by.

    Args:
        session: the transaction that wants it.
        to: an address, or the organisation whose administrators get it.
        template: its name in `mails`.
        values: what the template says.
        about: kind and id of what it is about, such as `("fee", fee_id)`.
        locale: `fr` or `en`.
        is_secret: whether its link opens something by itself.
        key: what it is listed as, where several mails share one template.

    """
    mail = rendered(template, locale, values)
    kind, identifier = about
    wanted = MailRequested(
        to=to if isinstance(to, str) else None,
        to_organisation=to if isinstance(to, UUID) else None,
        locale=locale,
        template=key or template,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        about=MailSubject(kind=kind, id=str(identifier)),
        is_secret=is_secret,
    )
    mail_id = uuid4()
    await post(session, "mail.requested", key=str(mail_id), version=1, payload=wanted)
    return mail_id
