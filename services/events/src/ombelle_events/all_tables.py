"""The metadata with every table of the service: what migrations are compared with."""

from ombelle_chassis.shared_tables import audit_tables, idempotency_tables, message_tables

from ombelle_events.agenda import tables as agenda_tables
from ombelle_events.applications import tables as applications_tables
from ombelle_events.calls import tables as calls_tables
from ombelle_events.correspondence import tables as correspondence_tables
from ombelle_events.decisions import tables as decisions_tables
from ombelle_events.feed import tables as feed_tables
from ombelle_events.geography import tables as geography_tables
from ombelle_events.programme import tables as programme_tables
from ombelle_events.programme.editing import tables as editing_tables
from ombelle_events.programme.stands import tables as stands_tables
from ombelle_events.projects import tables as projects_tables
from ombelle_events.reviews import tables as reviews_tables
from ombelle_events.tables import Base

__all__ = [
    "agenda_tables",
    "applications_tables",
    "calls_tables",
    "correspondence_tables",
    "decisions_tables",
    "editing_tables",
    "feed_tables",
    "geography_tables",
    "metadata",
    "programme_tables",
    "projects_tables",
    "reviews_tables",
    "stands_tables",
]

metadata = Base.metadata
message_tables(metadata)
audit_tables(metadata)
idempotency_tables(metadata)
