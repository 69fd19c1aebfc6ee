"""The directory's use cases: each opens one transaction."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, Forbidden, InvalidInput
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller, organisation_actions
from ombelle_members.organisations.domain import FIELDS, PERSONAL
from ombelle_members.organisations.errors import OrganisationSimilar, SiretTaken
from ombelle_members.organisations.facts import tell_membership, tell_organisation
from ombelle_members.organisations.log import record
from ombelle_members.organisations.standing import Standing, standing
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.organisations.tables import OrganisationRow
from ombelle_members.persons.store import PersonStore

_BRIEF = ("id", "name", "kind", "commune_insee", "commune_name", "department")
_FULL = ("id", *FIELDS, "department", "unadministered_since", "version", "created_at", "updated_at")


class DirectoryService:
    """Finds, enters and changes organisations."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, filters: Mapping[str, Any], *, name: str, after: UUID, count: int
    ) -> tuple[Sequence[dict[str, Any]], int]:
        """Return organisations by name, and how many there are in all.

        Raises:
            Forbidden: who keeps the directory alone sees which ones nobody administers.

        """
        if filters["unadministered"] and not caller.is_keeper:
            raise Forbidden(
                "Seule la coordination voit quelles structures n'ont plus personne qui les administre."
            )
        async with self._sessions() as session, session.begin():
            rows, total = await OrganisationStore(session).page(
                caller, filters, name=name, after=after, count=count
            )
        return [_listed(caller, row) for row in rows], total

    async def organisation(self, caller: Caller, organisation_id: UUID) -> dict[str, Any]:
        """Return an organisation: whole to its people and the agency, in brief to others.

        Raises:
            OrganisationUnknown: no organisation has this id.
            OrganisationMerged: it is another one now.

        """
        async with self._sessions() as session, session.begin():
            return await described(session, await standing(session, caller, organisation_id))

    async def enter(
        self, caller: Caller, values: dict[str, Any], *, distinct_from: Sequence[UUID], without_me: bool
    ) -> dict[str, Any]:
        """Enter an organisation; whoever does becomes its administrator.

        Raises:
            Forbidden: only who keeps the directory may enter one without becoming its administrator.
            InvalidInput: half of a commune or of a point.
            OrganisationSimilar: it may be there already, and the caller did not say that it is another one.
            SiretTaken: another organisation has its SIRET.

        """
        if without_me and not caller.is_keeper:
            raise Forbidden("Seule la coordination ajoute une structure sans en devenir responsable.")
        _refuse_halves(values)
        async with self._sessions() as session, session.begin():
            store, persons = OrganisationStore(session), PersonStore(session)
            person_id = await persons.acting_if_any(caller.account_id)
            await store.take_turns(values["commune_insee"])
            await _refuse_similar(store, values, distinct_from)
            row = OrganisationRow(**values)
            _note_consent(row, person_id)
            joins = person_id is not None and not without_me
            if not joins:
                row.unadministered_since = datetime.now(UTC)
            session.add(row)
            await _flush(session)
            if person_id is not None and joins:
                membership = await store.add_membership(person_id, row.id, "administrator")
                await tell_membership(session, caller.account_id, membership)
            await tell_organisation(session, row)
            shown = await described(session, Standing(caller, row, "administrator" if joins else None))
            given = {name: value for name, value in values.items() if value not in (None, [])}
            await record(session, caller, "organisation_entered", row.id, _told(given))
            return shown

    async def change(
        self, caller: Caller, organisation_id: UUID, values: dict[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Change fields of an organisation.

        Raises:
            VersionNeeded: `if_match` is missing.
            OrganisationUnknown, OrganisationMerged: there is none to change.
            Forbidden: it is not theirs.
            ChangedMeanwhile: it has another version; the problem carries both.
            InvalidInput: half of a commune or of a point would stay.
            SiretTaken: another organisation has this SIRET.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id, lock=True)
            found.require("edit")
            row = found.organisation
            current = await described(session, found)
            refuse_stale(wanted, row.version, current=current, yours=values)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            if not changed:
                return current
            return await changed_fields(session, found, changed)

    async def duplicates(self, caller: Caller, organisation_id: UUID) -> list[dict[str, Any]]:
        """Return the organisations that may be this one, the likeliest first.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to compare.

        """
        async with self._sessions() as session, session.begin():
            row = (await standing(session, caller, organisation_id)).organisation
            return await OrganisationStore(session).similar(
                name=row.name,
                siret=row.siret,
                commune_insee=row.commune_insee,
                commune_name=row.commune_name,
                but=row.id,
            )


def _account(caller: Caller) -> UUID | None:
    """Return who acts in person: behind a program there is nobody."""
    return None if caller.identity.is_program else caller.account_id


def _listed(caller: Caller, row: Mapping[str, Any]) -> dict[str, Any]:
    shown = dict(row) | {"allowed_actions": organisation_actions(caller, row["role"])}
    if not caller.is_agency:
        shown["unadministered_since"] = None
    return shown


async def described(session: AsyncSession, found: Standing) -> dict[str, Any]:
    """Return an organisation as whoever asks may see it."""
    row = found.organisation
    mine = {"role": found.role, "allowed_actions": found.actions}
    if not found.reads_all:
        return {"view": "brief", **{name: getattr(row, name) for name in _BRIEF}, **mine}
    consent = None
    if row.is_public:
        by = await OrganisationStore(session).name_of(row.consented_by)
        consent = {"consented_at": row.consented_at, "consented_by": by}
    return {"view": "full", **{name: getattr(row, name) for name in _FULL}, "consent": consent, **mine}


async def changed_fields(
    session: AsyncSession, found: Standing, changed: Mapping[str, Any]
) -> dict[str, Any]:
    """Change fields of an organisation that is held and theirs to edit; return it as they see it.

    Args:
        session: the transaction that holds the organisation.
        found: where whoever changes it stands.
        changed: the fields that have another value now, and that value.

    Raises:
        InvalidInput: half of a commune or of a point would stay.
        SiretTaken: another organisation has this SIRET.

    """
    row = found.organisation
    before = {name: getattr(row, name) for name in changed}
    _refuse_halves({name: changed.get(name, getattr(row, name)) for name in FIELDS})
    person_id = await PersonStore(session).acting_if_any(_account(found.caller))
    await _apply(session, row, changed, person_id)
    await tell_organisation(session, row)
    shown = await described(session, found)
    written = {"before": _told(before), "after": _told(changed)}
    await record(session, found.caller, "organisation_edited", row.id, written)
    return shown


async def _refuse_similar(
    store: OrganisationStore, values: Mapping[str, Any], distinct_from: Sequence[UUID]
) -> None:
    found = await store.similar(
        **{name: values[name] for name in ("name", "siret", "commune_insee", "commune_name")}
    )
    if any(one["id"] not in distinct_from for one in found):
        raise OrganisationSimilar(
            "Cette structure existe peut-être déjà : regardez celles qui lui ressemblent, puis confirmez que la "
            "vôtre est une autre.",
            similar=[one | {"id": str(one["id"])} for one in found],
        )


def _refuse_halves(values: Mapping[str, Any]) -> None:
    """Refuse a commune without its code or its name, and a point without one of its numbers."""
    for one, other in (("commune_insee", "commune_name"), ("latitude", "longitude")):
        missing = other if values[other] is None else one
        if (values[one] is None) != (values[other] is None):
            raise InvalidInput(
                "La demande n'est pas valable : une commune a un code et un nom, un point deux coordonnées.",
                errors=[
                    FieldError(f"/body/{missing}", "missing", "Ce champ va avec un autre, qui est rempli.")
                ],
            )


def _note_consent(row: OrganisationRow, person_id: UUID | None) -> None:
    row.consented_at = datetime.now(UTC) if row.is_public else None
    row.consented_by = person_id if row.is_public else None


async def _apply(
    session: AsyncSession, row: OrganisationRow, changed: Mapping[str, Any], person_id: UUID | None
) -> None:
    for name, value in changed.items():
        setattr(row, name, value)
    if "is_public" in changed:
        _note_consent(row, person_id)
    row.version += 1
    row.updated_at = datetime.now(UTC)
    await _flush(session)


async def _flush(session: AsyncSession) -> None:
    try:
        await session.flush()
    except IntegrityError as error:
        if broken_constraint(error) == "uq_organisation_siret":
            raise SiretTaken(
                "Une autre structure porte déjà ce SIRET : cherchez-la, ou vérifiez le numéro.",
                errors=[FieldError("/body/siret", "taken", "Ce SIRET est déjà celui d'une autre structure.")],
            ) from error
        raise


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the log says of fields: those that may name somebody by their names only."""
    return {name: None if name in PERSONAL else value for name, value in values.items()}
