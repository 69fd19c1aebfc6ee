"""Texts that others are shown."""

import pytest
from ombelle_chassis.texts import refuse_hidden, refuse_web_address


@pytest.mark.parametrize("text", ["Zoë N'Diaye–Łuk", "می\u200cخواهم", "क्\u200dष", "1, 2 : 3 // 4", ""])
def test_what_is_seen_is_taken_as_it_is(text: str) -> None:
    assert refuse_hidden(text) == refuse_web_address(text) == text


@pytest.mark.parametrize("hidden", [*"\x00\t\n\r\x7f\x85\xad\u200b\u2028\u2029\u202e\ufeff\ue000\ud800"])
def test_what_is_not_seen_is_refused(hidden: str) -> None:
    with pytest.raises(ValueError, match="de contrôle ou invisible"):
        refuse_hidden(f"a{hidden}b")


def test_what_a_text_of_several_lines_needs_is_taken_where_it_is_one() -> None:
    assert refuse_hidden("a\n\tb", but="\n\t") == "a\n\tb"
    with pytest.raises(ValueError, match="interdit"):
        refuse_hidden("a\r\nb", but="\n\t")


@pytest.mark.parametrize(
    "name", ["visitez http://spam.example", "HTTPS://x", "ftp://a", "://", "www.spam.example", "voir WWW.x"]
)
def test_a_name_leads_nowhere(name: str) -> None:
    with pytest.raises(ValueError, match="l'adresse d'un site"):
        refuse_web_address(name)


@pytest.mark.parametrize("name", ["Wwwwow", "Exploradôme.org", "Awww. Oui", "C: / D", "24/7"])
def test_a_name_may_have_a_point_or_a_bar(name: str) -> None:
    assert refuse_web_address(name) == name
