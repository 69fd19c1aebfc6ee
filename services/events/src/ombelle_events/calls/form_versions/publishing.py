"""Making the form that is written the one that people answer, in the transaction of whoever does."""

from datetime import datetime

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.errors import FormInvalid, FormUnknown
from ombelle_events.calls.form_versions.store import FormStore
from ombelle_events.calls.tables import CallRow, FormVersionRow
from ombelle_events.forms.checking import check_definition, check_rules
from ombelle_events.forms.definition import Definition, read_definition
from ombelle_events.forms.differences import Difference, differences
from ombelle_events.forms.problems import Problem


async def publish_draft(
    session: AsyncSession, call: CallRow, *, at: datetime
) -> tuple[FormVersionRow, list[Difference]]:
    """Publish a call's written form, and return it with what it changes. The call is locked.

    Raises:
        FormUnknown: none is being written.
        FormInvalid: it does not make sense, or the call's charter rules cannot be checked by it.

    """
    store = FormStore(session)
    draft = await store.draft(call.id)
    if draft is None:
        raise FormUnknown("Aucune version du formulaire n'est en cours d'écriture.")
    published = await store.published(call.id)
    former = read_definition(published.definition) if published else None
    definition = read_definition(draft.definition)
    problems = form_problems(definition, former, call)
    if problems:
        raise FormInvalid(
            "Le formulaire n'est pas prêt : corrigez les points indiqués, puis publiez-le.",
            errors=[FieldError(one.pointer, one.code, one.message) for one in problems],
        )
    draft.published_at = at
    draft.updated_at = at
    await session.flush()
    call.form_version_id = draft.id
    await session.flush()
    return draft, differences(former or Definition(()), definition)


def form_problems(definition: Definition, former: Definition | None, call: CallRow) -> list[Problem]:
    """Return what keeps a form from being published."""
    problems = check_definition(definition, published=former)
    if not any(True for _ in definition.fields()):
        problems.append(Problem("/sections", "empty", "Le formulaire n'a aucune rubrique."))
    if definition.of_purpose("title") is None:
        problems.append(
            Problem("/sections", "purpose_missing", "Aucune rubrique ne donne le titre du projet.")
        )
    return problems + check_rules(definition, call.charter_rules)
