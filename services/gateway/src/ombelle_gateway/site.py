"""Everything that is not the API: the interface's files, its pages with their heads, robots and sitemap."""

from collections.abc import AsyncIterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ombelle_chassis.errors import DomainError
from ombelle_chassis.logging import get_logger

from ombelle_gateway import association_pages, catalogue_pages, pages
from ombelle_gateway.answer import Answer, text_answer
from ombelle_gateway.asgi import Exchange
from ombelle_gateway.errors import UpstreamUnavailable, refuse_writing
from ombelle_gateway.hot import HotMemory, Key, Produced
from ombelle_gateway.public import PublicAnswers
from ombelle_gateway.routing import is_plain_path
from ombelle_gateway.shell import Page, Shell
from ombelle_gateway.static_files import StaticFiles

_HTML = "text/html; charset=utf-8"
_SERVICE = "events"
_AGENDA = "/api/v1/agenda"
_LENDING = "loans"
_CATALOGUE = "/api/v1/catalogue"
_MEMBERS = "members"
_SECONDS = 2.0  # a page waits no longer for its data: the interface fetches it anyway
_LISTED = 50
_SITEMAP_PAGES = 100
_NOT_BUILT = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Ombelle</title>
<h1>L’interface n’est pas construite</h1>
<p>Le dossier de l’interface n’a pas d’index.html.
L’API répond : <a href="/api/docs">sa documentation</a>.</p></html>
"""
_LISTS = {"/": pages.HOME, "/agenda": pages.AGENDA, "/scolaires": pages.SCHOOLS}
_CATALOGUES = {page.path: page for page in (catalogue_pages.CATALOGUE, catalogue_pages.EDITIONS)}
_PROGRAMMERS = "/developpeurs"
_ASSOCIATION = association_pages.ASSOCIATION
_HEADS = {**_LISTS, **_CATALOGUES, _ASSOCIATION.path: _ASSOCIATION}
"""Pages that are the same page without their data."""


class Site:
    """Answers what is neither `/api` nor a probe."""

    def __init__(self, folder: Path, *, public_url: str, public: PublicAnswers, hot: HotMemory) -> None:
        self._public_url = public_url
        self._public = public
        self._hot = hot
        self._files = StaticFiles(folder)
        self._shell = Shell(folder)
        self._log = get_logger("gateway")

    async def answer(self, exchange: Exchange) -> None:
        """Answer one request.

        Raises:
            MethodNotAllowed: nothing here is written.

        """
        refuse_writing(exchange)
        path = exchange.path
        if path == "/robots.txt":
            await self._robots().send(exchange)
        elif path == "/sitemap.xml":
            await (await self._kept(exchange, self._sitemap)).send(exchange)
        elif path not in {"/", "/index.html"} and (file := self._files.find(path)) is not None:
            await self._files.send(file, exchange)
        elif _is_page(path):
            await self._page(exchange)
        else:
            await text_answer(404, "Ce fichier n’existe pas.\n".encode(), "text/plain; charset=utf-8").send(
                exchange
            )

    async def _page(self, exchange: Exchange) -> None:
        if not self._shell.refresh():
            await text_answer(503, _NOT_BUILT.encode(), _HTML, cache_control="no-store").send(exchange)
            return
        await (await self._kept(exchange, self._rendered)).send(exchange)

    async def _kept(self, exchange: Exchange, make: Any) -> Answer:
        """Return what the hot memory has of a page, or make it."""

        async def produce() -> Produced:
            answer, storable = await make(exchange)
            return Produced(answer.in_form(gzip=exchange.accepts_gzip), storable)

        # "page:" starts no path, so no answer of a service has this key.
        key = Key(
            b"page:%s:%s" % (self._shell.version.encode(), exchange.raw_path),
            exchange.query,
            exchange.accepts_gzip,
        )
        return await self._hot.get(key, produce)

    async def _rendered(self, exchange: Exchange) -> tuple[Answer, bool]:
        try:
            page = await self._described(exchange)
            storable = page.status == 200
        except (DomainError, ValueError, KeyError, TypeError) as error:
            # The interface will say what is wrong; a page without its data is still the page.
            self._log.warning("page_without_data", path=exchange.path, reason=repr(error))
            page, storable = _HEADS.get(exchange.path) or pages.other_page(exchange.path), False
        html = self._shell.render(page, public_url=self._public_url)
        return text_answer(page.status, html, _HTML), storable

    async def _described(self, exchange: Exchange) -> Page:
        path = exchange.path.rstrip("/") or "/"
        if path in _LISTS:
            return pages.list_page(_LISTS[path], await self._agenda(exchange.query.decode("latin-1")))
        if path == _PROGRAMMERS:
            return pages.programmers_page(self._public_url)
        section, _, slug = path.rpartition("/")
        if section == "/agenda":
            return await self._event(exchange, slug)
        if path in _CATALOGUES or section == catalogue_pages.CATALOGUE.path:
            return await self._lent(exchange, path)
        if path == _ASSOCIATION.path:
            asked = association_pages.day_asked(exchange.query.decode("latin-1"))
            return association_pages.association_page(
                await self._answer(_MEMBERS, "/api/v1/governance", asked)
            )
        return pages.other_page(path)

    async def _agenda(self, query: str) -> Any:
        limited = f"{query}&limit={_LISTED}" if query else f"limit={_LISTED}"
        status, agenda = await self._public.read(_SERVICE, _AGENDA, limited, seconds=_SECONDS)
        if status == 422 and query:  # what a link adds for itself is not a filter
            return await self._agenda("")
        if status != 200:
            raise ValueError(f"the agenda answered {status}")
        return agenda

    async def _event(self, exchange: Exchange, slug: str) -> Page:
        raw = exchange.raw_path.decode("latin-1").rstrip("/").rpartition("/")[2]
        status, event = await self._public.read(_SERVICE, f"{_AGENDA}/{raw}", seconds=_SECONDS)
        if status not in {200, 404, 410, 422} or not isinstance(event, dict):
            raise ValueError(f"the agenda answered {status}")
        if (
            status != 200 or "slug" not in event
        ):  # what lies beside the events, such as their facets, is no page
            return pages.missing_page(f"/agenda/{slug}", gone=status == 410, see=event.get("see"))
        default = self._public_url + "/og.png" if self._files.find("/og.png") else None
        return pages.event_page(event, public_url=self._public_url, default_image=default)

    async def _catalogue(self, query: str) -> Any:
        limited = f"{query}&limit={_LISTED}" if query else f"limit={_LISTED}"
        status, catalogue = await self._public.read(_LENDING, _CATALOGUE, limited, seconds=_SECONDS)
        if status == 422 and query:
            return await self._catalogue("")
        if status != 200:
            raise ValueError(f"the catalogue answered {status}")
        return catalogue

    async def _answer(self, service: str, path: str, query: str) -> Any:
        status, answer = await self._public.read(service, path, query, seconds=_SECONDS)
        if status != 200:
            raise ValueError(f"{path} answered {status}")
        return answer

    async def _lent(self, exchange: Exchange, path: str) -> Page:
        if path == catalogue_pages.CATALOGUE.path:
            return catalogue_pages.catalogue_page(await self._catalogue(exchange.query.decode("latin-1")))
        if path == catalogue_pages.EDITIONS.path:
            return catalogue_pages.editions_page(
                await self._answer(_LENDING, f"{_CATALOGUE}-editions", "limit=300")
            )
        raw = exchange.raw_path.decode("latin-1").rstrip("/").rpartition("/")[2]
        status, item = await self._public.read(_LENDING, f"{_CATALOGUE}/{raw}", seconds=_SECONDS)
        if status not in {200, 404, 422} or not isinstance(item, dict):
            raise ValueError(f"the catalogue answered {status}")
        if status != 200 or "slug" not in item:
            return catalogue_pages.missing_item_page(path)
        default = self._public_url + "/og.png" if self._files.find("/og.png") else None
        return catalogue_pages.item_page(item, public_url=self._public_url, default_image=default)

    def _robots(self) -> Answer:
        private = (
            "Disallow: /espace",
            "Disallow: /assemblee/",
            "Disallow: /questionnaire/",
            "Disallow: /signer/",
        )
        lines = ("User-agent: *", *private, f"Sitemap: {self._public_url}/sitemap.xml", "")
        return text_answer(200, "\n".join(lines).encode(), "text/plain; charset=utf-8")

    async def _sitemap(self, _: Exchange) -> tuple[Answer, bool]:
        paths = (*(page.path for page in _LISTS.values()), *_CATALOGUES, _PROGRAMMERS, _ASSOCIATION.path)
        entries = [_entry(self._public_url + path) for path in paths]
        items, is_whole = [], True
        try:
            items = [one async for one in self._all(_LENDING, _CATALOGUE)]
        except (DomainError, ValueError, KeyError) as error:
            # What is lent may be away: the programme's plan stands without it, and is made again next time.
            self._log.warning("sitemap_without_catalogue", reason=repr(error))
            is_whole = False
        entries += [_entry(f"{self._public_url}/catalogue/{item['slug']}") for item in items]
        entries += [
            _entry(f"{self._public_url}/agenda/{event['slug']}", event["updated_at"])
            async for event in self._all(_SERVICE, _AGENDA)
        ]
        body = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(entries)}</urlset>\n'
        )
        return text_answer(200, body.encode(), "application/xml"), is_whole

    async def _all(self, service: str, path: str) -> AsyncIterator[Any]:
        """Give each row of a public list, page after page. Raises UpstreamUnavailable."""
        after = ""
        for _page in range(_SITEMAP_PAGES):
            status, answer = await self._public.read(
                service, path, f"limit=300{after}", seconds=10 * _SECONDS
            )
            if status != 200:
                raise UpstreamUnavailable(
                    "Le plan du site ne peut pas être fait maintenant : réessayez plus tard."
                )
            for row in answer["items"]:
                yield row
            if answer["next"] is None:
                return
            after = f"&after={quote(answer['next'], safe='')}"


def _is_page(path: str) -> bool:
    """Say whether the interface may have a page here: what ends like a file name is a file that is missing."""
    return is_plain_path(path) and not path.startswith("/assets/") and "." not in path.rpartition("/")[2]


def _entry(address: str, modified: str | None = None) -> str:
    changed = f"<lastmod>{escape(modified)}</lastmod>" if modified else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>"
