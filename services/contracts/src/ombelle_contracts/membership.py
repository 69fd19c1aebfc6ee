"""Who is a member of the association on a day, asked of the service members by the others.

`HttpMembershipClient` asks; `FakeMembershipClient` answers in tests as it is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol
from uuid import UUID

import httpx
from ombelle_chassis.service_calls import sign_call
from pydantic import BaseModel, ConfigDict, ValidationError

PATH: Final = "/internal/organisations/{organisation_id}/membership"
"""Where the service members answers; the query names the day, `on=2027-10-04`."""

_SECONDS: Final = 3.0


class Membership(BaseModel):
    """Whether an organisation is a member on a day; `None` as long as nothing tells."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    on: date
    is_member: bool | None


class MembersAway(Exception):
    """The service members does not tell: what depends on it is settled later."""


class MembershipClient(Protocol):
    """Asks who is a member. Never in a transaction: the answer may be slow to come."""

    async def membership(self, organisation_id: UUID, on: date) -> Membership:
        """Return whether an organisation is a member on a day. Raises MembersAway."""
        ...

    async def close(self) -> None:
        """Close what was opened to ask."""
        ...


class HttpMembershipClient:
    """Asks over HTTP, in the name of the service that holds it.

    Args:
        address: of the service members; without it, it is away.
        secret: `OMBELLE_MESSAGES_SECRET`, which signs the question.

    """

    def __init__(self, address: str | None, secret: str | None) -> None:
        self._address, self._secret = address, secret
        self._client: httpx.AsyncClient | None = None

    async def membership(self, organisation_id: UUID, on: date) -> Membership:
        """Return whether an organisation is a member on a day.

        Raises:
            MembersAway: members cannot be reached, does not know the organisation, or says something else.

        """
        if self._address is None or self._secret is None:
            raise MembersAway("nobody said where members answers, or what signs the question")
        if self._client is None:
            self._client = httpx.AsyncClient(trust_env=False, timeout=_SECONDS)
        target = f"{PATH.format(organisation_id=organisation_id)}?on={on.isoformat()}"
        try:
            answer = await self._client.get(self._address + target, headers=sign_call(self._secret, target))
            answer.raise_for_status()
            return Membership.model_validate_json(answer.content)
        except (httpx.HTTPError, ValidationError) as error:
            raise MembersAway(f"{type(error).__name__}: {error}") from error

    async def close(self) -> None:
        """Close the connections to members."""
        if self._client is not None:
            await self._client.aclose()


@dataclass
class FakeMembershipClient:
    """Answers as `members` says, which maps organisations to whether they are members, whatever the day.

    Of others nothing tells; `is_away` lets it not answer at all. `asked` is what it was asked, in order.
    """

    members: Mapping[UUID, bool] = field(default_factory=dict)
    is_away: bool = False
    asked: list[tuple[UUID, date]] = field(default_factory=list)

    async def membership(self, organisation_id: UUID, on: date) -> Membership:
        """Return what it was told to. Raises MembersAway."""
        self.asked.append((organisation_id, on))
        if self.is_away:
            raise MembersAway("it was told to be")
        return Membership(on=on, is_member=self.members.get(organisation_id))

    async def close(self) -> None:
        """Nothing was opened."""
