"""What real feeds do to their readers, done on purpose to some events of the programme.

Nothing here should lose an event: each row is one that the real platform has served, or may.
"""

from collections.abc import Callable
from typing import Any

from .schema import UNKNOWN_OPTION

Row = dict[str, Any]

TEXT_LIMIT = 10_000


def make_odd(key: str, row: Row) -> Row:
    """The row with what is odd about the event called `key`, if anything is; changes `row`."""
    status, reason = _STATUSES.get(key, (1, ""))
    if reason:
        row["status"] = status
        text = row["longDescription"]["fr"]
        row["longDescription"] = {"fr": f"**{reason}**\n\n{text}"}
    for change in _ODD.get(key, ()):
        change(row)
    return row


# The platform's status (2 rescheduled, 3 moved online, 4 postponed, 5 full, 6 cancelled) and why.
_STATUSES = {
    "meteo-marins@calais-tunnel": (2, "Nouvelle date : la tempête a demandé la première."),
    "galop": (2, "Horaires avancés d’une demi-heure : la jument préfère."),
    "cafe-sciences-eau@bapaume-ecole": (2, "Nouvelle date, nouvelle salle, même carafe."),
    "microbes-amis@valenciennes-musee": (3, "La salle est en travaux : la conférence a lieu en ligne."),
    "ia-debat@nogent-chateau": (3, "Le débat se tient en visioconférence, chaises mentales comprises."),
    "detroit-oiseaux": (4, "Reporté : vent de force 9 annoncé. Les oiseaux, eux, passeront quand même."),
    "herbes-folles@amand-pharmacie": (4, "Reporté au printemps : les herbes ont été tondues par erreur."),
    "film-tourbe": (4, "Reporté, le projecteur est en réparation au fablab."),
    "velo-camera": (4, "Reporté : les prototypes passent leur contrôle technique."),
    "bacove": (5, "Complet : toutes les barques sont pleines. Liste d’attente au ponton."),
    "simu-urgence": (5, "Complet. Gaston remercie ses quarante-huit sauveteurs."),
    "coupole-ouverte": (5, "Complet sur toutes les séances."),
    "robot-papier@clermont-fab": (5, "Complet."),
    "ourse-galaxies": (5, "Complet, mais le ciel est ouvert à tous."),
    "vaccin-histoire": (5, "Complet pour toutes les classes."),
    "marche-phoques": (6, "Annulé : grande marée et brouillard ne font pas bon ménage."),
    "soleil-tache@amiens-halle": (6, "Annulé, faute de Soleil (il va bien)."),
    "brame": (6, "Annulé : la route forestière est fermée pour travaux."),
    "orchestre-legumes@omer-marais": (6, "Annulé, la récolte de potirons ayant été mangée."),
    "audition-decibels@senlis-rempart": (6, "Annulé."),
}


def _longest_text(row: Row) -> None:
    """Exactly the ten thousand characters that the platform allows, as markdown."""
    text = row["longDescription"]["fr"] + "\n\n## Le règlement complet du grand prix\n\n"
    number = 0
    while len(text) < TEXT_LIMIT:
        number += 1
        text += (
            f"{number}. **Article {number}.** L’escargot n° {number} part quand il veut, "
            "*l’arbitre attend*. "
            f"Voir [l’annexe {number}](https://example.org/escargots/{number}).\n"
        )
    row["longDescription"] = {"fr": text[:TEXT_LIMIT]}


def _longest_title(row: Row) -> None:
    """One hundred and forty characters, the most that the platform allows."""
    row["title"] = {
        "fr": "Comment fait-on danser, depuis quatre siècles, un géant d’osier de trois cent soixante-dix kilos "
        "avec huit porteurs, un tambour, un secret ?"
    }


def _capitals(row: Row) -> None:
    row["title"] = {"fr": row["title"]["fr"].upper()}


def _odd_spaces(row: Row) -> None:
    """No-break spaces, line separators, zero-width spaces, a newline and a control character."""
    row["title"] = {"fr": row["title"]["fr"].replace(" ", "\u00a0", 2) + "\u200b\n"}
    row["description"] = {"fr": row["description"]["fr"].replace(", ", ",\u2028", 1) + "\u200b"}
    row["conditions"] = {"fr": "Gratuit (consigne\u00a0: 5\u00a0\u001e€ par gobelet, rendus)"}


def _double_entities(row: Row) -> None:
    row["title"] = {"fr": row["title"]["fr"].replace("’", "&amp;#39;").replace("'", "&#39;")}
    text = row["description"]["fr"].replace("’", "&#39;").replace(" et ", " &amp;amp; ", 1)
    row["description"] = {"fr": text}


def _emoji(row: Row) -> None:
    row["title"] = {"fr": f"{row['title']['fr']} 🥕🎺"}
    row["description"] = {"fr": f"{row['description']['fr']} 👩🏽‍🔬🇫🇷"}


def _script(row: Row) -> None:
    """Markup and a script where only text and markdown are expected."""
    row["description"] = {
        "fr": f"{row['description']['fr']}<script>document.body.textContent = 'piraté'</script>"[:200]
    }
    row["longDescription"] = {
        "fr": '<p style="color:red" onclick="alert(1)">Les <b>photographies</b> truquées :</p>\n\n'
        + row["longDescription"]["fr"]
        + "\n\n<script>alert('piraté')</script>\n<img src=x onerror=alert(2)>\n"
        "[Un lien qui mord](javascript:alert(3)) <iframe src='https://example.org/'></iframe>"
    }


