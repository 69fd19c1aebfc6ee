"""The migrations of events, and the closed lists that its schema holds, which every upgrade brings up to date."""

from pathlib import Path

from ombelle_chassis.migrations import Migrations
from sqlalchemy import Connection, text

from ombelle_events.programme.vocabulary import LABELS
from ombelle_events.reviews.public_domains import load_public_domains


def _write_lists(connection: Connection) -> None:
    connection.execute(
        text(
            "INSERT INTO vocabulary_label (kind, code, label, rank) VALUES (:kind, :code, :label, :rank) "
            "ON CONFLICT (kind, code) DO UPDATE SET label = excluded.label, rank = excluded.rank "
            "WHERE (vocabulary_label.label, vocabulary_label.rank) IS DISTINCT FROM (excluded.label, excluded.rank)"
        ),
        [
            {"kind": kind, "code": code, "label": label, "rank": rank}
            for kind, labels in LABELS.items()
            for rank, (code, label) in enumerate(labels.items())
        ],
    )
    load_public_domains(connection)


MIGRATIONS = Migrations("events", Path(__file__).resolve().parents[2] / "migrations", _write_lists)
