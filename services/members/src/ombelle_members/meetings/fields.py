"""What fields of meetings hold, wherever they are written."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES, NAME
from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("Un fuseau horaire est attendu, comme Europe/Paris.") from None
    return name


Title = Annotated[str, Field(max_length=200), *LINE]
Zone = Annotated[str, Field(max_length=100), AfterValidator(_known_zone)]
OnlineAddress = Annotated[
    Annotated[str, Field(max_length=500, pattern="^https?://[^ ]+$"), *LINE] | None, BLANK_IS_NOTHING
]
OptionalPlace = Annotated[Annotated[str, Field(max_length=300), *LINE] | None, BLANK_IS_NOTHING]
OptionalName = Annotated[Annotated[str, Field(max_length=200), *NAME] | None, BLANK_IS_NOTHING]
OptionalReason = Annotated[Annotated[str, Field(max_length=500), *LINES] | None, BLANK_IS_NOTHING]
OptionalText = Annotated[Annotated[str, Field(max_length=5000), *LINES] | None, BLANK_IS_NOTHING]
OptionalReport = Annotated[Annotated[str, Field(max_length=10000), *LINES] | None, BLANK_IS_NOTHING]
OptionalTellers = Annotated[Annotated[str, Field(max_length=500), *LINE] | None, BLANK_IS_NOTHING]
College = Literal["A", "B", "C", "D"]


class Input(BaseModel):
    """What is sent: nothing but what is asked for."""

    model_config = ConfigDict(extra="forbid")
