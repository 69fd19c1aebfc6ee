"""The declarative base of every table of the service, and its metadata with named constraints."""

from ombelle_chassis.database import new_metadata
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    """Base of the service's tables; the role's `search_path` chooses the schema, so none is named."""

    metadata = new_metadata()
