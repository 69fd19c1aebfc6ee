"""A mail that another service asks for an organisation: who gets it, and how often."""

from uuid import UUID, uuid4

import pytest
from ombelle_chassis.messages import Message
from ombelle_contracts.messages import MailRequested
from ombelle_gateway.accounts.mail.received import mail_requested
from pydantic import ValidationError
from sqlalchemy import text

_MAIL = {
    "locale": "fr",
    "template": "stand_offered",
    "subject": "Un stand",
    "text": "Bonjour",
    "html": "<p>Bonjour</p>",
}
_ACCOUNT = text(
    "INSERT INTO account (id, email, name, suspended_at) VALUES (:id, :email, 'N', CASE WHEN :suspended THEN now() END)"
)
_MEMBERSHIP = text("INSERT INTO membership_copy VALUES (:account, :organisation, :role, 1)")
_ORGANISATION = text("INSERT INTO organisation_copy VALUES (:id, 'Musée', 'museum', :into, 1)")


@pytest.fixture
async def museum(sessions) -> tuple[UUID, UUID, list[str]]:
    """An organisation, another that became it, and the addresses of those who administer it and may come in."""
    museum, former, batch = uuid4(), uuid4(), uuid4().hex
    roles = {
        "ada": "administrator",
        "bob": "administrator",
        "eve": "editor",
        "gone": None,
        "away": "administrator",
    }
    async with sessions() as session, session.begin():
        await session.execute(_ORGANISATION, {"id": former, "into": museum})
        for name, role in roles.items():
            account = {"id": uuid4(), "email": f"{name}-{batch}@musee.example", "suspended": name == "away"}
            await session.execute(_ACCOUNT, account)
            membership = {"account": account["id"], "organisation": museum, "role": role}
            await session.execute(_MEMBERSHIP, membership)
    return museum, former, [f"{name}-{batch}@musee.example" for name in ("ada", "bob")]


@pytest.mark.parametrize("which", ["as it is", "as it was before it became another one"])
async def test_it_goes_once_to_each_who_administers_the_organisation(sessions, museum, which):
    organisation = museum[which != "as it is"]
    message = Message(uuid4(), "mail.requested", "k", 1, {**_MAIL, "to_organisation": str(organisation)})
    for _ in range(2):
        async with sessions() as session, session.begin():
            await mail_requested(session, message)
    async with sessions() as session, session.begin():
        sent = (
            (await session.execute(text("SELECT to_address FROM mail ORDER BY to_address"))).scalars().all()
        )
    assert sent == museum[2]


@pytest.mark.parametrize("to", [{}, {"to": "ada@musee.example", "to_organisation": str(uuid4())}])
def test_it_goes_to_an_address_or_to_an_organisation(to):
    with pytest.raises(ValidationError, match="an address or to an organisation"):
        MailRequested.model_validate({**_MAIL, **to})
