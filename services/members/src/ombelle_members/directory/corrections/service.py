"""Use cases of corrections: asked for by anybody, decided by those who keep the directory."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.directory.corrections.store import CorrectionStore, undecided
from ombelle_members.directory.domain import MOST_A_DAY, MOST_WAITING, PAIRS
from ombelle_members.directory.errors import (
    CorrectionSettled,
    CorrectionUnknown,
    EntryUnknown,
    TooManyCorrections,
)
from ombelle_members.directory.store import PublicDirectoryStore
from ombelle_members.log import record
from ombelle_members.mailing import write_to
from ombelle_members.organisations.service import changed_fields
from ombelle_members.organisations.standing import standing
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.persons.store import PersonStore

_HIDDEN = ("sender_email", "sender_locale", "organisation_id")


class CorrectionService:
    """What people say is wrong. `public_url` is where the links of mails begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def ask(
        self,
        caller: Caller | None,
        key: str,
        proposed: Mapping[str, Any],
        *,
        message: str | None,
        email: str | None,
    ) -> None:
        """Note what somebody says is wrong on a public page.

        Args:
            caller: who says so; `None` is anybody.
            key: the page's address or the organisation's id.
            proposed: what fields should say.
            message: the same in words.
            email: where whoever has no account is answered.

        Raises:
            EntryUnknown: there is no such page.
            InvalidInput: it says what the page says already, and no word more.
            TooManyCorrections: as many wait as may.

        """
        async with self._sessions() as session, session.begin():
            entry = await PublicDirectoryStore(session).entry(key)
            if entry is None:
                raise EntryUnknown("Cette structure n'est pas, ou plus, dans l'annuaire public.")
            shown = json.loads(entry)
            organisation_id = UUID(shown["id"])
            fields = _new(proposed, shown)
            if not fields and message is None:
                raise InvalidInput(
                    "La fiche dit déjà cela : dites ce qui devrait y changer.",
                    errors=[FieldError("/body/fields", "nothing_new", "Rien n'y change.")],
                )
            origin, person_id = await _who(session, caller, organisation_id)
            store = CorrectionStore(session)
            if origin != "organisation":
                await _refuse_excess(store, organisation_id)
            sender = None if person_id else email
            values = {"organisation": organisation_id, "origin": origin, "person": person_id}
            correction_id = await store.add(values | {"email": sender, "message": message}, fields)
            about = {"organisation_id": str(organisation_id), "fields": sorted(fields)}
            await record(
                session,
                caller or "visitor",
                "correction_asked",
                ("directory_correction", correction_id),
                about,
            )

    async def page(
        self, caller: Caller, state: str | None, organisation_id: UUID | None, *, before: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return corrections, the newest first, and how many there are in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await CorrectionStore(session).page(
                state, organisation_id, before=before, count=count
            )
        return [_shown(caller, row) for row in rows], total

    async def correction(self, caller: Caller, correction_id: UUID) -> dict[str, Any]:
        """Return a correction. Raises CorrectionUnknown."""
        async with self._sessions() as session, session.begin():
            return _shown(caller, await _known(CorrectionStore(session), correction_id))

    async def decide(
        self,
        caller: Caller,
        correction_id: UUID,
        decisions: Mapping[str, str],
        *,
        answer: str | None,
        if_match: str | None,
    ) -> dict[str, Any]:
        """Decide fields of a correction; those accepted are changed on the organisation at once.

        Raises:
            CorrectionUnknown, CorrectionSettled: there is none to decide.
            ChangedMeanwhile: somebody else decided first.
            InvalidInput: a field that does not wait, half of a pair, or no field at all.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            store = CorrectionStore(session)
            found = await _known(store, correction_id)
            # The organisation first, as whoever changes it; then who acts; then the correction.
            await OrganisationStore(session).lock_all([found["organisation_id"]])
            account = None if caller.identity.is_program else caller.account_id
            by = await PersonStore(session).acting_if_any(account)
            found = await _known(store, correction_id, lock=True)
            if found["state"] == "settled":
                raise CorrectionSettled("Cette correction est déjà traitée.")
            refuse_stale(
                wanted, found["version"], current=_shown(caller, found), yours={"decisions": decisions}
            )
            _refuse_wrong(found["fields"], decisions)
            await self._apply(session, caller, found, decisions)
            await store.decide(correction_id, decisions, answer, by)
            decided = await _known(store, correction_id)
            if decided["state"] == "settled":
                await self._answer(session, decided)
            told = {"organisation_id": str(found["organisation_id"]), "decisions": dict(decisions)}
            await record(session, caller, "correction_decided", ("directory_correction", correction_id), told)
            return _shown(caller, decided)

    async def _apply(
        self,
        session: AsyncSession,
        caller: Caller,
        correction: Mapping[str, Any],
        decisions: Mapping[str, str],
    ) -> None:
        proposed = {one["field"]: one["proposed"] for one in correction["fields"]}
        accepted = {name: proposed[name] for name, word in decisions.items() if word == "accepted"}
        found = await standing(session, caller, correction["organisation_id"], lock=True)
        changed = {
            name: value for name, value in accepted.items() if getattr(found.organisation, name) != value
        }
        if changed:
            await changed_fields(session, found, changed)

    async def _answer(self, session: AsyncSession, correction: Mapping[str, Any]) -> None:
        """Write to whoever asked, where they left an address."""
        if correction["sender_email"] is None:
            return
        decisions = {one["decision"] for one in correction["fields"]}
        values = {
            "organisation": correction["organisation"]["name"],
            "outcome": "kept"
            if decisions == {"refused"}
            else "corrected"
            if decisions == {"accepted"}
            else "read",
            "answer": correction["answer"] or "",
            "link": f"{self._public_url}/annuaire/{correction['organisation']['id']}",
        }
        await write_to(
            session,
            correction["sender_email"],
            "directory-correction",
            values,
            about=("directory_correction", correction["id"]),
            locale=correction["sender_locale"],
        )


def _new(proposed: Mapping[str, Any], shown: Mapping[str, Any]) -> dict[str, Any]:
    """Return what differs from what everybody sees; of a pair, both or none.

    What is not shown is not compared: the answer would tell it.
    """
    differs = {name for name, value in proposed.items() if value != shown.get(name)}
    for pair in PAIRS:
        if differs & set(pair):
            differs |= set(pair)
    return {name: value for name, value in proposed.items() if name in differs}


async def _who(
    session: AsyncSession, caller: Caller | None, organisation_id: UUID
) -> tuple[str, UUID | None]:
    if caller is None:
        return "visitor", None
    account = None if caller.identity.is_program else caller.account_id
    person_id = await PersonStore(session).acting_if_any(account)
    role = await OrganisationStore(session).role_in(caller, organisation_id)
    return ("account" if role is None else "organisation"), person_id


async def _refuse_excess(store: CorrectionStore, organisation_id: UUID) -> None:
    of_organisation, of_day = await store.waiting(organisation_id)
    if of_organisation >= MOST_WAITING or of_day >= MOST_A_DAY:
        raise TooManyCorrections(
            "Des corrections attendent déjà d'être lues : revenez demain, ou écrivez-nous.",
            headers={"Retry-After": "86400"},
        )


async def _known(store: CorrectionStore, correction_id: UUID, *, lock: bool = False) -> dict[str, Any]:
    found = await store.correction(correction_id, lock=lock)
    if found is None:
        raise CorrectionUnknown("Cette correction n'existe pas.")
    return found


def _refuse_wrong(fields: list[dict[str, Any]], decisions: Mapping[str, str]) -> None:
    waiting = undecided(fields)
    errors = [
        FieldError(f"/body/decisions/{name}", "not_waiting", "Ce champ n'attend pas de décision.")
        for name in decisions
        if name not in waiting
    ]
    errors += [
        FieldError(f"/body/decisions/{pair[0]}", "apart", "Ces deux champs vont ensemble.")
        for pair in PAIRS
        if len({decisions.get(name) for name in pair if name in waiting}) > 1
    ]
    if waiting and not decisions:
        errors.append(FieldError("/body/decisions", "missing", "Décidez au moins un champ."))
    if errors:
        raise InvalidInput("La décision n'est pas valable.", errors=errors)


def _shown(caller: Caller, row: Mapping[str, Any]) -> dict[str, Any]:
    actions = ["decide"] if row["state"] == "waiting" and caller.is_keeper else []
    return {name: value for name, value in row.items() if name not in _HIDDEN} | {"allowed_actions": actions}
