"""Every mail of events in both languages: what it says, and that what people type stays text."""

from datetime import UTC, date, datetime

import pytest
from jinja2 import TemplateError
from ombelle_chassis.mail_templates import LOCALES
from ombelle_events.mailing import OwnWords, mail_keys, rendered, shipped_words
from ombelle_events.wording import PLACEHOLDERS, euros, filled, spoken, unknown_names

_EVIL = "<script>alert('x')</script>\r\nBcc: all@exemple.fr {{ title }}"
_LINK = "https://ombelle.example/espace/dossiers/1"
_KEYS = {
    "labelled", "waitlisted", "not_labelled", "changes_requested", "draft_reminder", "review_assigned",
    "review_reminder", "confirmation_reminder", "not_entered_reminder", "project_cancelled", "session_changed",
    "message_received", "message_from_holder", "changes_answered", "party_invited", "transfer_offered", "stand_offered",
}  # fmt: skip
_VALUES = {
    **dict.fromkeys(PLACEHOLDERS, _EVIL),
    "link": _LINK,
    "amount": 125_000,
    "count": 3,
    "due_on": date(2027, 6, 1),
}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_mails_are_there_in_both_languages(locale):
    assert mail_keys(locale) == _KEYS


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", sorted(_KEYS))
def test_what_people_type_stays_text_and_one_line_in_the_subject(key, locale):
    mail = rendered(key, locale, _VALUES)
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject
    assert "<script>" not in mail.html
    assert _LINK in mail.text
    assert f'href="{_LINK}"' in mail.html
    for body in (mail.text, mail.html):
        assert "{%" not in body
        # A placeholder within what somebody typed is no placeholder.
        assert body.count("{{") == body.count("{{ title }}")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", sorted(_KEYS))
def test_the_shipped_words_name_only_what_there_is_and_stand_without_what_may_be_missing(key, locale):
    words = shipped_words(key, locale)
    assert unknown_names(words.subject) == unknown_names(words.body) == []
    bare = rendered(key, locale, {"title": "Fusées", "count": 1})
    assert "None" not in bare.text
    assert "http" not in bare.text
    assert "\n\n\n" not in bare.text


def test_a_label_says_what_for_and_how_much():
    values = {
        "title": "Fusées à eau", "number": 12, "organisation": "La Marmite", "edition": 2027, "link": _LINK,
        "amount": 125_050, "motivation": "Un projet\nqui vole.",
    }  # fmt: skip
    mail = rendered("labelled", "fr", values)
    assert mail.subject == "Votre projet « Fusées à eau » est labellisé"
    assert mail.text == (
        "Bonjour,\n\nNous avons le plaisir de vous annoncer que votre projet « Fusées à eau » (dossier n° 12, La Marmite) "
        "est labellisé Fête de la science 2027.\n\nUn soutien de 1\u202f250,50\u00a0€ lui est accordé.\n\nUn projet\nqui "
        "vole.\n\nConfirmez que le projet aura lieu, puis saisissez ses événements : ils paraîtront dans le programme. "
        "Votre lettre de labellisation, avec le kit de communication et les règles d’usage du logo, vous attend dans "
        f"votre dossier.\n\nOuvrir le dossier :\n{_LINK}\n\n-- \nOmbelle\nVous recevez ce courriel parce que vous êtes le "
        "contact de ce dossier.\n"
    )


def test_the_words_of_the_team_stand_for_ours_and_keep_the_button():
    own = OwnWords("Dossier {{ number }}", "Chère {{ recipient }},\n\nC’est oui.")
    mail = rendered("labelled", "fr", {"number": 7, "recipient": "Ada", "link": _LINK}, own)
    assert mail.subject == "Dossier 7"
    assert mail.text == (
        f"Chère Ada,\n\nC’est oui.\n\nOuvrir le dossier :\n{_LINK}\n\n-- \nOmbelle\nVous recevez ce courriel parce que "
        "vous êtes le contact de ce dossier.\n"
    )
    assert '<p style="white-space:pre-line;">C’est oui.</p>' in mail.html


def test_a_text_that_names_what_there_is_not_is_known_before_it_leaves():
    assert unknown_names("{{ title }} {{ titel }} {% for a in title %}{{ a }}{% endfor %}") == ["titel"]
    with pytest.raises(KeyError, match="titel"):
        spoken({"titel": "x"}, "fr")


@pytest.mark.parametrize(
    "source", ["{{ title.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ title", "{{ nothing }}"]
)
def test_a_text_reaches_nothing_but_the_values(source):
    with pytest.raises(TemplateError):
        filled(source, spoken({"title": "x"}, "fr"))


def test_days_and_amounts_are_written_as_the_language_does():
    values = {"due_on": datetime(2027, 10, 3, 22, 30, tzinfo=UTC), "amount": 100, "fields": ["Titre", "Lieu"]}
    french, english = spoken(values, "fr"), spoken(values, "en")
    assert (french["due_on"], french["amount"]) == ("lundi 4 octobre 2027", "1\u00a0€")
    assert (english["due_on"], english["amount"]) == ("Monday 4 October 2027", "€1")
    assert french["fields"] == english["fields"] == "Titre, Lieu"
    assert [euros(cents, "en") for cents in (0, 5, 123_456_789)] == ["€0", "€0.05", "€1,234,567.89"]
