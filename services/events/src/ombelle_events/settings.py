"""Configuration, from the environment; nothing is read when the module is imported."""

from pathlib import Path
from typing import Annotated, Final

from ombelle_chassis.addresses import web_address
from ombelle_chassis.messages.settings import MessagesSecret, Subscribers
from ombelle_chassis.scanning import scanner_address
from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

FILES: Final = "attachments"
"""The folder of the storage that holds this service's files."""


class Settings(BaseSettings):
    """What the service needs to know, from variables that begin with `EVENTS_`."""

    model_config = SettingsConfigDict(env_prefix="EVENTS_", env_ignore_empty=True, frozen=True)

    database_url: str = Field(repr=False)
    jwks_file: Path | None = None
    territory: str = "hauts-de-france"
    read_connections: int = Field(default=4, ge=1, le=100)
    write_connections: int = Field(default=3, ge=1, le=100)
    job_silence_seconds: float = Field(default=10, ge=0.5, le=3600)
    """A job whose worker was not heard of for so long runs again."""
    subscribers: Subscribers = Field(default={}, validation_alias="OMBELLE_SUBSCRIBERS")
    """Where each service takes messages, by its name."""
    messages_secret: MessagesSecret | None = Field(
        default=None, repr=False, validation_alias="OMBELLE_MESSAGES_SECRET"
    )
    """Signs messages between services. Without it, none is taken, and none leaves."""
    storage_url: str | None = Field(default=None, validation_alias="OMBELLE_STORAGE_URL")
    """Where files are kept: `file:///folder` or `s3://bucket/prefix`, whose keys are the variables `AWS_…`. Without it none
    is taken."""
    clamd: Annotated[str, AfterValidator(scanner_address)] | None = None
    """The virus scanner: `tcp://host:3310` or `unix:/path`. Without it files are served as they came."""
    agency: str = Field(default="Ombelliscience", min_length=1, validation_alias="OMBELLE_AGENCY")
    """Who signs letters and minutes."""
    public_url: Annotated[str, AfterValidator(web_address)] = Field(
        default="http://localhost:8000", validation_alias="OMBELLE_PUBLIC_URL"
    )
