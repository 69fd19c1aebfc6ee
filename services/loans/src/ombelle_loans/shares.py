"""Shares of a whole. Plain Python."""


def percent(part: int, whole: int) -> float | None:
    """Return a share in percent, with one decimal; nothing of nothing."""
    return round(100 * part / whole, 1) if whole else None