def _links_without_scheme(row: Row) -> None:
    row["longDescription"] = {
        "fr": row["longDescription"]["fr"]
        + "\n\nPlus de détails sur [le site](//example.org/plan) ou [ici](www.example.org/ici)."
    }
    row["registration"] = [{"type": "link", "value": "www.example.org/reservations"}]


def _only_english(row: Row) -> None:
    row["title"] = {"en": "Encrypt like a pharaoh, decrypt like Rejewski (in English)"}
    row["description"] = {"en": "The same game of ciphers, in English, with visiting classes from Kent."}
    row["longDescription"] = {"en": "A **treasure hunt** in secret writing, for classes of both shores."}


def _placeholder(row: Row) -> None:
    row["title"] = {"fr": row["title"]["fr"], "io": "crwdns14266:0crwdne14266:0"}
    row["dateRange"] = {"fr": "", "io": "crwdns14266:0crwdne14266:0"}


def _ends_at_midnight_before_it_began(row: Row) -> None:
    for timing in row["timings"]:
        timing["end"] = f"{timing['begin'][:10]}T00:00:00{timing['begin'][19:]}"


def _repeated_slot(row: Row) -> None:
    """The same slot twice, not in order, and one that overlaps another."""
    first = row["timings"][0]
    row["timings"] = [*reversed(row["timings"]), dict(first)]


def _other_offsets(row: Row) -> None:
    """Offsets without a colon, thousandths of a second, and no time zone."""
    row["timings"] = [
        {name: f"{moment[:19]}.000{moment[19:].replace(':', '')}" for name, moment in timing.items()}
        for timing in row["timings"]
    ]
    row["timezone"] = None


def _unknown_option(row: Row) -> None:
    row["type-danimation"] = UNKNOWN_OPTION
    row["publics-concernes"] = [*row["publics-concernes"], UNKNOWN_OPTION]


def _one_audience_as_number(row: Row) -> None:
    row["publics-concernes"] = row["publics-concernes"][0]
    row["thematique"] = [row["thematique"]]


def _swapped_ages(row: Row) -> None:
    row["age"] = {"min": row["age"]["max"], "max": row["age"]["min"]}


def _empty_registration(row: Row) -> None:
    row["registration"] = [
        {"type": "link", "value": None, "service": "passCulture", "data": {}},
        {"type": "email", "value": "classes@denain-centre.example"},
    ]


def _image_without_file(row: Row) -> None:
    row["image"] = {"filename": None, "size": {}, "variants": [], "base": "https://example.org/images/"}
    row.pop("imageCredits")


def _nothing_is_said(row: Row) -> None:
    """Every way there is of saying nothing."""
    row.update(keywords=[], conditions={}, longDescription={}, registration=None, age=None)
    row["accessibility"] = None
    row.pop("originAgenda")
    row.pop("nextTiming")


def _mixed(row: Row) -> None:
    row["attendanceMode"] = 3
    row["onlineAccessLink"] = f"https://example.org/direct/{row['slug']}"


def _online_only(row: Row) -> None:
    """Moved online: the place is still there, as the platform leaves it."""
    row["attendanceMode"] = 2
    row["onlineAccessLink"] = f"https://example.org/direct/{row['slug']}"


def _no_location_key(row: Row) -> None:
    row.pop("location")


def _cedex(code: str) -> Callable[[Row], None]:
    def change(row: Row) -> None:
        row["location"]["address"] = row["location"]["address"].replace(row["location"]["postalCode"], code)
        row["location"]["postalCode"] = code

    return change


def _without_insee(row: Row) -> None:
    row["location"].update(insee=None, department=None, adminLevel2="Oise")


def _second_location(row: Row) -> None:
    """The same place, written a second time by someone who did not look."""
    row["location"]["uid"] += 1  # far from any other: the uids of places are scattered
    row["location"]["slug"] += "-2"
    row["location"]["address"] = row["location"]["address"].replace(" rue ", " r. ").upper()


_ODD: dict[str, tuple[Callable[[Row], None], ...]] = {
    "escargots-course": (_longest_text,),
    "geant-osier": (_longest_title,),
    "dominos": (_capitals,),
    "azote-glace@bethune-iut": (_capitals,),
    "encre-copiste": (_odd_spaces,),
    "vent-eolienne": (_double_entities,),
    "orchestre-legumes": (_emoji,),
    "fausse-photo": (_script,),
    "robots-danse": (_links_without_scheme,),
    "machine-enigma@omer-bibliotheque": (_only_english,),
    "poele-familistere": (_placeholder,),
    "courts-nuit": (_ends_at_midnight_before_it_began,),
    "silex-taille": (_repeated_slot,),
    "avion-bois": (_other_offsets,),
    "sondage-bonbons": (_unknown_option,),
    "kaplas-pi": (_one_audience_as_number,),
    "coeur-bat@denain-centre": (_swapped_ages,),
    "rumeur@denain-centre": (_empty_registration,),
    "verre-souffle": (_image_without_file,),
    "lampe-mineur": (_image_without_file,),
    "cabinet-curiosites@valenciennes-musee": (_nothing_is_said,),
    "these-minutes": (_mixed,),
    "ia-debat": (_mixed,),
    "film-tourbe": (_mixed,),
    "microbes-amis@valenciennes-musee": (_online_only,),
    "ia-debat@nogent-chateau": (_online_only,),
    "exoplanetes-visio": (_no_location_key,),
    "these-minutes@amiens-campus": (_cedex("80097"),),
    "pendules@douai-institut": (_cedex("59508"),),
    "sols-vivants": (_cedex("60026"),),
    "cloche-senlis": (_without_insee,),
    "perspective-citadelle": (_second_location,),
    "nichoirs-lewarde": (_second_location,),
    "lecture-lichens": (_second_location,),
}
