"""What is made of a browser's words, an address, a name, a code."""

import pytest
from ombelle_gateway.accounts.people.domain import email_digest, normalised_email, normalised_name
from ombelle_gateway.accounts.sessions.domain import Caller, browser_name
from ombelle_gateway.accounts.signing_in.domain import CODE_LENGTH, new_code, normalised_code
from ombelle_gateway.cookies import read_cookie


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge, Windows",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Chrome, Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/19.0 Safari/605.1", "Safari, macOS"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) CriOS/140.0 Safari/604.1", "Chrome, iPhone"),
        (
            "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        ("curl/8.0", None),
        ("x" * 10_000 + "Firefox/1", None),
        (None, None),
    ],
)
def test_a_browser_is_named_as_people_name_it(header: str | None, name: str | None) -> None:
    assert browser_name(header) == name


@pytest.mark.parametrize(
    ("address", "kept", "counted"),
    [
        ("203.0.113.77", "203.0.113.0/24", "203.0.113.77/32"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48", "2001:db8:1:2::/64"),
        ("nonsense", None, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_what_is_kept_of_an_address_names_no_household(
    address: str | None, kept: str | None, counted: str
) -> None:
    caller = Caller(address=address)
    assert (caller.network, caller.household) == (kept, counted)


def test_addresses_are_told_apart_by_what_they_are_and_not_by_how_they_are_typed() -> None:
    assert normalised_email(" Ada.L@Musée.FR ") == "Ada.L@xn--muse-dpa.fr"
    assert email_digest("Ada@X.fr") == email_digest("ada@x.FR") != email_digest("bob@x.fr")


@pytest.mark.parametrize(
    "text", ["a" * 260 + "@x.fr", "a@" + "é" * 60 + ".fr", "a@x", "@x.fr", "a@x..fr", ""]
)
def test_what_no_server_would_take_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match="adresse"):
        normalised_email(text)


def test_names_are_kept_as_people_write_them() -> None:
    assert normalised_name("  Zoe\u0308   N'Diaye–Łuk ") == "Zoë N'Diaye–Łuk"
    assert normalised_name("می\u200cخواهم") == "می\u200cخواهم"
    for hidden in ("a\tb", "a\u2028b", "a\u202eb", "\ufeffa", "a\x7f", "a\u200bb"):
        with pytest.raises(ValueError, match="invisible"):
            normalised_name(hidden)
    with pytest.raises(ValueError, match="l'adresse d'un site"):
        normalised_name("visitez http://spam.example")


def test_codes_are_copied_by_people() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert len(code) == CODE_LENGTH
        assert normalised_code(f" {code[:4].lower()} - {code[4:]}\n") == code
    for wrong in ("", "ABCD234", "ABCD23456", "ABCD2341", "ABCDÉ234"):
        with pytest.raises(ValueError, match="8 lettres"):
            normalised_code(wrong)


@pytest.mark.parametrize(
    ("headers", "value"),
    [
        (["ombelle=a"], "a"),
        (["x=1; ombelle=a;y=2"], "a"),
        (["x=1", "ombelle=a"], "a"),
        (["ombelle=a; ombelle=a"], "a"),
        (["ombelle=a; ombelle=b"], None),
        (["ombelle=a", "ombelle=b"], None),
        (["ombelle=a; ombelle="], None),
        (["ombelle-asking=a; __Host-ombelle=b; Ombelle=c"], None),
        (["ombelle="], None),
        (["ombelle"], None),
        (["ombelle=" + "a" * 101], None),
        ([], None),
    ],
)
def test_a_cookie_is_read_when_there_is_one_of_it(headers: list[str], value: str | None) -> None:
    assert read_cookie(headers, "ombelle") == value
