from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place. `pointer` is like `/answers/budget/0/amount`, `message` a French sentence."""

    pointer: str
    code: str
    message: str
