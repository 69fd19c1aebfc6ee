"""The words of decisions: batches, warnings, what changed since a preview. Plain Python."""

from typing import Final, Literal

BatchState = Literal["staged", "applied", "discarded"]
BATCH_STATES: Final[tuple[BatchState, ...]] = ("staged", "applied", "discarded")
