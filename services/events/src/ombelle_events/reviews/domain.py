"""Words of reviews. Plain Python: no database, no framework."""

from typing import Final

FOUND_KINDS: Final = ("organisation", "partner", "address_domain")
"""Conflicts that the data show: of the organisation itself, of a party beside it, of the addresses given."""
TOLD_KINDS: Final = ("declared", "pinned")
"""Conflicts that somebody tells: the person themselves, or the coordination of them."""
KINDS: Final = (*FOUND_KINDS, *TOLD_KINDS)
RECOMMENDATIONS: Final = ("label", "waitlist", "not_label")
READABLE: Final = ("submitted", "changes_requested", "under_review", "decided")
"""Statuses in which a reviewer reads an application."""
OPEN: Final = ("submitted", "changes_requested", "under_review")
"""Statuses in which an application may be assigned, and a review written."""
