"""Every mail in both languages: what it says, and that what people type stays text."""

from datetime import UTC, date, datetime

import pytest
from ombelle_chassis.mail_templates import LOCALES, template_names
from ombelle_members.mailing import MAILS, rendered

_EVIL = "<script>alert('x')</script>\r\nBcc: all@exemple.fr"
_VALUES = {
    "organisation": _EVIL, "gone": _EVIL, "person": _EVIL, "invited_by": _EVIL, "message": _EVIL, "reason": _EVIL,
    "name": _EVIL, "day": "29 février 2024", "answer": _EVIL, "outcome": "read",
    "member": _EVIL, "how_to_pay": _EVIL, "year": 2027, "amount": "50 €", "due_on": "1er mai 2027", "iban": None,
    "payment_link": None, "duties": [{"title": _EVIL, "due": "1er mai 2027", "is_overdue": True}],
    "association": _EVIL, "body": _EVIL, "title": _EVIL, "held_on": date(2027, 10, 4), "time": "18 h", "place": _EVIL,
    "online_url": None, "agenda": [_EVIL], "may_vote": True, "is_second_call": False, "takes_proxies": True,
    "email": "a@exemple.fr", "link": "https://ombelle.example/espace/structures/1", "role": "editor",
    "expires_at": datetime(2027, 10, 4, 22, 30, tzinfo=UTC),
}  # fmt: skip
_NAMES = {
    "duties-reminder", "fee-call", "fee-reminder", "meeting-notice",
    "directory-correction",
    "membership-application", "membership-application-question", "membership-application-admitted",
    "membership-application-declined",
    "invitation", "join-request-received", "join-request-accepted", "join-request-refused", "organisation-merged",
}  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_the_mails_are_there_in_both_languages(locale):
    assert template_names(MAILS, locale) == _NAMES


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", sorted(_NAMES))
def test_what_people_type_stays_text_and_one_line_in_the_subject(name, locale):
    mail = rendered(name, locale, _VALUES)
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject
    assert "<script>" not in mail.html
    assert "&lt;script&gt;" in mail.html
    for body in (mail.text, mail.html):
        assert _VALUES["link"] in body
        assert "{{" not in body
        assert "{%" not in body


def test_an_invitation_says_who_as_what_and_until_when():
    mail = rendered(
        "invitation",
        "fr",
        {
            **_VALUES,
            "organisation": "La Marmite",
            "invited_by": "Alice",
            "message": None,
            "role": "administrator",
        },
    )
    assert mail.subject == "« La Marmite » vous invite"
    assert mail.text == (
        "Bonjour,\n\nAlice vous invite à rejoindre « La Marmite » sur Ombelle. Vous pourrez modifier sa fiche, tenir "
        "ses événements et décider qui en fait partie.\n\nPour accepter, ouvrez ce lien et connectez-vous avec "
        "l’adresse a@exemple.fr :\nhttps://ombelle.example/espace/structures/1\n\nL’invitation est valable jusqu’au "
        "mardi 5 octobre 2027.\n\n-- \nOmbelle\nVous recevez ce courriel parce que cette adresse a été invitée. Si vous "
        "n’attendiez rien, ne faites rien : l’invitation s’éteint seule.\n"
    )
