"""The declarative base of every table of the service, its metadata with named constraints, and what tables share."""

from collections.abc import Iterable

from ombelle_chassis.database import new_metadata
from sqlalchemy import CheckConstraint, text
from sqlalchemy.orm import DeclarativeBase

NEW_ID = text("uuidv7()")
EMPTY_ARRAY = text("'{}'::text[]")


class Base(DeclarativeBase):
    """Base of the service's tables; the role's `search_path` chooses the schema, so none is named."""

    metadata = new_metadata()


def one_of(column: str, codes: Iterable[str]) -> CheckConstraint:
    """A CHECK that a text column holds one of the vocabulary's codes."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def all_of(column: str, codes: Iterable[str]) -> CheckConstraint:
    """A CHECK that every element of a text array is one of the vocabulary's codes."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} <@ ARRAY[{listed}]::text[]", name=f"{column}_known")


def at_most(column: str, length: int) -> CheckConstraint:
    """A CHECK that a text, where there is one, says something, and in so many characters at most."""
    return CheckConstraint(f"length({column}) <= {length} AND btrim({column}) <> ''", name=f"{column}_length")
