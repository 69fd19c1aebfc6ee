"""What a rule of retention says. Standard library only."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Rule:
    """How long a kind of data is kept: the sentences that people read, in French, and the age that the job goes by.

    `age` counts from what `starts` says; at that age, what `what` names goes.
    """

    kind: str
    what: str
    kept: str
    starts: str
    basis: str
    age: timedelta
    notice: str | None = None
