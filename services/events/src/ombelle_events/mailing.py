"""The service's mails: rendered here, sent by the gateway once the transaction that wants them is committed.

Each says what `mails/LANGUAGE/words.toml` holds under its key, or what the team wrote for the call instead; the button
and the reason why one gets it are ours. The text and its HTML twin come out of the same paragraphs.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from ombelle_chassis.mail_templates import Rendered, render
from ombelle_chassis.messages import Fact, post_all
from ombelle_contracts.messages import MailRequested, MailSubject
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.wording import filled, filled_line, spoken

MAILS: Final = Path(__file__).parent / "mails"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the team wrote for a call instead of ours, with the placeholders of `wording`."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail ready to leave: to an address, or to those who administer the organisation of that id.

    `about` is the kind and the id of what it is about.
    """

    to: str | UUID
    locale: str
    key: str
    about: tuple[str, str]
    rendered: Rendered


def mail_keys(locale: str) -> frozenset[str]:
    """Return the keys of the mails that there are."""
    return frozenset(_words(locale))


def shipped_words(key: str, locale: str = "fr") -> OwnWords:
    """Return what a mail says as long as the team wrote nothing else: what they begin from.

    Raises:
        KeyError: there is no such mail.

    """
    words = _words(locale)[key]
    return OwnWords(words["subject"], words["body"].strip() + "\n")


def rendered(key: str, locale: str, values: Mapping[str, Any], own: OwnWords | None = None) -> Rendered:
    """Return a mail as it would leave.

    Args:
        key: the mail's, e.g. `labelled`.
        locale: `fr` or `en`.
        values: by names of `wording.PLACEHOLDERS`, as `spoken` takes them; `link` is what the button opens.
        own: what the team wrote instead of the shipped words.

    Raises:
        KeyError: there is no such mail, or no such placeholder.
        jinja2.TemplateError: the team's words name what there is not; saving them refuses that.

    """
    words = _words(locale)[key]
    said = own or shipped_words(key, locale)
    texts = spoken(values, locale)
    parts = {
        "subject": filled_line(said.subject, texts),
        "paragraphs": _paragraphs(filled(said.body, texts)),
        "link": texts["link"],
        "action": words["action"],
        "why": words["why"],
    }
    return render(MAILS, "team", locale, parts)


async def ask_for_mail(
    session: AsyncSession,
    to: str | UUID,
    key: str,
    values: Mapping[str, Any],
    *,
    about: tuple[str, str],
    locale: str = "fr",
    own: OwnWords | None = None,
) -> None:
    """Have a mail sent once the transaction is committed. Raises as `rendered` does."""
    await ask_for_mails(session, [Mail(to, locale, key, about, rendered(key, locale, values, own))])


async def ask_for_mails(session: AsyncSession, mails: Iterable[Mail]) -> None:
    """Have many mails sent once the transaction is committed, each once, in as many statements as one."""
    await post_all(session, "mail.requested", [Fact(str(uuid4()), 1, _message(mail)) for mail in mails])


def _message(mail: Mail) -> MailRequested:
    kind, identifier = mail.about
    return MailRequested(
        to=mail.to if isinstance(mail.to, str) else None,
        to_organisation=mail.to if isinstance(mail.to, UUID) else None,
        locale=mail.locale,
        template=mail.key,
        subject=mail.rendered.subject,
        text=mail.rendered.text,
        html=mail.rendered.html,
        about=MailSubject(kind=kind, id=identifier),
        sender="events",
    )


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


@cache
def _words(locale: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((MAILS / locale / "words.toml").read_text(encoding="utf-8"))
