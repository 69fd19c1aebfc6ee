"""What a format is lent by: its lender's rules over a calendar, as one row of `RULES_OF` tells them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from ombelle_loans.availability.computing import HORIZON
from ombelle_loans.availability.days import Calendar, Days
from ombelle_loans.availability.domain import FURTHEST, Rules
from ombelle_loans.availability.public_holidays import public_holidays

MARGIN: Final = timedelta(days=200)
"""More civil days than the longest buffers and closures of a lender take."""
# A lender's closures come with each format: a handful, and one statement instead of two.
RULES_OF: Final = """
SELECT f.id AS format_id, f.item_id, i.slug, i.title, f.format, f.label, r.lender_organisation_id,
  i.handling = 'handled_here' AND i.publication = 'published' AS is_lent_here,
  i.publication = 'draft' AS is_draft, r.hold_days,
  least(i.retired_on, f.retired_on) AS retired_on, r.opening_days, r.near_departments, r.notice_days, r.min_days,
  r.max_days, r.buffer_before_days, r.buffer_after_days, r.far_buffer_before_days, r.far_buffer_after_days, (
    SELECT coalesce(json_agg(json_build_array(lower(c.days), upper(c.days) - 1, c.label) ORDER BY c.days, c.id), '[]')
    FROM closure c WHERE c.organisation_id IS NOT DISTINCT FROM r.lender_organisation_id
      AND c.days && daterange(:first, :last, '[]')) AS closures
FROM item_format f JOIN item i ON i.id = f.item_id JOIN item_rule r ON r.item_id = f.item_id
WHERE {} ORDER BY f.item_id, f.position, f.id
"""


@dataclass(frozen=True, slots=True)
class FormatRules:
    """A format with what its lender settled: `rules_for` resolves it for a place of use."""

    row: Mapping[str, Any]
    calendar: Calendar

    @property
    def format_id(self) -> UUID:
        """The format."""
        found: UUID = self.row["format_id"]
        return found

    def rules_for(self, department: str | None) -> Rules:
        """Return the rules of a loan used in this department; where none is told, the near one's buffers."""
        near = self.row["near_departments"]
        far = "far_" if department and near and department not in near else ""
        return Rules(
            calendar=self.calendar,
            buffer_before=self.row[f"{far}buffer_before_days"],
            buffer_after=self.row[f"{far}buffer_after_days"],
            notice_days=self.row["notice_days"],
            minimum_days=self.row["min_days"],
            maximum_days=self.row["max_days"],
            retired_on=self.row["retired_on"],
            is_lent_here=self.row["is_lent_here"],
        )


def rules_of(row: Mapping[str, Any], span: Days) -> FormatRules:
    """Return a format of a row of `RULES_OF`, over a calendar of these days."""
    closures = tuple((first, last, label) for first, last, label in row["closures"])
    years = Days(span.first.replace(month=1, day=1), span.last.replace(month=12, day=31))
    return FormatRules(dict(row), _calendar(years, frozenset(row["opening_days"]), closures))


def reach_of(days: Days, today: date) -> Days:
    """Return the days that matter to an answer about these: buffers around them, and where the next free ones may be.

    Whatever is refused for being too far or past is answered without its calendar.
    """
    first = max(min(days.first, today), today - HORIZON)
    last = max(min(days.last, today + FURTHEST), today)
    return Days(first - MARGIN, last + HORIZON + MARGIN)


# Thousands of days, which are the same for everybody who asks a lender: of whole years, whatever days are asked for.
@lru_cache(maxsize=64)
def _calendar(
    span: Days, opening_days: frozenset[int], closures: tuple[tuple[str, str, str], ...]
) -> Calendar:
    return Calendar(
        span,
        opening_days=opening_days,
        closures=[
            (Days(date.fromisoformat(first), date.fromisoformat(last)), label)
            for first, last, label in closures
        ],
        holidays=public_holidays(span),
    )
