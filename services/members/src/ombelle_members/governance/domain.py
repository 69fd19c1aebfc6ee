"""The words of governance. Plain Python."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

TermBegin = Literal["election", "co_option"]
TermEnd = Literal[
    "term", "resignation", "death", "revocation", "lost_quality", "not_ratified", "post_abolished"
]
OfficeEnd = Literal["term", "resignation", "death", "revocation", "board_term_ended"]
OfficeRole = Literal["president", "vice_president", "treasurer", "secretary", "bureau_member"]
College = Literal["A", "B", "C", "D"]
ROLES: Final[tuple[OfficeRole, ...]] = get_args(OfficeRole)
"""The offices, in the order in which they are told."""
OFFICES: Final[Mapping[str, str]] = {
    "president": "la présidence",
    "vice_president": "la vice-présidence",
    "treasurer": "la trésorerie",
    "secretary": "le secrétariat",
    "bureau_member": "un membre du bureau",
}
SHARED: Final[frozenset[OfficeRole]] = frozenset({"vice_president", "bureau_member"})
"""Offices that several may hold, each with a rank of its own."""
COLLEGES: Final[Mapping[College, str]] = {
    "A": "Enseignement supérieur et recherche",
    "B": "Transfert, innovation, entreprises",
    "C": "Social, culture, éducation populaire",
    "D": "Personnes qualifiées, société civile",
}
EVERY_POST: Final = 22
"""The highest number of an elected post."""
