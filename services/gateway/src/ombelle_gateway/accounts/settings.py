"""Configuration of accounts, from the environment; nothing is read when the module is imported."""

import os
from pathlib import Path
from typing import Annotated

from ombelle_chassis.addresses import web_address
from ombelle_chassis.messages.settings import MessagesSecret, Subscribers
from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from ombelle_gateway.accounts.mail.settings import MailSettings
from ombelle_gateway.accounts.oidc.domain import Provider, read_providers
from ombelle_gateway.accounts.webhooks.doors import Network, read_networks


class Settings(BaseSettings):
    """What accounts need to know, from variables that begin with `GATEWAY_` or `OMBELLE_`."""

    model_config = SettingsConfigDict(
        env_prefix="GATEWAY_", env_ignore_empty=True, frozen=True, populate_by_name=True
    )

    database_url: str = Field(repr=False)
    jwks_file: Path | None = Field(default=None, validation_alias="OMBELLE_JWKS_FILE")
    keys_dir: Path | None = None
    """Where the signing keys are: an export asks the other services in somebody's name."""
    public_url: Annotated[str, AfterValidator(web_address)] = Field(
        default="http://localhost:8000", validation_alias="OMBELLE_PUBLIC_URL"
    )
    demo_url: Annotated[str, AfterValidator(web_address)] | None = None
    """Where the demo describes its people and shows its mails; without it there is no demo sign-in at all."""
    mail: MailSettings = Field(default_factory=MailSettings)
    oidc_providers: tuple[Provider, ...] = Field(default_factory=lambda: read_providers(os.environ))
    """Who else may say who somebody is: `OMBELLE_OIDC_<NAME>_…`; nobody unless named."""
    connections: int = Field(default=4, ge=1, le=100)
    subscribers: Subscribers = Field(default={}, validation_alias="OMBELLE_SUBSCRIBERS")
    messages_secret: MessagesSecret | None = Field(
        default=None, repr=False, validation_alias="OMBELLE_MESSAGES_SECRET"
    )
    webhook_networks: Annotated[tuple[Network, ...], NoDecode, BeforeValidator(read_networks)] = ()
    """Where webhooks may lead beside public servers, such as `127.0.0.0/8` on a developer's machine; plain http then serves
    too."""
    works: bool = True
    """Whether this process runs the jobs too."""

    @property
    def is_https(self) -> bool:
        """Whether people come by https, where cookies may be bound to the host."""
        return self.public_url.startswith("https://")
