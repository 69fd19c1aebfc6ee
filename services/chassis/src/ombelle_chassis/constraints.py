"""Which rule of the database a write ran into."""

from sqlalchemy.exc import IntegrityError


def broken_constraint(error: IntegrityError) -> str:
    """Return the name of the constraint or unique index that refused, empty when the driver does not tell."""
    return str(getattr(error.orig.__cause__ if error.orig else None, "constraint_name", "") or "")
