"""The declarative base of every table of accounts, and what their columns share."""

from ombelle_chassis.database import new_metadata
from sqlalchemy import text
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    """Base of the tables; the role's `search_path` chooses the schema, so none is named."""

    metadata = new_metadata()


NEW_ID = text("uuidv7()")
NOW = text("now()")
