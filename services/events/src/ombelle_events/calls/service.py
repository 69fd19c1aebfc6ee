"""The use cases of calls: each opens one transaction."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.calls.creating import begin_call
from ombelle_events.calls.errors import CallInvalid, CallUnknown, EditionUnknown, FormInvalid
from ombelle_events.calls.finding import call_actions, call_to, found_call
from ombelle_events.calls.form_versions.publishing import publish_draft
from ombelle_events.calls.form_versions.store import form_of
from ombelle_events.calls.store import CallStore, Place
from ombelle_events.calls.tables import CallRow
from ombelle_events.forms.charter import RULE_LABELS
from ombelle_events.forms.checking import check_rules
from ombelle_events.programme.texts import render_markdown

_RULES: Final = {
    "ck_call_closes_after_opening": ("closes_at", "L'appel ferme après son ouverture."),
    "ck_call_grace_lasts": ("grace_minutes", "Un délai de grâce dure au moins une minute."),
    "ck_call_quorum_of_a_committee": ("quorum", "Un quorum demande un comité."),
}
_EDITION: Final = ("year", "theme", "starts_on", "ends_on")


class CallService:
    """Shows, begins, changes and publishes calls."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def published(self, *, after: Place, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return published calls, open ones first, and how many there are in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await CallStore(session).published(after=after, count=count)
        return [_brief(row) for row in rows], total

    async def public_call(self, call_id: UUID, now: datetime) -> dict[str, Any]:
        """Return a published call with its criteria.

        Raises:
            CallUnknown: there is none, or it is not published.

        """
        async with self._sessions() as session, session.begin():
            store = CallStore(session)
            row = await store.described(call_id)
            if row is None or row["publication"] != "published":
                raise CallUnknown("Cet appel n'existe pas, ou n'est pas en ligne.")
            criteria = await store.criteria(call_id) if row["has_scoring"] else []
        whole = sum(one.weight for one in criteria)
        return {
            **_brief({**row, "state": _state(row, now)}),
            "form_number": row["form_number"],
            "criteria": [
                {"name": one.name, "help": one.help, "share": round(float(one.weight / whole), 4)}
                for one in criteria
            ],
        }

    async def call(self, call_id: UUID) -> dict[str, Any]:
        """Return a call as the coordination sees it.

        Raises:
            CallUnknown: there is none.

        """
        async with self._sessions() as session, session.begin():
            await found_call(session, call_id)
            return await described(session, call_id)

    async def of_edition(
        self, year: int, *, before: UUID | None, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the calls of an edition, whatever their state, the last made first, and how many there are in all.

        Raises:
            EditionUnknown: no edition is of this year.

        """
        async with self._sessions() as session, session.begin():
            store = CallStore(session)
            edition = await store.edition(year)
            if edition is None:
                raise EditionUnknown(f"Aucune édition n'est de {year}.")
            rows, total = await store.of_edition(edition.id, before=before, count=count)
        return [_whole(row) for row in rows], total

    async def begin(self, values: Mapping[str, Any], *, by: str, once: OneRequest) -> dict[str, Any]:
        """Begin a call, with all that the festival's call has, or with what another call had.

        Raises:
            EditionUnknown: no edition is of this year.
            CallUnknown: the call to begin from is not there.
            CallInvalid: it would close before it opens.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            try:
                call = await begin_call(session, values, by=by)
            except IntegrityError as error:
                raise _invalid(error) from error
            shown = await described(session, call.id)
            kept = await once.keep(session, shown)
            await record(
                session,
                actor=by,
                action="call_begun",
                subject_kind="call",
                subject_id=str(call.id),
                values={
                    "edition": values["edition"],
                    "title": call.title,
                    "from_call_id": values["from_call_id"],
                },
            )
            return kept

    async def change(
        self, call_id: UUID, values: Mapping[str, Any], *, if_match: str | None, by: str
    ) -> dict[str, Any]:
        """Change fields of a call.

        Raises:
            VersionNeeded: `if_match` is missing.
            CallUnknown: there is none.
            CallStateForbids: it is archived.
            ChangedMeanwhile: it has another version; the problem carries both.
            CallInvalid: a rule of calls refuses it.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            call = await call_to(session, call_id, "edit")
            current = await described(session, call_id)
            refuse_stale(wanted, call.version, current=current, yours=values)
            changed = {name: value for name, value in values.items() if getattr(call, name) != value}
            if not changed:
                return current
            before = {name: getattr(call, name) for name in changed}
            if "charter_rules" in changed and call.form_version_id is not None:
                await _refuse_rules(session, call.form_version_id, changed["charter_rules"])
            await _write(session, call, changed)
            shown = await described(session, call_id)
            await record(
                session,
                actor=by,
                action="call_edited",
                subject_kind="call",
                subject_id=str(call_id),
                values={name: {"before": before[name], "after": value} for name, value in changed.items()},
            )
            return shown

    async def publish(self, call_id: UUID, *, by: str, once: OneRequest) -> dict[str, Any]:
        """Put a call online; a form that was never published is published with it.

        Raises:
            CallUnknown: there is none.
            CallStateForbids: it is online already.
            FormUnknown, FormInvalid: it has no form that people could answer.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            call = await call_to(session, call_id, "publish")
            if call.form_version_id is None:
                await publish_draft(session, call, at=datetime.now(UTC))
            else:
                form = await form_of(session, call.form_version_id)
                _refuse_form(check_rules(form, call.charter_rules))
            return await self._set(session, call, "published", "call_published", by=by, once=once)

    async def archive(self, call_id: UUID, *, by: str, once: OneRequest) -> dict[str, Any]:
        """Take a call offline; its applications stay.

        Raises:
            CallUnknown: there is none.
            CallStateForbids: it is not online.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            call = await call_to(session, call_id, "archive")
            return await self._set(session, call, "archived", "call_archived", by=by, once=once)

    async def _set(
        self,
        session: AsyncSession,
        call: CallRow,
        publication: str,
        action: str,
        *,
        by: str,
        once: OneRequest,
    ) -> dict[str, Any]:
        before = call.publication
        published_at = call.published_at or datetime.now(UTC)
        await _write(session, call, {"publication": publication, "published_at": published_at})
        shown = await once.keep(session, await described(session, call.id))
        await record(
            session,
            actor=by,
            action=action,
            subject_kind="call",
            subject_id=str(call.id),
            values={"publication": {"before": before, "after": publication}},
        )
        return shown


async def described(session: AsyncSession, call_id: UUID) -> dict[str, Any]:
    """Return a call that there is, as the coordination sees it, with what was written in this transaction."""
    row = await CallStore(session).described(call_id)
    if row is None:
        raise CallUnknown("Cet appel n'existe pas.")
    return _whole(row)


async def _write(session: AsyncSession, call: CallRow, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(call, name, value)
    call.version += 1
    call.updated_at = datetime.now(UTC)
    try:
        await session.flush()
    except IntegrityError as error:
        raise _invalid(error) from error


def _invalid(error: IntegrityError) -> CallInvalid:
    rule = _RULES.get(broken_constraint(error))
    if rule is None:
        return CallInvalid("Cette modification n'est pas possible : vérifiez les champs.")
    field, detail = rule
    return CallInvalid(detail, errors=[FieldError(f"/body/{field}", "rule_broken", detail)])


async def _refuse_rules(session: AsyncSession, form_version_id: UUID, rules: list[str]) -> None:
    problems = check_rules(await form_of(session, form_version_id), rules)
    if problems:
        raise CallInvalid(
            "Le formulaire publié ne permet pas de vérifier toutes ces règles.",
            errors=[FieldError("/body/charter_rules", one.code, one.message) for one in problems],
        )


def _refuse_form(problems: list[Any]) -> None:
    if problems:
        raise FormInvalid(
            "Le formulaire publié ne permet pas de vérifier toutes les règles de l'appel.",
            errors=[FieldError(one.pointer, one.code, one.message) for one in problems],
        )


def _edition(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[f"edition_{name}"] for name in _EDITION}


def _whole(row: Mapping[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in row.items() if not name.startswith("edition_")}
    return {**shown, "edition": _edition(row), "allowed_actions": call_actions(row["publication"])}


def _state(row: Mapping[str, Any], now: datetime) -> str:
    if now < row["opens_at"]:
        return "upcoming"
    return "open" if now < row["closes_at"] else "closed"


_PLACES: Final = ("open", "upcoming", "closed")


def _brief(row: Mapping[str, Any]) -> dict[str, Any]:
    state = row["state"] if "state" in row else _PLACES[row["place"]]
    return {
        **{
            name: row[name]
            for name in (
                "id",
                "title",
                "opens_at",
                "closes_at",
                "closing_policy",
                "grace_minutes",
                "closed_message",
                "contact_email",
            )
        },
        "edition": _edition(row),
        "introduction_html": render_markdown(row["introduction"]),
        "state": state,
        "charter_rules": [{"rule": rule, "label": RULE_LABELS[rule]} for rule in row["charter_rules"]],
        **{name: row[name] for name in ("place", "moment") if name in row},
    }
