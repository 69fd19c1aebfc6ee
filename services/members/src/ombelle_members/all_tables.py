"""The metadata with every table of the service: what migrations are compared with."""

from ombelle_chassis.shared_tables import audit_tables, idempotency_tables, message_tables

from ombelle_members.belonging import tables as belonging_tables
from ombelle_members.follow_up import tables as follow_up_tables
from ombelle_members.merging import tables as merging_tables
from ombelle_members.organisations import tables as organisations_tables
from ombelle_members.persons import tables as persons_tables
from ombelle_members.tables import Base

__all__ = [
    "belonging_tables",
    "follow_up_tables",
    "merging_tables",
    "metadata",
    "organisations_tables",
    "persons_tables",
]

metadata = Base.metadata
message_tables(metadata)
audit_tables(metadata)
idempotency_tables(metadata)
