"""`mail.requested`: mails that other services have rendered and ask us to send."""

from uuid import uuid5

from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.mail_templates import Rendered, one_line
from ombelle_chassis.messages import Message
from ombelle_contracts.messages import MailRequested
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.mail.queue import store_mail
from ombelle_gateway.accounts.mail.receivers import administrators_of


async def mail_requested(session: AsyncSession, message: Message) -> None:
    """Queue the mail that a message brings. The message's id is the mail's: one that comes twice is one mail.

    What is for an organisation goes to each of those who administer it, under an id made of the message's and theirs.

    Raises:
        InvalidInput: it can never be sent, and is a dead letter.

    """
    wanted = MailRequested.model_validate(message.payload)
    if wanted.to_organisation is None:
        receivers = {message.id: str(wanted.to)}
    else:
        administrators = await administrators_of(session, wanted.to_organisation)
        receivers = {uuid5(message.id, str(account)): email for account, email in administrators}
    try:
        for mail_id, address in receivers.items():
            await store_mail(
                session,
                mail_id=mail_id,
                to=address,
                template=wanted.template,
                locale=wanted.locale,
                rendered=Rendered(one_line(wanted.subject), wanted.text, wanted.html),
                about=(wanted.about.kind, wanted.about.id) if wanted.about else None,
                is_secret=wanted.is_secret,
                sender=wanted.sender,
            )
    except ValueError as error:
        raise InvalidInput(f"Ce courriel ne peut être envoyé : {error}.") from error
