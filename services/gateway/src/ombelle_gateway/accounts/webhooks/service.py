"""Use cases of webhooks: each opens one transaction."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.identity import Identity
from ombelle_chassis.messages import Message
from ombelle_contracts.messages import WebhookTold
from ombelle_contracts.webhooks import TEST
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.webhooks.domain import MOST, OVERLAP, body_of, new_secret
from ombelle_gateway.accounts.webhooks.doors import Doors
from ombelle_gateway.accounts.webhooks.errors import (
    DeliveryUnknown,
    NotItsAdministrator,
    OrganisationUnknown,
    TooManyWebhooks,
    VersionNeeded,
    WebhookChanged,
    WebhookDisabled,
    WebhookUnknown,
)
from ombelle_gateway.accounts.webhooks.store import Asker, WebhookStore

CHANGED = ("name", "url", "events", "is_enabled")


def version_tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"v{version}"'


async def take_told(session: AsyncSession, message: Message) -> None:
    """Take in `webhook.told`: queue it for each webhook that listens to it."""
    fact = WebhookTold.model_validate(message.payload)
    subject = (fact.subject.kind, fact.subject.id)
    body = body_of(fact.event, fact.at, str(fact.organisation_id), subject, fact.data)
    store = WebhookStore(session)
    await store.wake(await store.queue(fact.event, subject, body, organisation=fact.organisation_id))


class WebhookService:
    """Makes, shows, changes and ends webhooks, and shows what they were told."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], doors: Doors) -> None:
        self._sessions = sessions
        self._doors = doors

    async def webhooks(
        self, by: Identity, *, organisation: UUID | None, after: UUID | None, count: int
    ) -> Sequence[RowMapping]:
        """Return webhooks of the organisations that they administer (of all, for the agency), the newest first.

        Raises:
            OrganisationUnknown: `organisation` is none of theirs.
            NotItsAdministrator: they are of it, and do not administer it.

        """
        asker = asker_of(by)
        async with self._sessions() as session, session.begin():
            store = WebhookStore(session)
            if organisation is not None:
                _require_administrator(await store.role(asker, organisation), or_agency=True)
            return await store.page(asker, organisation=organisation, after=after, count=count)

    async def webhook(self, by: Identity, webhook_id: UUID) -> RowMapping:
        """Return a webhook. Raises WebhookUnknown."""
        async with self._sessions() as session, session.begin():
            return await _seen(WebhookStore(session), asker_of(by), webhook_id)

    async def make(
        self, by: Identity, once: OneRequest, *, organisation: UUID, values: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Make a webhook and return it, with its secret: the only time.

        Raises:
            AddressNotPublic: its address leads nowhere, or inside a private network.
            OrganisationUnknown, NotItsAdministrator: as `webhooks`; the agency makes none for others.
            TooManyWebhooks: it has as many as it may.

        """
        await self._doors.check(values["url"])
        asker, secret = asker_of(by), new_secret()
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = WebhookStore(session)
            place = await store.hold_organisation(asker, organisation)
            _require_administrator(None if place is None else place["role"] or "agency", or_agency=False)
            if await store.count(organisation) >= MOST:
                raise TooManyWebhooks(f"La structure a déjà {MOST} webhooks : supprimez-en un.")
            webhook_id = await store.add(
                {**values, "organisation": organisation, "secret": secret, "account": asker.account_id}
            )
            made = {**await _seen(store, asker, webhook_id), "secret": secret}
            answer = await once.keep(session, made)
            logged = {**_logged(values), "organisation": organisation}
            await _record(session, by, "webhook_made", webhook_id, logged)
        return answer

    async def change(
        self, by: Identity, webhook_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> RowMapping:
        """Change name, address, events, or turn it on or off; turned on, what waits leaves.

        Raises:
            VersionNeeded: `if_match` is missing.
            AddressNotPublic: the new address leads nowhere, or inside a private network.
            WebhookUnknown, NotItsAdministrator: as `webhook`; the agency changes none.
            WebhookChanged: it has another version; the problem carries both.

        """
        if if_match is None:
            raise VersionNeeded(
                "Dites sur quelle version porte la modification, par l'en-tête If-Match.",
                errors=[FieldError("/header/If-Match", "missing", "En-tête obligatoire.")],
            )
        if "url" in values:
            await self._doors.check(values["url"])
        asker = asker_of(by)
        async with self._sessions() as session, session.begin():
            store = WebhookStore(session)
            present = await _seen(store, asker, webhook_id, hold=True, to="edit")
            _refuse_stale(if_match, present, values)
            changed = {name: value for name, value in values.items() if present[name] != value}
            if not changed:
                return present
            await store.change(webhook_id, {**{name: present[name] for name in CHANGED}, **changed})
            if changed.get("is_enabled"):
                await store.wake([webhook_id])
            seen = await _seen(store, asker, webhook_id)
            before, after = _logged(dict(present)), _logged(changed)
            logged = {name: {"before": before[name], "after": after[name]} for name in changed}
            await _record(session, by, "webhook_changed", webhook_id, logged)
        return seen

    async def rotate(self, by: Identity, once: OneRequest, webhook_id: UUID) -> dict[str, Any]:
        """Give a webhook another secret and return it, the only time; for a day the former one signs too.

        Raises:
            WebhookUnknown, NotItsAdministrator: as `change`.

        """
        asker, secret = asker_of(by), new_secret()
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = WebhookStore(session)
            await _seen(store, asker, webhook_id, hold=True, to="rotate")
            await store.rotate(webhook_id, secret, overlap=OVERLAP)
            answer = await once.keep(session, {**await _seen(store, asker, webhook_id), "secret": secret})
            await _record(session, by, "webhook_secret_rotated", webhook_id)
        return answer

    async def remove(self, by: Identity, webhook_id: UUID) -> None:
        """Forget a webhook, its deliveries with it. Raises WebhookUnknown."""
        asker = asker_of(by)
        async with self._sessions() as session, session.begin():
            store = WebhookStore(session)
            present = await _seen(store, asker, webhook_id, hold=True, to="delete")
            await store.remove(webhook_id)
            logged = {"name": present["name"], "organisation": present["organisation"]["id"]}
            await _record(session, by, "webhook_removed", webhook_id, logged)

    async def deliveries(
        self, by: Identity, webhook_id: UUID, *, state: str | None, after: UUID | None, count: int
    ) -> Sequence[RowMapping]:
        """Return what a webhook was told, the newest first. Raises WebhookUnknown."""
        async with self._sessions() as session, session.begin():
            store = WebhookStore(session)
            await _seen(store, asker_of(by), webhook_id)
            return await store.deliveries(webhook_id, state=state, after=after, count=count)

    async def replay(
        self, by: Identity, once: OneRequest, webhook_id: UUID, delivery_id: UUID
    ) -> Mapping[str, Any]:
        """Send something again, or now what waits, under the same id.

        Raises:
            WebhookUnknown, DeliveryUnknown: there is none.
            WebhookDisabled: nothing is sent to it.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = WebhookStore(session)
            webhook = await _seen(store, asker_of(by), webhook_id, hold=True, to="replay")
            if not webhook["is_enabled"]:
                raise _disabled()
            if not await store.replay(webhook_id, delivery_id):
                raise DeliveryUnknown("Cet envoi n'existe pas, ou n'est plus gardé.")
            await store.wake([webhook_id])
            answer = await once.keep(session, dict(await _delivery(store, webhook_id, delivery_id)))
            await _record(session, by, "webhook_replayed", webhook_id, {"delivery": str(delivery_id)})
        return answer

    async def test(self, by: Identity, once: OneRequest, webhook_id: UUID) -> Mapping[str, Any]:
        """Send a webhook something that means nothing but that it works.

        Raises:
            WebhookUnknown, NotItsAdministrator, WebhookDisabled: as `replay`.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = WebhookStore(session)
            webhook = await _seen(store, asker_of(by), webhook_id, to="test")
            subject, organisation = ("webhook", str(webhook_id)), str(webhook["organisation"]["id"])
            body = body_of(TEST, datetime.now(UTC), organisation, subject, {})
            delivery_id = await store.queue_test(webhook_id, body)
            if delivery_id is None:
                raise _disabled()
            await store.wake([webhook_id])
            answer = await once.keep(session, dict(await _delivery(store, webhook_id, delivery_id)))
            await _record(session, by, "webhook_tested", webhook_id)
        return answer


def asker_of(identity: Identity) -> Asker:
    """Return who asks, as the statements need it."""
    try:
        account: UUID | None = UUID(identity.subject)
    except ValueError:
        account = None
    return Asker(account, "administrator" in identity.roles)


def _require_administrator(role: str | None, *, or_agency: bool) -> None:
    if role is None:
        raise OrganisationUnknown("Cette structure n'existe pas, ou vous n'en faites pas partie.")
    if role != "administrator" and not (or_agency and role == "agency"):
        raise NotItsAdministrator("Les webhooks d'une structure sont l'affaire de ses administrateurs.")


async def _seen(
    store: WebhookStore, asker: Asker, webhook_id: UUID, *, hold: bool = False, to: str | None = None
) -> RowMapping:
    found = await store.webhook(asker, webhook_id, hold=hold)
    if found is None:
        raise WebhookUnknown("Ce webhook n'existe pas, ou vous n'administrez pas sa structure.")
    if to is not None and to not in found["allowed_actions"]:
        raise NotItsAdministrator("Cela revient aux administrateurs de la structure.")
    return found


async def _delivery(store: WebhookStore, webhook_id: UUID, delivery_id: UUID) -> RowMapping:
    found = await store.delivery(webhook_id, delivery_id)
    if found is None:
        raise DeliveryUnknown("Cet envoi n'existe pas, ou n'est plus gardé.")
    return found


def _disabled() -> WebhookDisabled:
    return WebhookDisabled("Ce webhook est désactivé : réactivez-le d'abord.")


def _logged(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values for the log: of an address its host alone, since the rest may open a door of the receiver's."""
    return {
        name: f"https://{urlsplit(value).hostname}" if name == "url" else value
        for name, value in values.items()
    }


def _refuse_stale(if_match: str, present: RowMapping, values: Mapping[str, Any]) -> None:
    tags = {tag.strip() for tag in if_match.split(",")}
    if "*" in tags or version_tag(present["version"]) in tags:
        return
    raise WebhookChanged(
        "Ce webhook a été modifié entre-temps : comparez les deux versions, puis recommencez.",
        headers={"ETag": version_tag(present["version"])},
        current={name: present[name] for name in (*CHANGED, "version")},
        yours=dict(values),
    )


async def _record(
    session: AsyncSession,
    by: Identity,
    action: str,
    webhook_id: UUID,
    values: Mapping[str, Any] | None = None,
) -> None:
    await record(
        session,
        actor=by,
        action=action,
        subject_kind="webhook",
        subject_id=str(webhook_id),
        values=values,
    )
