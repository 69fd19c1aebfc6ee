"""The use cases of answers: each opens one transaction."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.checking import check_application, current_form
from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.describing import describe
from ombelle_events.applications.entries import write_edit
from ombelle_events.applications.errors import AnswersInvalid
from ombelle_events.applications.log import audit
from ombelle_events.applications.merging import Merged, merge
from ombelle_events.applications.seeing import Seen, look_at, touch
from ombelle_events.applications.store import ApplicationStore
from ombelle_events.applications.versions import base_of, changed_meanwhile
from ombelle_events.applications.viewer import Asker
from ombelle_events.forms.answers import check_answers, unknown_answers
from ombelle_events.forms.charter import RULE_LABELS
from ombelle_events.forms.definition import Definition
from ombelle_events.forms.purposes import budget_of

LARGEST_ANSWERS: Final = 1_000_000
"""Characters that all answers of a dossier may take, as JSON."""


class AnswerService:
    """What an application says: kept as it is typed, tried out, added up."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def save(
        self,
        application_id: UUID,
        sent: Mapping[str, Any],
        *,
        confirmed: Iterable[str] = (),
        if_match: str | None,
        asker: Asker,
    ) -> dict[str, Any]:
        """Keep answers: those sent, field by field; the others stay as they are, whoever wrote them meanwhile.

        Args:
            application_id: the application.
            sent: values by field; null empties a field.
            confirmed: fields taken over from a former edition that are right as they are.
            if_match: the version that the sender had read, as its ETag, or `*` to write over whatever there is.
            asker: who saves.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            VersionNeeded: `if_match` is missing.
            DomainError: as `transitions.check` does; a deadline's problem gives back what was sent.
            AnswersInvalid: a field is unknown, or its value is of another type or too large.
            ApplicationChangedMeanwhile: one of the fields was changed since; nothing of this save is kept.

        """
        base = base_of(if_match)
        yours = {"answers": dict(sent)}
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id, lock=True)
            seen.check("edit", yours=yours)
            application = seen.application
            form_version_id = current_form(seen)
            definition = await definition_of(session, form_version_id)
            refuse_unfit(definition, {**application.answers, **sent}, sent)
            merged = merge(application.answers, application.field_versions, base=base, sent=sent)
            if merged.clashes or (base is not None and base > application.version):
                raise await changed_meanwhile(session, seen, yours, merged)
            still_stale = [name for name in application.stale_fields if name not in {*confirmed, *sent}]
            if (
                merged.changed
                or still_stale != application.stale_fields
                or form_version_id != application.form_version_id
            ):
                application.stale_fields = still_stale
                application.form_version_id = form_version_id
                if await _write(session, seen, definition, merged, asker):
                    await audit(session, asker, "application_edited", application.id)
            return await describe(session, seen)

    async def validate(
        self, application_id: UUID, *, answers: Mapping[str, Any] | None, asker: Asker
    ) -> dict[str, Any]:
        """Say what keeps an application from being sent. Nothing is stored.

        Args:
            application_id: the application.
            answers: values by field to try in the place of those that are kept.
            asker: who asks.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            ActionForbidden: the asker does not write in it.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id)
            require_answers(seen)
            tried = {**seen.application.answers, **(answers or {})}
            definition = await definition_of(session, current_form(seen))
            outcome = await check_application(session, seen, answers=tried)
        unknown = unknown_answers(definition, answers or {})
        problems = [*unknown, *outcome.problems]
        return {
            "is_complete": not problems,
            "may_submit": not problems and "submit" in seen.allowed_actions,
            "problems": [
                {"pointer": one.pointer, "code": one.code, "detail": one.message} for one in problems
            ],
            "charter": [
                {
                    "rule": one.rule,
                    "label": RULE_LABELS[one.rule],
                    "passed": one.passed,
                    "evidence": one.evidence,
                    "pointer": one.pointer,
                }
                for one in outcome.charter
            ],
        }

    async def budget(self, application_id: UUID, *, asker: Asker) -> dict[str, Any]:
        """Return what an application's budget adds up to, in cents.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            ActionForbidden: they see the application, and not its budget.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id)
            require_budget(seen)
            definition = await definition_of(session, current_form(seen))
        budget = budget_of(definition, seen.application.answers)
        return {
            **{
                kind: [{"label": line.label, "amount_cents": line.amount_cents} for line in lines]
                for kind, lines in (("expenses", budget.expenses), ("income", budget.income))
            },
            "expenses_cents": budget.expenses_cents,
            "income_cents": budget.income_cents,
            "requested_cents": budget.requested_cents,
            "balance_cents": budget.balance_cents,
            "is_balanced": budget.balance_cents == 0,
            "amount_granted_cents": seen.application.amount_granted_cents,
        }


async def _write(
    session: AsyncSession, seen: Seen, definition: Definition, merged: Merged, asker: Asker
) -> bool:
    """Write a save, and say whether it begins a spell of work: the history tells what is saved in one together."""
    application = seen.application
    changes = changes_of(definition, application.answers, merged)
    touch(application)
    application.field_versions = {
        **application.field_versions,
        **dict.fromkeys(merged.changed, application.version),
    }
    await ApplicationStore(session).write_answers(application, definition, merged.answers)
    return bool(changes) and await write_edit(session, application, actor=asker.actor, changes=changes)


def refuse_unfit(definition: Definition, whole: Mapping[str, Any], sent: Mapping[str, Any]) -> None:
    """Refuse answers that cannot be kept.

    Raises:
        AnswersInvalid: with the pointer of each.

    """
    problems = [
        *unknown_answers(definition, sent),
        *check_answers(definition, whole, stage="draft", only=set(sent)),
    ]
    if problems:
        raise AnswersInvalid(
            "Des réponses ne peuvent pas être gardées : voyez les rubriques signalées.",
            errors=[FieldError("/body" + one.pointer, one.code, one.message) for one in problems],
        )
    if not _is_storable(whole):
        raise AnswersInvalid(
            "Ce dossier est trop volumineux, ou contient un caractère interdit.",
            errors=[FieldError("/body/answers", "too_large", "Au plus un million de caractères.")],
        )


def changes_of(definition: Definition, before: Mapping[str, Any], merged: Merged) -> list[dict[str, Any]]:
    """Return what a save changed, for the history, in the form's order."""
    return [
        {
            "pointer": f"/answers/{field.id}",
            "label": field.label,
            "before": before.get(field.id),
            "after": merged.answers.get(field.id),
        }
        for field in definition.fields()
        if field.id in merged.changed
    ]


def require_answers(seen: Seen) -> None:
    """Refuse whoever does not hold an application, nor read all of it.

    Raises:
        ActionForbidden: they do not.

    """
    if not (seen.viewer.is_editor or (seen.viewer.is_coordination and seen.viewer.was_sent)):
        seen.check("edit")


def require_budget(seen: Seen) -> None:
    """Refuse whoever does not read an application's budget.

    Raises:
        ActionForbidden: they do not.

    """
    if not seen.viewer.sees_budget:
        seen.check("edit")


def _is_storable(answers: Mapping[str, Any]) -> bool:
    """Say whether the database can hold answers: rows may carry fields of former forms, which nothing else checks."""
    try:
        text = json.dumps(answers, allow_nan=False)
    except (ValueError, RecursionError):
        return False
    return len(text) <= LARGEST_ANSWERS and "\\u0000" not in text
