"""The call that a use case of the coordination is about, and what may be done with it."""

from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.errors import CallStateForbids, CallUnknown
from ombelle_events.calls.store import CallStore
from ombelle_events.calls.tables import CallRow

_WRITING: Final = ("edit", "edit_form", "edit_criteria", "edit_texts", "add_access_code")
_ACTIONS: Final = {
    "draft": (*_WRITING, "publish"),
    "published": (*_WRITING, "publish_form", "archive"),
    "archived": ("publish",),
}


def call_actions(publication: str) -> list[str]:
    """Return what the coordination may do with a call in this state."""
    return list(_ACTIONS[publication])


async def found_call(session: AsyncSession, call_id: UUID) -> CallRow:
    """Return a call.

    Raises:
        CallUnknown: there is none.

    """
    call = await CallStore(session).call(call_id)
    if call is None:
        raise CallUnknown("Cet appel n'existe pas.")
    return call


async def call_to(session: AsyncSession, call_id: UUID, action: str) -> CallRow:
    """Return a call that an action is going to change, locked: who changes it or its parts at once takes turns.

    Raises:
        CallUnknown: there is none.
        CallStateForbids: its state does not allow this.

    """
    call = await CallStore(session).call(call_id, for_update=True)
    if call is None:
        raise CallUnknown("Cet appel n'existe pas.")
    if action not in _ACTIONS[call.publication]:
        raise CallStateForbids(
            "Cet appel est archivé : remettez-le en ligne avant de le modifier."
            if call.publication == "archived"
            else "L'état de cet appel ne permet pas cette action.",
            publication=call.publication,
            allowed_actions=call_actions(call.publication),
        )
    return call
