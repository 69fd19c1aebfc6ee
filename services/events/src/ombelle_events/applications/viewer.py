"""Who looks at an application, and what they see of it.

Every statement that reads applications, or what hangs on them, joins `visible_to`: what is not the caller's to know of
is not found, by whichever way it is asked for. The same row may be seen in several capacities; `Viewer` holds them all,
and says what follows.

- editor: acts for the organisation that holds it, or for a co-holder that accepted and may edit
- party: acts for any organisation that accepted to take part; reads it, without budget, messages and reviews
- coordination: everything but what a draft says; nobody but its holders reads that before it is sent
- reviewer: it is assigned to them, who are of its call's committee, and no conflict of interest stands between
- invited: their organisation is asked to take part, or to take it over; sees what it is called, and who asks

A conflict of interest binds the account in whatever capacity: it takes the reviewer's away, and from the coordination
the sight of reviews, scores and staged decisions. Somebody whose own organisation takes part is in conflict before
anybody has noticed, unless that was dismissed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

from ombelle_chassis.audit import actor_of
from ombelle_chassis.identity import Identity
from sqlalchemy import BindParameter, Boolean, Uuid, bindparam
from sqlalchemy.dialects.postgresql import ARRAY

COORDINATION: Final = frozenset({"coordinator", "administrator"})
Standing = Literal["editor", "coordination", "reader", "reviewer", "invited"]


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, before any application is looked at. `account_id` is `None` for programs and for the command."""

    actor: str
    account_id: UUID | None
    organisations: frozenset[UUID]
    coordinates: bool
    is_program: bool = False
    may_write: bool = True

    def values(self) -> dict[str, Any]:
        """Return what `visible_to` is bound with."""
        return {
            "viewer_organisations": sorted(self.organisations),
            "viewer_account": self.account_id,
            "viewer_coordinates": self.coordinates,
        }


def asker_of(identity: Identity, *, may_write: bool = True) -> Asker:
    """Return who asks. A program never acts for the agency, and is nobody's account."""
    return Asker(
        actor=actor_of(identity),
        account_id=None if identity.is_program else _account(identity.subject),
        organisations=frozenset(UUID(name) for name in identity.organisations),
        coordinates=not identity.is_program and not COORDINATION.isdisjoint(identity.roles),
        is_program=identity.is_program,
        may_write=may_write,
    )


def _account(subject: str) -> UUID | None:
    try:
        return UUID(subject)
    except ValueError:
        return None


VIEWER_BINDS: Final[tuple[BindParameter[Any], ...]] = (
    bindparam("viewer_organisations", type_=ARRAY(Uuid)),
    bindparam("viewer_account", type_=Uuid),
    bindparam("viewer_coordinates", type_=Boolean),
)
"""For `text(…).bindparams(*VIEWER_BINDS)` of a statement that joins `visible_to`."""

_CAPACITIES: Final = """
SELECT own.is_editor, own.is_party,
  own.is_asked OR EXISTS (
    SELECT FROM application_transfer t
    WHERE t.application_id = {a}.id AND t.settled_at IS NULL
      AND t.to_organisation_id = ANY (:viewer_organisations)) AS is_invited,
  :viewer_coordinates AND {a}.status <> 'discarded' AS is_coordination,
  NOT conflict.stands AND EXISTS (
    SELECT FROM reviewing r WHERE r.application_id = {a}.id AND r.account_id = :viewer_account) AS is_reviewer,
  conflict.stands AS has_conflict
FROM (
  SELECT
    coalesce(bool_or(p.may_edit AND p.accepted_at IS NOT NULL), false) AS is_editor,
    coalesce(bool_or(p.accepted_at IS NOT NULL), false) AS is_party,
    coalesce(bool_or(p.accepted_at IS NULL AND p.refused_at IS NULL), false) AS is_asked
  FROM application_party p
  WHERE p.application_id = {a}.id AND p.organisation_id = ANY (:viewer_organisations)
) own CROSS JOIN LATERAL (
  SELECT coalesce(bool_or(c.dismissed_at IS NULL), false)
    OR ((own.is_party OR own.is_asked)
      AND NOT coalesce(bool_or(c.kind IN ('organisation', 'partner')), false)) AS stands
  FROM conflict_of_interest c WHERE c.application_id = {a}.id AND c.account_id = :viewer_account
) conflict
"""


def visible_to(application: str = "a", viewer: str = "v", *, invited: bool = False) -> str:
    """Return the join that leaves only applications that the asker may know of.

    `viewer` then has the columns that `Viewer` is made of.

    Args:
        application: the alias of table `application` in the statement, which binds `Asker.values()`.
        viewer: the alias of what is joined.
        invited: whether those are let in too who are only asked to take part: for what it is called, and no more.

    """
    columns = [
        "is_editor",
        "is_party",
        "is_coordination",
        "is_reviewer",
        *(["is_invited"] if invited else []),
    ]
    condition = " OR ".join(f"{viewer}.{column}" for column in columns)
    return f"JOIN LATERAL ({_CAPACITIES.format(a=application)}) {viewer} ON {condition}"


VIEWER_COLUMNS: Final = (
    "v.is_editor, v.is_party, v.is_invited, v.is_coordination, v.is_reviewer, v.has_conflict"
)


@dataclass(frozen=True, slots=True)
class Viewer:
    """In what capacities somebody looks at one application.

    `is_anonymous` says that its call hides from reviewers who holds it; `was_sent` that it is or was submitted.
    """

    is_editor: bool
    is_party: bool
    is_invited: bool
    is_coordination: bool
    is_reviewer: bool
    has_conflict: bool
    is_anonymous: bool
    was_sent: bool
    may_write: bool = True

    @property
    def standing(self) -> Standing:
        """In what capacity mainly."""
        if self.is_editor:
            return "editor"
        if self.is_coordination:
            return "coordination"
        if self.is_party:
            return "reader"
        return "reviewer" if self.is_reviewer else "invited"

    @property
    def sees_answers(self) -> bool:
        """Whether they read what it says; of a draft, those alone who take part do."""
        return self.is_party or ((self.is_coordination or self.is_reviewer) and self.was_sent)

    @property
    def sees_who(self) -> bool:
        """Whether they read who holds it: answers that identify somebody, people, names of files, messages."""
        return self.is_party or self.is_coordination or self.is_invited or not self.is_anonymous

    @property
    def sees_budget(self) -> bool:
        """Whether they read the budget, and what it was granted."""
        return self.is_editor or (self.sees_answers and (self.is_coordination or self.is_reviewer))

    @property
    def sees_messages(self) -> bool:
        """Whether they read what holder and coordination write to one another, and requests for changes."""
        return self.is_editor or self.is_coordination

    @property
    def sees_reviews(self) -> bool:
        """Whether they read everybody's reviews, scores and staged decisions. Reviewers have rules of their own."""
        return self.is_coordination and not self.has_conflict


def viewer_of(row: Mapping[str, Any], asker: Asker) -> Viewer:
    """Return how the asker looks at an application.

    Args:
        row: the columns of `visible_to`, with the call's `is_anonymous` and the application's `submitted_at`.
        asker: who asks.

    """
    return Viewer(
        is_editor=row["is_editor"],
        is_party=row["is_party"],
        is_invited=row["is_invited"],
        is_coordination=row["is_coordination"],
        is_reviewer=row["is_reviewer"],
        has_conflict=row["has_conflict"],
        is_anonymous=row["is_anonymous"],
        was_sent=row["submitted_at"] is not None,
        may_write=asker.may_write,
    )
