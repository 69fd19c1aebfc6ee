"""Configuration, from the environment; nothing is read when the module is imported."""

from pathlib import Path
from typing import Annotated, Final

from ombelle_chassis.addresses import web_address
from ombelle_chassis.messages.settings import MessagesSecret, Subscribers
from ombelle_chassis.scanning import scanner_address
from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

FILES: Final = "members"
"""The folder of the storage that holds this service's files."""


class Settings(BaseSettings):
    """What the service needs to know, from variables that begin with `MEMBERS_`."""

    model_config = SettingsConfigDict(env_prefix="MEMBERS_", env_ignore_empty=True, frozen=True)

    database_url: str = Field(repr=False)
    jwks_file: Path | None = None
    connections: int = Field(default=4, ge=1, le=100)
    works: bool = True
    """Whether this process also carries out the service's jobs."""
    public_url: Annotated[str, AfterValidator(web_address)] = Field(
        default="http://localhost:8000", validation_alias="OMBELLE_PUBLIC_URL"
    )
    """The only source of the links in mails and documents."""
    storage_url: str | None = Field(default=None, validation_alias="OMBELLE_STORAGE_URL")
    """Where receipts and documents are kept: `file:///folder` or `s3://bucket/prefix`, whose keys are the variables
    `AWS_…`. Without it none is taken."""
    clamd: Annotated[str, AfterValidator(scanner_address)] | None = None
    """The virus scanner: `tcp://host:3310` or `unix:/path`. Without it files are served as they came."""
    agency: str = Field(default="Ombelliscience", min_length=1, validation_alias="OMBELLE_AGENCY")
    """The association, as long as no version of it is entered."""
    subscribers: Subscribers = Field(default={}, validation_alias="OMBELLE_SUBSCRIBERS")
    messages_secret: MessagesSecret | None = Field(
        default=None, repr=False, validation_alias="OMBELLE_MESSAGES_SECRET"
    )
