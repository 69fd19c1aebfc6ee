"""Records of past editions of our own writing, as Opendatasoft shows them: flat in API v2.1, wrapped in v1."""

import copy
from typing import Any

from ombelle_events.feed.adapters.opendatasoft.adapter import Opendatasoft
from ombelle_events.feed.communes import Commune, CommuneIndex
from ombelle_events.feed.domain import SourceEvent

THEMES = "Astronomie, Espace, planète, univers", "Biologie et santé"
COMMUNES = CommuneIndex(
    [
        Commune("80021", "Amiens", "80", ("80000", "80080", "80090"), (), 49.894, 2.302, True),
        Commune("59350", "Lille", "59", ("59000", "59800"), (), 50.633, 3.0586, True),
        Commune("59615", "Vieux-Berquin", "59", ("59232",), (), 50.6944, 2.6430, True),
        Commune("59232", "La Flamengrie", "59", ("59570",), (), 50.28, 3.76, True),
    ],
    [("02", "Aisne"), ("59", "Nord"), ("60", "Oise"), ("62", "Pas-de-Calais"), ("80", "Somme")],
)
TERRITORY = frozenset({"02", "59", "60", "62", "80"})


def adapter(edition: int | None = None, territory: frozenset[str] | None = TERRITORY) -> Opendatasoft:
    """An adapter as a run makes one."""
    return Opendatasoft({}, COMMUNES, territory, edition, "https://agenda.example")


def read(row: Any, edition: int | None = None, territory: frozenset[str] | None = TERRITORY) -> SourceEvent:
    """What a row says, staged and read as a run does; the row given is left alone."""
    reader = adapter(edition, territory)
    staged = reader.stage(copy.deepcopy(row))
    return reader.read(staged.raw, staged.updated_at)


def record(uid: Any = "601", **changes: Any) -> dict[str, Any]:
    """A whole record of 2017 in API v2.1; a change to `...` takes the column away."""
    found: dict[str, Any] = {
        "dates": ["2017-10-14"],
        "selection": ["Hauts-de-France>Somme>Amiens"],
        "identifiant": uid,
        "titre_fr": f"Les marées du canal n° {uid}",
        "description_fr": "Pourquoi l'eau monte.",
        "description_longue_fr": "Une **éclusière** raconte.\n\nVenez nombreux.",
        "description_longue_html_fr": "<p>Une <strong>éclusière</strong> raconte.</p>\n<p>Venez nombreux.</p>",
        "detail_des_conditions_fr": "Entrée libre",
        "type_d_animation": "Atelier",
        "mots_cles_fr": ["eau", "écluse"],
        "image": "https://images.example/ecluse.jpg",
        "apercu": "https://images.example/ecluse-petite.jpg",
        "image_source": "https://images.example/ecluse-grande.jpg",
        "derniere_mise_a_jour": "2017-09-12T10:11:18+00:00",
        "resume_horaires_fr": "Samedi 14 octobre 2017, 14h00",
        "horaires_detailles_fr": "samedi 14 octobre 2017 - 14h00 à 17h00",
        "resume_dates_fr": "samedi 14 octobre 2017 - 14h00 à 17h00",
        "thematiques": list(THEMES),
        "publics_concernes": ["Collège (11 - 14 ans)", "Familles"],
        "lien_d_inscription": "0322000000, , accueil@ecluse.example, http://ecluse.example",
        "age_minimum": 6,
        "age_maximum": 119,
        "en_une": None,
        "statut": "publié",
        "lien": f"https://openagenda.com/fete-2017/events/marees-du-canal-{uid}",
        "identifiant_du_lieu": "7001",
        "nom_du_lieu": "Maison de l'écluse",
        "adresse": "2 quai de la Somme 80000 Amiens",
        "code_postal": "80000",
        "ville": "Amiens",
        "arrondissement": None,
        "departement": "Somme",
        "region": "Hauts-de-France",
        "pays": "France (Métropole)",
        "telephone_du_lieu": "03 22 00 00 00",
        "site_web_du_lieu": "http://ecluse.example",
        "acces_itineraire_fr": "Bus 3",
        "animateurs": "Ada Lovelace",
        "organisateur": "Les amis de l'eau",
        "partenaire": "La ville",
        "geolocalisation": {"lon": 2.2957, "lat": 49.8941},
        "horaires_iso": "2017-10-14T14:00:00+02:00-2017-10-14T17:00:00+02:00",
        "evenements_lies": "602,603",
        "derniere_date": "2017-10-14",
        "derniere_ouverture": "0001-01-01T14:00:00+00:00",
        "derniere_fermeture": "0001-01-01T17:00:00+00:00",
        "inscription_necessaire": "Oui",
        "accessibilite_fr": ["handicap moteur", "handicap psychique"],
        "referent_scientifique": "Grace Hopper",
        "date_debut": "samedi 14 octobre 2017",
        "date_fin": "samedi 14 octobre 2017",
        "tranche": "6-119",
        "ages": "6;7;8",
        "nb_evenements": 4,
    }
    found.update(changes)
    return {key: value for key, value in found.items() if value is not ...}


