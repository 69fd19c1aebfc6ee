"""Configuration, from the environment; nothing is read when the module is imported."""

from pathlib import Path
from typing import Annotated

from ombelle_chassis.addresses import web_address
from ombelle_chassis.messages.settings import MessagesSecret, Subscribers
from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What the service needs to know, from variables that begin with `MEMBERS_`."""

    model_config = SettingsConfigDict(env_prefix="MEMBERS_", frozen=True)

    database_url: str = Field(repr=False)
    jwks_file: Path | None = None
    connections: int = Field(default=4, ge=1, le=100)
    works: bool = True
    """Whether this process also carries out the service's jobs."""
    public_url: Annotated[str, AfterValidator(web_address)] = Field(
        default="http://localhost:8000", validation_alias="OMBELLE_PUBLIC_URL"
    )
    """The only source of the links in mails."""
    subscribers: Subscribers = Field(default={}, validation_alias="OMBELLE_SUBSCRIBERS")
    messages_secret: MessagesSecret | None = Field(
        default=None, repr=False, validation_alias="OMBELLE_MESSAGES_SECRET"
    )
