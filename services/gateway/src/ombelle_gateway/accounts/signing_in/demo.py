"""Signing in as somebody of the demo season, by one click: only where a demo runs."""

from typing import Final

import httpx
from ombelle_chassis.audit import record
from ombelle_chassis.errors import Unavailable
from ombelle_chassis.tls import trusted_authorities
from pydantic import BaseModel, Field, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.errors import DemoUnknown
from ombelle_gateway.accounts.people.creation import find_or_create, tell_team
from ombelle_gateway.accounts.people.domain import normalised_email, normalised_name
from ombelle_gateway.accounts.people.errors import AccountSuspended
from ombelle_gateway.accounts.people.store import PeopleStore
from ombelle_gateway.accounts.roles.store import RoleStore
from ombelle_gateway.accounts.sessions.domain import Caller
from ombelle_gateway.accounts.sessions.service import leave, start_session
from ombelle_gateway.accounts.signing_in.domain import HOME
from ombelle_gateway.accounts.signing_in.service import SignedIn

_SECONDS: Final = 5.0
_NO_DEMO: Final = "Il n'y a pas de démonstration ici."


class Person(BaseModel):
    """Somebody, as the demo describes them."""

    key: str
    name: str
    email: str
    role_label: str
    role_label_en: str = ""
    roles: list[str] = []
    organisation: str | None = None


class _People(BaseModel):
    accounts: list[Person] = Field(max_length=200)


class DemoService:
    """The people of the demo. Their accounts are made when somebody first comes in as them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, demo_url: str | None) -> None:
        self._sessions = sessions
        self._demo_url = demo_url

    async def people(self) -> list[Person]:
        """Return whom one may be.

        Raises:
            DemoUnknown: no demo runs here.
            Unavailable: it does not answer.

        """
        if self._demo_url is None:
            raise DemoUnknown(_NO_DEMO)
        try:
            async with httpx.AsyncClient(
                trust_env=False, timeout=_SECONDS, verify=trusted_authorities()
            ) as client:
                answer = await client.get(f"{self._demo_url}/accounts")
                answer.raise_for_status()
                return _People.model_validate_json(answer.content).accounts
        except (httpx.HTTPError, ValidationError) as error:
            raise Unavailable("La démonstration ne répond pas : réessayez dans un instant.") from error

    async def sign_in(self, key: str, *, caller: Caller) -> SignedIn:
        """Come in as somebody of the demo, with the roles that they have there.

        Raises:
            DemoUnknown: no demo runs here, or nobody in it has this key.
            AccountSuspended: somebody tried that button too.

        """
        person = next((one for one in await self.people() if one.key == key), None)
        if person is None:
            raise DemoUnknown("Personne ne porte ce nom dans la démonstration.")
        async with self._sessions() as session, session.begin():
            await leave(session, caller)
            account = await PeopleStore(session).by_demo_key(key)
            if account is None:
                account = await find_or_create(
                    session,
                    email=normalised_email(person.email),
                    name=normalised_name(person.name),
                    locale="fr",
                    demo_key=key,
                )
            if account.demo_key != key:
                raise DemoUnknown("L'adresse de cette personne est celle d'un autre compte.")
            if account.suspended_at is not None:
                raise AccountSuspended("Ce compte est suspendu : reprenez un autre rôle.")
            roles = RoleStore(session)
            given = [role for role in person.roles if await roles.give(account.id, role, by="demo")]
            if given:
                await tell_team(session, account)
            for role in given:
                await record(
                    session,
                    actor="demo",
                    action="role_given",
                    subject_kind="account",
                    subject_id=str(account.id),
                    values={"role": role},
                )
            return SignedIn(await start_session(session, account.id, method="demo", caller=caller), HOME)
