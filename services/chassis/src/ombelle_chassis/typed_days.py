"""Days as people and programs write them: `2027-10-01`, and nothing else that a computer could take for one."""

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

_WRITTEN: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _as_written(value: Any) -> Any:
    """Refuse what is read as a number of seconds since 1970, or a moment at midnight: the API promises a date."""
    if type(value) is date or (isinstance(value, str) and _WRITTEN.fullmatch(value)):
        return value
    raise ValueError("Donnez un jour comme 2027-10-02.")


AS_WRITTEN: Final = BeforeValidator(_as_written)
WrittenDay = Annotated[date, AS_WRITTEN]
"""A day of the calendar, by ISO 8601 (`format: date` of RFC 3339)."""
