"""The words of correspondence. Plain Python."""

from typing import Final, Literal

LONGEST_FILE: Final = 20 * 1024 * 1024
"""Bytes of an attachment, at most."""
LONGEST_TEXT: Final = 10_000
"""Characters of a message, of a request and of its answer, at most."""
MOST_ATTACHMENTS: Final = 50
"""Attachments of one application, at most."""
NAME_LENGTH: Final = 200
"""Characters of a file's name, at most: the database's rule. `ombelle_chassis.file_types` cuts longer ones."""

Scan = Literal["waiting", "clean", "infected", "skipped"]
SCANS: Final[tuple[Scan, ...]] = ("waiting", "clean", "infected", "skipped")
"""What the virus scanner said of a file: nothing yet, nothing found, something found, or there is no scanner."""
SAFE_SCANS: Final = ("clean", "skipped")
Side = Literal["holder", "coordination"]
SIDES: Final[tuple[Side, ...]] = ("holder", "coordination")
Reason = Literal["incorrect", "incomplete", "outdated"]
REASONS: Final[tuple[Reason, ...]] = ("incorrect", "incomplete", "outdated")
