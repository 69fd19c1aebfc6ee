"""How mails leave, from the environment."""

from typing import Annotated
from urllib.parse import urlsplit

from ombelle_chassis.addresses import web_address
from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from ombelle_gateway.accounts.mail.smtp import Sending, read_mailbox, read_server


def _server(url: str) -> str:
    read_server(url)
    return url


def _mailbox(text: str) -> str:
    read_mailbox(text)
    return text


class MailSettings(BaseSettings):
    """`OMBELLE_SMTP_URL`, `OMBELLE_MAIL_FROM`, `OMBELLE_MAIL_REPLY_TO`. Without a server, mails wait."""

    model_config = SettingsConfigDict(env_prefix="OMBELLE_", env_ignore_empty=True, frozen=True)

    smtp_url: Annotated[str, AfterValidator(_server)] | None = Field(default=None, repr=False)
    mail_from: Annotated[str, AfterValidator(_mailbox)] | None = None
    mail_reply_to: Annotated[str, AfterValidator(_mailbox)] | None = None
    public_url: Annotated[str, AfterValidator(web_address)] = "http://localhost:8000"

    def sending(self) -> Sending | None:
        """Return how mails leave, or nothing when no server is configured."""
        if self.smtp_url is None:
            return None
        host = urlsplit(self.public_url).hostname or "localhost"
        sender = read_mailbox(self.mail_from or f"Ombelle <ombelle@{host}>")
        reply_to = read_mailbox(self.mail_reply_to) if self.mail_reply_to else sender
        return Sending(read_server(self.smtp_url), sender, reply_to)
