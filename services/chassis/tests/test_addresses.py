"""An operator's address is a scheme, a host, perhaps a port, and nothing that a link could carry on."""

import pytest
from ombelle_chassis.addresses import web_address


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://agenda.example.fr", "https://agenda.example.fr"),
        (" https://agenda.example.fr/\n", "https://agenda.example.fr"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("HTTPS://Agenda.example.fr", "https://Agenda.example.fr"),
    ],
)
def test_an_address_is_kept_without_its_last_slash(given: str, kept: str) -> None:
    assert web_address(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        "agenda.example.fr",
        "ftp://agenda.example.fr",
        "javascript:alert(1)",
        "https://",
        "https://agenda.example.fr/fete",
        "https://agenda.example.fr/?a=b",
        "https://agenda.example.fr/#a",
        "https://boss:secret@agenda.example.fr",
        "https://agenda.example.fr:0",
        "https://agenda.example.fr:99999",
        "https://agenda.example.fr:http",
        "https://fête.example",
        "https://a b.example",
        'https://a".example',
        "https://[::1",
    ],
)
def test_what_is_no_such_address_is_refused(given: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (any ValueError is the promise)
        web_address(given)
