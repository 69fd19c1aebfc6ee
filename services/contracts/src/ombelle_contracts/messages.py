"""The facts that services tell one another: who hears of each, and what it holds.

A message tells the whole fact as it is now, with a version that grows with each change of the same thing: whoever
missed one needs the next only, and an older one that comes late is ignored.
"""

from collections.abc import Mapping
from typing import Any, Final, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, field_validator, model_validator

from ombelle_contracts.webhooks import EVENTS


class Payload(BaseModel):
    """What a message holds. Readers ignore what they do not know, so that a sender may say more."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class OrganisationChanged(Payload):
    """An organisation as it is now; key: its id."""

    organisation_id: UUID
    name: str
    kind: str
    commune_insee: str | None = None
    commune_name: str | None = None
    department: str | None = None
    is_public: bool = False
    merged_into: UUID | None = None


class OrganisationMerged(Payload):
    """An organisation that is now another one; key: the id that goes."""

    organisation_id: UUID
    into: UUID


class MembershipChanged(Payload):
    """What an account may do for an organisation, `None` for nothing; key: the account's id.

    Its version grows with each change of this account in this organisation.
    """

    account_id: UUID
    organisation_id: UUID
    role: Literal["editor", "administrator"] | None


class AccountChanged(Payload):
    """An account as it is now; key: its id."""

    account_id: UUID
    name: str
    email: str
    locale: str


class TeamChanged(Payload):
    """Somebody who works for the agency as they are now, with all their roles there; without roles, they left.

    Key: the account's id.
    """

    account_id: UUID
    name: str
    email: str
    roles: tuple[str, ...]


class AccountErased(Payload):
    """An account that is no more; key: its id. `email_digest`: SHA-256, in hexadecimal, of the case-folded address."""

    account_id: UUID
    email_digest: str


class MailSubject(Payload):
    """What a mail is about."""

    kind: str
    id: str


class MailRequested(Payload):
    """A mail to send, as its sender, a service, rendered it; key: an id of its own.

    It goes to one address, or to those who administer an organisation when it leaves.
    """

    to: str | None = None
    to_organisation: UUID | None = None
    locale: str
    template: str
    subject: str
    text: str
    html: str
    about: MailSubject | None = None
    is_secret: bool = False
    sender: str = "members"

    @model_validator(mode="after")
    def _goes_to_one(self) -> Self:
        if (self.to is None) == (self.to_organisation is None):
            raise ValueError("a mail goes to an address or to an organisation")
        return self


class WebhookSubject(Payload):
    """What a notice is about."""

    kind: str
    id: str


class WebhookTold(Payload):
    """Something for the programs of an organisation, one of `webhooks.EVENTS`; key: the organisation and the subject.

    `data` names no person and quotes nothing that one wrote: it leaves for wherever the organisation said.
    """

    organisation_id: UUID
    event: str
    at: AwareDatetime
    subject: WebhookSubject
    data: Mapping[str, Any] = {}

    @field_validator("event")
    @classmethod
    def _known(cls, event: str) -> str:
        if event not in EVENTS:
            raise ValueError(f"no event of webhooks is called {event!r}")
        return event


PAYLOADS: Final[Mapping[str, type[Payload]]] = {
    "organisation.changed": OrganisationChanged,
    "organisation.merged": OrganisationMerged,
    "membership.changed": MembershipChanged,
    "account.changed": AccountChanged,
    "team.changed": TeamChanged,
    "account.erased": AccountErased,
    "mail.requested": MailRequested,
    "webhook.told": WebhookTold,
}
SUBSCRIBERS: Final[Mapping[str, tuple[str, ...]]] = {
    "organisation.changed": ("gateway", "events", "loans"),
    "organisation.merged": ("gateway", "events", "loans"),
    "membership.changed": ("gateway", "events", "loans"),
    "account.changed": ("members",),
    "team.changed": ("events",),
    "account.erased": ("members", "events", "loans"),
    "mail.requested": ("gateway",),
    "webhook.told": ("gateway",),
}