IN_V1: dict[str, Any] = {
    "geolocalisation": lambda value: [value["lat"], value["lon"]],
    "thematiques": "|".join,
    "publics_concernes": "|".join,
    "accessibilite_fr": "|".join,
    "mots_cles_fr": ",".join,
    "dates": "|".join,
    "selection": "|".join,
    "nb_evenements": str,
    "derniere_ouverture": lambda _: "0001-01-01T14:53:28+00:53",
    "derniere_fermeture": lambda _: "0001-01-01T18:23:28+00:53",
    "derniere_mise_a_jour": lambda value: value.replace("10:11:18+00:00", "12:11:18+02:00"),
}
"""How API v1 writes what v2.1 writes otherwise, by column."""


def as_v1(flat: dict[str, Any], dataset: str = "fr-esr-fete-de-la-science-17") -> dict[str, Any]:
    """The same record as API v1 gives it: no nulls, wrapped, with its point beside it."""
    fields = {k: IN_V1.get(k, lambda value: value)(v) for k, v in flat.items() if v is not None}
    point = flat.get("geolocalisation")
    geometry = {"type": "Point", "coordinates": [point["lon"], point["lat"]]} if point else None
    return {
        "datasetid": dataset,
        "recordid": "0123456789abcdef",
        "fields": fields,
        **({"geometry": geometry} if geometry else {}),
        "record_timestamp": "2018-01-01T00:00:00+01:00",
    }


def public_record(uid: Any = "801", **changes: Any) -> dict[str, Any]:
    """A record of the public data set of OpenAgenda's events, objects written as JSON in a text."""
    found: dict[str, Any] = {
        "uid": uid,
        "slug": f"marees-{uid}",
        "canonicalurl": f"https://openagenda.com/ecluses/events/marees-{uid}",
        "title_fr": "Marées",
        "description_fr": "L'eau monte.",
        "longdescription_fr": "<p>L'eau <em>monte</em>,<br />puis descend.</p>",
        "conditions_fr": "5 €",
        "keywords_fr": ["eau"],
        "image": "https://images.example/marees.base.jpg",
        "imagecredits": "Ada",
        "originalimage": "https://images.example/marees.full.jpg",
        "thumbnail": "https://images.example/marees.thumb.jpg",
        "updatedat": "2022-10-25T09:00:46+00:00",
        "daterange_fr": "Samedi 8 octobre",
        "firstdate_begin": "2022-10-08T12:00:00+00:00",
        "firstdate_end": "2022-10-08T15:00:00+00:00",
        "lastdate_begin": "2022-10-09T12:00:00+00:00",
        "lastdate_end": "2022-10-09T15:00:00+00:00",
        "timings": '[{"begin": "2022-10-08T14:00:00+02:00", "end": "2022-10-08T17:00:00+02:00"}]',
        "accessibility": '{"hi": false, "vi": true, "mi": true}',
        "accessibility_label_fr": ["Handicap visuel", "Handicap moteur"],
        "location_uid": "7001",
        "location_coordinates": {"lon": 2.2957, "lat": 49.8941},
        "location_name": "Maison de l'écluse",
        "location_address": "2 quai de la Somme 80000 Amiens",
        "location_insee": "80021",
        "location_postalcode": "80000",
        "location_city": "Amiens",
        "location_department": "Somme",
        "location_region": "Hauts-de-France",
        "location_countrycode": "FR",
        "attendancemode": '{"id": 3, "label": {"fr": "Mixte", "io": "crwdns16100:0crwdne16100:0"}}',
        "onlineaccesslink": "https://ecluse.example/direct",
        "status": '{"id": 5, "label": {"fr": "Complet"}}',
        "age_min": 4,
        "age_max": 99,
        "originagenda_title": "Les écluses",
        "originagenda_uid": "30224219",
        "contributor_email": "ada@example.org",
        "contributor_contactname": "Ada Lovelace",
        "country_fr": "France (Métropole)",
        "registration": '[{"type": "link", "value": "https://ecluse.example/places"}]',
        "links": None,
    }
    found.update(changes)
    return {key: value for key, value in found.items() if value is not ...}
