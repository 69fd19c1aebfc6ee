"""Whether an application may be sent as it is: every problem, and the charter's rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Text, Uuid

from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.errors import ApplicationIncomplete
from ombelle_events.applications.seeing import Seen
from ombelle_events.forms.answers import check_answers, pointer_to
from ombelle_events.forms.charter import OfficialDates, RuleOutcome, check_charter
from ombelle_events.forms.definition import Definition
from ombelle_events.forms.problems import Problem
from ombelle_events.forms.purposes import named_communes, named_organisations

_KNOWN: Final = text("""
SELECT
  ARRAY(SELECT insee FROM commune WHERE insee = ANY (:communes)) AS communes,
  ARRAY(SELECT organisation_id FROM organisation_copy
        WHERE organisation_id = ANY (:organisations) AND merged_into IS NULL AND name IS NOT NULL) AS organisations,
  ARRAY(SELECT DISTINCT field_id FROM attachment
        WHERE application_id = :application_id AND removed_at IS NULL AND field_id IS NOT NULL
          AND scan <> 'infected') AS files
""").bindparams(bindparam("communes", type_=ARRAY(Text)), bindparam("organisations", type_=ARRAY(Uuid)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What keeps an application from being sent, in the form's order, and how each rule of the charter is kept."""

    problems: tuple[Problem, ...]
    charter: tuple[RuleOutcome, ...]

    @property
    def is_complete(self) -> bool:
        """Whether nothing keeps it."""
        return not self.problems

    def require(self) -> None:
        """Refuse an application that is not complete.

        Raises:
            ApplicationIncomplete: with every problem.

        """
        if self.problems:
            raise ApplicationIncomplete(
                "Ce dossier n'est pas complet : voyez les rubriques signalées.",
                errors=[FieldError(one.pointer, one.code, one.message) for one in self.problems],
            )


def current_form(seen: Seen) -> UUID:
    """Return the version of the form that holds: the newest published one while the holder writes, then their own."""
    if seen.application.status in ("draft", "changes_requested"):
        newest: UUID | None = seen.facts["call_form_version_id"]
        return newest or seen.application.form_version_id
    return seen.application.form_version_id


async def check_application(
    session: AsyncSession, seen: Seen, *, answers: Mapping[str, Any] | None = None
) -> Outcome:
    """Check an application by the form that holds now. Nothing is written.

    Args:
        session: in the transaction that read it.
        seen: the application.
        answers: what to check instead of its own answers.

    """
    asked = seen.application.answers if answers is None else answers
    definition = await definition_of(session, current_form(seen))
    communes = named_communes(definition, asked)
    organisations = named_organisations(definition, asked)
    values = {
        "communes": sorted(communes),
        "organisations": list(organisations.values()),
        "application_id": seen.application.id,
    }
    known = (await session.execute(_KNOWN, values)).mappings().one()
    problems = check_answers(definition, asked, stage="submission", files=known["files"])
    problems += [
        Problem(pointer, "organisation_unknown", "Cette structure n'est pas, ou n'est plus, dans l'annuaire.")
        for pointer, organisation in organisations.items()
        if organisation not in known["organisations"]
    ]
    problems += _stale(definition, seen.application.stale_fields)
    charter = check_charter(
        seen.facts["charter_rules"],
        OfficialDates(seen.facts["starts_on"], seen.facts["ends_on"]),
        definition,
        asked,
        known["communes"],
    )
    problems += [
        Problem(rule.pointer or "/answers", rule.rule, rule.evidence) for rule in charter if not rule.passed
    ]
    return Outcome(tuple(problems), tuple(charter))


def _stale(definition: Definition, stale: list[str]) -> list[Problem]:
    """Return the fields that came from a former edition and nobody has confirmed."""
    return [
        Problem(
            pointer_to(field.id),
            "to_confirm",
            f"« {field.label} » vient d'une édition passée : confirmez cette rubrique ou corrigez-la.",
        )
        for field in definition.fields()
        if field.id in stale
    ]
