"""The address of an archive, as people copy it from a browser, and what it asks for."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

Query = tuple[tuple[str, str], ...]

KEY: Final = "apikey"
_SEARCH: Final = re.compile(r"(?P<site>.*)/api/records/1\.0/(?:search|download)/?")
_CATALOG: Final = re.compile(
    r"(?P<dataset_url>.*/api/(?:explore/)?v2(?:\.\d)?/catalog/datasets/(?P<dataset>[^/]+))(?:/(?P<what>.+?))?/?"
)
_PAGE: Final = re.compile(r"(?P<site>.*)/explore/(?:embed/)?dataset/(?P<dataset>[^/]+)(?:/.*)?")
# How much and in which form is ours to say; what is asked for stays as it was written.
_OURS: Final = frozenset(
    {"limit", "offset", "order_by", "rows", "start", "sort", "format", "facet", "pretty_print"}
)


class Place(StrEnum):
    """What an archive is read from."""

    FILE = "file"
    DOCUMENT = "document"
    RECORDS = "records"
    EXPORT = "export"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Address:
    """Where an archive lies. `url` has no query: for API v1 it is the site's, for v2.1 the data set's."""

    place: Place
    url: str
    query: Query = ()
    dataset: str = ""


class WrongAddress(ValueError):
    """Nothing can be read from there; the text says in French why."""


def without_key(address: str) -> tuple[str, str | None]:
    """The address without the key that people may have left in it, and that key."""
    parts = urlsplit(address)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    key = next((value for name, value in asked if name == KEY), None)
    if key is None:
        return address, None
    return parts._replace(query=urlencode([pair for pair in asked if pair[0] != KEY])).geturl(), key


def understood(address: str) -> Address:
    """What a stored address asks for.

    Raises:
        WrongAddress: an export in another form than JSON, or a search of no data set.

    """
    if not address.lower().startswith(("http://", "https://")):
        return Address(Place.FILE, address)
    parts = urlsplit(address)
    root = f"{parts.scheme}://{parts.netloc}"
    asked = tuple(parse_qsl(parts.query, keep_blank_values=True))
    query = tuple((name, value) for name, value in asked if name not in _OURS)
    if found := _CATALOG.fullmatch(parts.path):
        return _catalog(found, root, query)
    if found := _SEARCH.fullmatch(parts.path):
        dataset = dict(asked).get("dataset")
        if not dataset:
            raise WrongAddress("L'adresse ne dit pas quel jeu de données : « dataset=… » y manque.")
        return Address(Place.SEARCH, root + found["site"], query, dataset)
    if found := _PAGE.fullmatch(parts.path):
        dataset = unquote(found["dataset"])
        site = root + found["site"]
        # The page filters as API v1 does, and only that one understands its filters.
        filters = tuple(
            (name, value) for name, value in query if name == "q" or name.startswith(("refine.", "exclude."))
        )
        if filters:
            return Address(Place.SEARCH, site, (("dataset", dataset), *filters), dataset)
        return Address(
            Place.RECORDS, f"{site}/api/explore/v2.1/catalog/datasets/{found['dataset']}", (), dataset
        )
    return Address(Place.DOCUMENT, root + parts.path, asked)


def _catalog(found: re.Match[str], root: str, query: Query) -> Address:
    kinds = {None: Place.RECORDS, "records": Place.RECORDS, "exports/json": Place.EXPORT}
    place = kinds.get(found["what"])
    if place is None:
        raise WrongAddress(
            f"« {found['what']} » ne se lit pas : donnez l'adresse de « /records » ou de « /exports/json »."
        )
    return Address(place, root + found["dataset_url"], query, unquote(found["dataset"]))
