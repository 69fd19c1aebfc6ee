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
    """How mails leave. Without a server, they wait."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True, populate_by_name=True)

    smtp_url: Annotated[str, AfterValidator(_server)] | None = Field(
        default=None, repr=False, validation_alias="OMBELLE_SMTP_URL"
    )
    mail_from: Annotated[str, AfterValidator(_mailbox)] | None = Field(
        default=None, validation_alias="OMBELLE_MAIL_FROM"
    )
    mail_reply_to: Annotated[str, AfterValidator(_mailbox)] | None = Field(
        default=None, validation_alias="OMBELLE_MAIL_REPLY_TO"
    )
    public_url: Annotated[str, AfterValidator(web_address)] = Field(
        default="http://localhost:8000", validation_alias="OMBELLE_PUBLIC_URL"
    )

    def sending(self) -> Sending | None:
        """Return how mails leave, or nothing when no server is configured."""
        if self.smtp_url is None:
            return None
        host = urlsplit(self.public_url).hostname or "localhost"
        sender = read_mailbox(self.mail_from or f"Ombelle <ombelle@{host}>")
        reply_to = read_mailbox(self.mail_reply_to) if self.mail_reply_to else sender
        return Sending(read_server(self.smtp_url), sender, reply_to)
