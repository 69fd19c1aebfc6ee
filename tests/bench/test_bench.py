"""The bench is itself checked: what it compares is the same on both sides, and it says no when it must."""

import json
import random
from collections.abc import AsyncIterator
from urllib.parse import urlsplit, urlunsplit
from xml.etree import ElementTree as ET

import asyncpg
import orjson
import pytest
from ombelle_command.testing import MakeDatabase
from ombelle_events.agenda.filters import parse_filter, today_in_paris
from ombelle_events.agenda.service import AgendaService
from ombelle_events.geography.loader import load_territory

from bench import __main__ as command
from bench import archive, bare_agenda, copy_feed, feeds, report, rows, words
from bench.footprint import heaviest_public_page
from bench.plot import growth_svg
from bench.reconcile import many_pages
from bench.report import Measure
from bench.same import contents
from bench.stack import BenchError

EVENTS = 120
MEASURES = [
    *(Measure(key, key, "1", "1", 1.0, 1.0, at_least=True) for key in report.KEYS),
    Measure("beside", "beside", "1", "1", 1.0, 1.0, at_least=True),
]


@pytest.fixture(scope="session")
def pages() -> list[bytes]:
    return rows.pages(EVENTS)


@pytest.fixture(scope="session")
async def season(make_database: MakeDatabase, pages: list[bytes]) -> str:
    """A database that the feed has filled."""
    url = make_database()
    await load_territory(url, "hauts-de-france")
    await feeds.add_feed(url)
    await feeds.run_ours(url, pages, EVENTS)
    return url


@pytest.fixture
async def copy(season: str, cluster: str) -> AsyncIterator[str]:
    """The URL, as owner, of a copy of it that is this test's own."""
    owner = await asyncpg.connect(cluster)
    name = f"bench_{random.randrange(10**9)}"
    await owner.execute(f'CREATE DATABASE "{name}" TEMPLATE "{urlsplit(season).path[1:]}"')
    yield urlunsplit(urlsplit(cluster)._replace(path=f"/{name}"))
    await owner.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await owner.close()


async def test_the_bare_page_gives_our_bytes(copy: str) -> None:
    settings = {"search_path": "events,extensions", "jit": "off"}
    connection = await asyncpg.connect(copy, server_settings=settings)
    await connection.execute(bare_agenda.PREPARE)
    await connection.close()
    full = 0
    bare = bare_agenda.Bare(copy)
    async with (
        asyncpg.create_pool(copy, min_size=1, server_settings=settings | {"timezone": "UTC"}) as reader,
        asyncpg.create_pool(
            copy, min_size=1, server_settings=settings | {"timezone": "Europe/Paris"}
        ) as bare._pool,
    ):
        for word in words.vocabulary()[:12]:
            for more in ([], [("department", "59")]):
                asked = [("from", "2027-09-06"), ("to", "2027-09-12"), ("q", word), *more]
                ours = await AgendaService(reader).page(parse_filter(asked, today=today_in_paris()))
                query = "&".join(f"{name}={value}" for name, value in asked).encode()
                assert await bare._page(query) == ours
                full += len(orjson.loads(ours)["items"]) == 50
    assert full > 3  # pages that go on were among them


async def test_the_orm_writes_what_we_write(
    season: str, pages: list[bytes], make_database: MakeDatabase
) -> None:
    url = make_database()
    await load_territory(url, "hauts-de-france")
    await feeds.add_feed(url)
    await feeds.run_orm(url, pages)
    ours = await contents(season)
    assert await contents(url) == ours
    assert {name for name, (count, _) in ours.items() if count == 0} == {
        "duplicate_candidate",
        "feed_quarantine",
    }


async def test_copies_are_what_their_cards_would_be(copy: str) -> None:
    await archive.grow(copy, EVENTS * 3, season=EVENTS, whole=True)
    owner = await asyncpg.connect(copy, server_settings={"search_path": "events"})
    seasons = await owner.fetch(
        "SELECT min(day), max(day) FROM agenda_day GROUP BY (day - $1) / 70 ORDER BY 1", rows.FIRST_MONDAY
    )
    assert len(seasons) == 3
    await owner.execute("UPDATE agenda_card SET card = replace(card, 'T1', 'T0') WHERE slug LIKE '%~%'")
    await owner.close()
    with pytest.raises(BenchError, match="fausses"):
        await archive.check(copy, EVENTS * 3)


