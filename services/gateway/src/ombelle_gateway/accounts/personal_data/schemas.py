"""What the API takes and gives of personal data."""

from datetime import datetime
from typing import Annotated

from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field


class Erase(BaseModel):
    """The wish to be erased, confirmed by typing one's own address."""

    model_config = ConfigDict(extra="forbid")

    confirm: Annotated[str, Field(max_length=320, pattern=STORABLE)]


class ReceiptOut(BaseModel):
    """What stays of an erasure; `services` have erased, or erase as soon as they hear of it."""

    number: str
    erased_at: datetime
    services: list[str]


class Proof(BaseModel):
    """That an erasure took place; of whom, only its holder knows."""

    number: str
    erased_at: datetime
