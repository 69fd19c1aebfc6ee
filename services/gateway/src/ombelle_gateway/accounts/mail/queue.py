"""Writing a mail: stored, with the job that sends it, in the transaction of whoever wants it sent."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.mail_templates import LOCALES, Rendered, render
from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.mail.smtp import envelope_address
from ombelle_gateway.accounts.mail.tables import MailRow

TEMPLATES: Final = Path(__file__).parent / "templates"
SEND_JOB: Final = "mail-send"
OURSELVES: Final = "gateway"


async def queue_mail(
    session: AsyncSession,
    *,
    to: str,
    template: str,
    locale: str,
    values: Mapping[str, Any],
    about: tuple[str, str] | None = None,
    is_secret: bool = False,
    is_forgotten: bool = False,
) -> UUID:
    """Render a template of this service and queue it; it leaves once the caller's transaction is committed.

    Args:
        session: in a transaction.
        to: one address.
        template: name of a template of `templates/`.
        locale: `fr` or `en`.
        values: what the template names.
        about: kind and id of what it is about, like `("account", "0199…")`.
        is_secret: what it says opens a door: its bodies go as soon as it has left, and nobody is shown them.
        is_forgotten: nothing of it stays once it has left.

    Raises:
        ValueError: unknown language, no address in `to`, or no web address where a link stands.
        jinja2.TemplateError: unknown template, or a value is missing.

    """
    return await store_mail(
        session,
        to=to,
        template=template,
        locale=locale,
        rendered=render(TEMPLATES, template, locale, values),
        about=about,
        is_secret=is_secret,
        is_forgotten=is_forgotten,
    )


async def store_mail(
    session: AsyncSession,
    *,
    to: str,
    template: str,
    locale: str,
    rendered: Rendered,
    about: tuple[str, str] | None,
    is_secret: bool,
    is_forgotten: bool = False,
    sender: str = OURSELVES,
    mail_id: UUID | None = None,
) -> UUID:
    """Queue a mail that is rendered already. One whose id is there is left as it is.

    Raises:
        ValueError: `to` is no address that mail can be sent to, or the language is not one of ours.

    """
    if locale not in LOCALES:
        raise ValueError(f"mails are not written in {locale!r}")
    values: dict[str, Any] = {
        "sender": sender,
        "template": template,
        "locale": locale,
        "to_address": envelope_address(to),
        "subject": rendered.subject,
        "text_body": rendered.text,
        "html_body": rendered.html,
        "about_kind": about[0] if about else None,
        "about_id": about[1] if about else None,
        "is_secret": is_secret,
        "is_forgotten": is_forgotten,
    }
    if mail_id is not None:
        values["id"] = mail_id
    stored: UUID | None = await session.scalar(
        insert(MailRow).values(values).on_conflict_do_nothing(index_elements=["id"]).returning(MailRow.id)
    )
    if stored is None:
        assert mail_id is not None  # noqa: S101 - for the type checker: only a given id can be there already
        return mail_id
    await enqueue_send(session, stored)
    return stored


async def enqueue_send(session: AsyncSession, mail_id: UUID, *, is_asked: bool = False) -> None:
    """Queue the job that sends a mail, in the session's transaction; it goes on until the mail no longer waits.

    One is enough. Only for somebody who asks for a try now, there may be a second one beside that which sleeps until the
    next try.
    """
    connection = await (await session.connection()).get_raw_connection()
    await Queries(AsyncpgDriver(connection.driver_connection)).enqueue(
        SEND_JOB,
        mail_id.bytes,
        dedupe_key=f"{SEND_JOB} {mail_id}{' now' if is_asked else ''}",
        on_conflict="skip",
    )