async def test_unchanged_rows_write_nothing_and_the_bare_side_sees_none(
    season: str, pages: list[bytes]
) -> None:
    found = await feeds.unchanged(season, pages, EVENTS, blocks=1)
    assert found.ours > 0
    assert found.baseline > 0


async def test_the_bare_side_sees_what_changed(copy: str, pages: list[bytes]) -> None:
    connection = await asyncpg.connect(copy)
    await connection.execute(copy_feed.PREPARE)
    await copy_feed.first_load(connection, pages)
    other = [pages[0].replace(b'"status":1', b'"status":2', 1), *pages[1:]]
    assert await copy_feed.changed(connection, other) == 1
    await connection.close()


def test_many_pages_are_rows_of_their_own(pages: list[bytes]) -> None:
    many = many_pages(pages, EVENTS * 2 + 7)
    uids = [row["uid"] for page in many for row in orjson.loads(page)["events"]]
    assert len(uids) == len(set(uids)) == EVENTS * 2 + 7


def test_rows_are_always_the_same() -> None:
    assert rows.pages(20) == rows.pages(20)


def test_a_mistyped_word_is_no_other_word() -> None:
    known = set(words.vocabulary())
    wrong = {words.mistype(random.Random(n), "microscope") for n in range(50)}
    assert not wrong & known
    assert len(wrong) > 10


def test_the_json_has_exactly_the_keys_asked_for() -> None:
    assert list(json.loads(report.as_json(MEASURES))) == [
        "page_vs_bare",
        "gateway_vs_direct",
        "hot_vs_bare",
        "feed_unchanged_vs_copy",
        "feed_first_vs_orm",
        "search_p99_vs_bare",
        "memory_mb",
        "first_page_js_kb",
        "growth",
        "desk_vs_bare",
        "autosave_p95_vs_bare",
        "batch_seconds",
        "planning_seconds",
        "race_vs_bare",
        "availability_vs_bare",
        "governance_vs_bare",
        "voting_seconds",
    ]


@pytest.mark.parametrize(
    ("value", "at_least", "code"),
    [
        (1.0, True, 0),
        (0.99, True, 1),
        (1.0, False, 0),
        (1.01, False, 1),
        (float("nan"), True, 1),
        (float("nan"), False, 1),
    ],
)
def test_one_bound_that_is_not_held_is_an_exit_code(
    value: float,
    at_least: bool,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    beside = Measure("beside", "beside", "1", "1", value, 1.0, at_least=at_least)
    command._tell([*MEASURES, beside], 1.0, as_json=True)
    shown = capsys.readouterr()
    assert set(json.loads(shown.out)) == set(report.KEYS)
    assert ("✗" in shown.err) == bool(code)
    assert report.exit_code([*MEASURES, beside]) == code


def test_nothing_measured_is_no_success() -> None:
    assert report.exit_code([]) == 1


def test_the_plot_is_an_image_that_tells_its_numbers() -> None:
    drawn = ET.fromstring(growth_svg({1_000: 0.004, 1_000_000: 0.005}, bound=1.5))
    told = " ".join(drawn.itertext())
    assert "1,000,000 events: 5.0 ms" in told
    assert "× 1.25" in told


def test_the_heaviest_public_page_is_read_among_all_pages() -> None:
    printed = (
        "space   MailsPage.tsx   218.1 kB\npublic  HomePage.tsx   139.0 kB\n"
        "public  EventPage.tsx   126.5 kB\nentry alone   118.6 kB\n"
    )
    assert heaviest_public_page(printed) == 139.0
    with pytest.raises(ValueError, match="empty"):
        heaviest_public_page("space   MailsPage.tsx   218.1 kB\n")
