"""What `prepare` refuses before it touches anything."""

import base64

import pytest
from ombelle_command.prepare import PrepareError, check_secret, past_of, roles_of, season_words


def test_a_secret_of_messages_is_long_enough_or_refused_without_being_quoted() -> None:
    check_secret(base64.b64encode(bytes(24)).decode())
    for poor in ("", "c2VjcmV0", "not base64 at all", base64.b64encode(bytes(23)).decode()):
        with pytest.raises(PrepareError) as refused:
            check_secret(poor)
        assert "openssl rand -base64 32" in str(refused.value)
        assert not poor or poor not in str(refused.value)


def test_every_service_has_its_role_in_one_database() -> None:
    urls = {
        f"{role.upper()}_DATABASE_URL": f"postgresql://{role}:{role}-pw@db:5432/ombelle"
        for role in ("events", "members", "loans", "gateway")
    }
    passwords = {"events": "events-pw", "members": "members-pw", "loans": "loans-pw", "gateway": "gateway-pw"}
    assert roles_of(urls) == ("ombelle", passwords)
    with pytest.raises(PrepareError, match="MEMBERS_DATABASE_URL"):
        roles_of({name: url for name, url in urls.items() if "MEMBERS" not in name})
    with pytest.raises(PrepareError, match="MEMBERS_DATABASE_URL"):
        roles_of(urls | {"MEMBERS_DATABASE_URL": urls["EVENTS_DATABASE_URL"]})


def test_the_season_comes_through_the_gateway_at_the_public_address() -> None:
    assert season_words("http://gateway:8000", "https://agenda.example.fr") == (
        *("ombelle_demo", "season", "--url", "http://gateway:8000"),
        *("--origin", "https://agenda.example.fr"),
    )


def test_the_past_is_what_the_season_s_last_line_says() -> None:
    assert past_of('{"applications": 1, "past": {"a": {"begun": 3}}}\n') == {"a": {"begun": 3}}
    assert past_of('{"applications": 0}\n') is None
    assert past_of("") is None
