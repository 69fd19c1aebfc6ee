"""The measures in order, each on what the one before has left where that saves making it again."""

import asyncio
import os

from bench import rows
from bench.archive import grow
from bench.calls import BATCH, DOSSIERS, make_call
from bench.client import Ratio
from bench.dossiers import measure_autosave, measure_batch, measure_desk
from bench.feeds import add_feed, first_load, run_ours, unchanged
from bench.footprint import measure_first_page, measure_memory
from bench.governance import YEARS, measure_governance
from bench.growth import SIZES, make_million, measure_growth
from bench.lending import CLIENTS, ITEMS, measure_availability, measure_race
from bench.pages import measure_pages
from bench.planning import UNITS, measure_planning
from bench.reconcile import reconcile
from bench.report import Measure, number
from bench.search import measure_p99, measure_relevance
from bench.stack import Bench, say
from bench.voting import VOTERS, measure_voting

# MB; 400 for events and the edge alone, before there were calls; 900 when loans are there as well
MEMORY = 700
CHOICES = (
    "feed", "page", "search", "reconcile", "growth", "memory", "first_page", "desk", "autosave", "batch",
    "planning", "race", "availability", "governance", "voting",
)  # fmt: skip
GROWTH_BOUND = 1.5
PLANNING = 1.5  # seconds, in an empty browser
VOTING = 5  # seconds, through the gateway
BLOCKS = 9
ARCHIVE = 100_000


class Run:
    """One run: what was asked of CHOICES, and what it has found."""

    def __init__(self, bench: Bench, asked: set[str]) -> None:
        self.bench, self.asked = bench, asked
        self.measures: list[Measure] = []
        self.latencies: dict[int, float] = {}
        self._pages = rows.pages() if asked & {"feed", "page", "search", "reconcile", "growth"} else []

    async def everything(self) -> list[Measure]:
        """Measure what was asked."""
        if self.asked & {"feed", "page", "search", "growth"}:
            await self._season()
        if "search" in self.asked or "growth" in self.asked:
            await self._archive()
        if "reconcile" in self.asked:
            await self._reconcile()
        if "growth" in self.asked:
            await self._growth()
        if "memory" in self.asked:
            await self._memory()
        if "first_page" in self.asked:
            await self._first_page()
        if self.asked & {"desk", "autosave", "batch"}:
            await self._calls()
        if "planning" in self.asked:
            await self._planning()
        if "race" in self.asked:
            say(f"{CLIENTS} clients pour un outil de cinq modules")
            found = await measure_race(self.bench)
            self._keep(_rate("race_vs_bare", "demandes de prêt / asyncpg nu", found, 0.5))
        if "availability" in self.asked:
            say(f"disponibilités de {ITEMS} outils sur un an")
            found = await measure_availability(self.bench)
            label = f"{ITEMS} outils sur un an / requête nue"
            self._keep(_latency("availability_vs_bare", label, found, 2))
        if "governance" in self.asked:
            say(f"compositions de {YEARS} ans")
            found = await measure_governance(self.bench)
            label = f"composition, un jour de {YEARS} ans / requête nue"
            self._keep(_latency("governance_vs_bare", label, found, 2))
        if "voting" in self.asked:
            await self._voting()
        return self.measures

    async def _season(self) -> None:
        if "feed" in self.asked:
            found = await first_load(self.bench, self._pages, rows.SEASON)
            first = _seconds("feed_first_vs_orm", "premier chargement / ORM", found, 4)
            again = await unchanged(self.bench.url("season"), self._pages, rows.SEASON)
            self._keep(_seconds("feed_unchanged_vs_copy", "lignes inchangées / COPY", again, 0.8), first)
        else:
            say("chargement d'une saison")
            url = await self.bench.make_database("season")
            await add_feed(url)
            await run_ours(url, self._pages, rows.SEASON)
        await self.bench.copy_database("season", "pristine")
        if "page" in self.asked:
            say("pages de l'agenda")
            pages = await measure_pages(self.bench, "season", blocks=BLOCKS)
            self._keep(
                _rate("page_vs_bare", "page / requête nue", pages["page_vs_bare"], 0.85),
                _rate("gateway_vs_direct", "par la passerelle / direct", pages["gateway_vs_direct"], 0.85),
                _rate("hot_vs_bare", "page répétée / octets nus", pages["hot_vs_bare"], 0.2),
            )

    async def _archive(self) -> None:
        say(f"archive de {ARCHIVE} événements")
        await self.bench.copy_database("pristine", "archive")
        async with self.bench.hurry():
            await grow(self.bench.url("archive", "owner"), ARCHIVE, whole=True)
        if "growth" in self.asked:
            await self.bench.copy_database("archive", "hundred")
        if "search" in self.asked:
            say("recherches")
            found = await measure_p99(self.bench, "archive", ARCHIVE)
            self._keep(_latency("search_p99_vs_bare", "recherche, p99 / requête nue", found, 2))
            found = await measure_relevance(self.bench, "archive")
            self._keep(_latency("relevance_vs_all", "pertinence / tout classer", found, 0.25))
        await self.bench.drop_database("archive")

    async def _reconcile(self) -> None:
        say(f"réconciliation de {ARCHIVE} lignes inchangées")
        found = await reconcile(self.bench, self._pages, ARCHIVE)
        self._keep(_latency("reconcile_vs_bare", f"réconciliation de {ARCHIVE} / nue", found, 1.3))

    async def _growth(self) -> None:
        url = await self.bench.make_database("thousand")
        await add_feed(url)
        await run_ours(url, rows.pages(SIZES[0]), SIZES[0])
        say("archive d'un million d'événements")
        million = await make_million(self.bench, "pristine")
        databases = dict(zip(SIZES, ("thousand", "pristine", "hundred", million), strict=True))
        self.latencies = await measure_growth(self.bench, databases)
        small, large = self.latencies[SIZES[0]], self.latencies[SIZES[-1]]
        found = Ratio(large, small, large / small, (large / small, large / small))
        self._keep(_latency("growth", "page, un million / mille", found, GROWTH_BOUND))

    async def _calls(self) -> None:
        say(f"un appel de {DOSSIERS} dossiers")
        call = await make_call(self.bench, "calls")
        if "desk" in self.asked:
            self._keep(
                _latency(
                    "desk_vs_bare",
                    f"bureau, {DOSSIERS} dossiers / requête nue",
                    await measure_desk(call),
                    1.5,
                )
            )
        if "autosave" in self.asked:
            found = await measure_autosave(call)
            self._keep(_latency("autosave_p95_vs_bare", "enregistrement, p95 / UPDATE nu", found, 3))
        if "batch" in self.asked:
            took = await measure_batch(call)
            label = f"lot de {BATCH} décisions, courriels compris"
            self._keep(Measure("batch_seconds", label, f"{number(took)} s", "", took, 2, at_least=False))

    async def _memory(self) -> None:
        say("mémoire d'une pile au repos")
        value = await asyncio.to_thread(measure_memory, self.bench, os.environ)
        self._keep(
            Measure("memory_mb", "mémoire au repos", f"{number(value)} Mo", "", value, MEMORY, at_least=False)
        )

    async def _first_page(self) -> None:
        value = await asyncio.to_thread(measure_first_page, os.environ)
        self._keep(
            Measure(
                "first_page_js_kb",
                "JavaScript de la première page",
                f"{number(value)} ko",
                "",
                value,
                150,
                at_least=False,
            )
        )

    async def _planning(self) -> None:
        say(f"planning de {UNITS} exemplaires")
        took = await measure_planning(self.bench)
        label = f"planning de {UNITS} exemplaires sur 12 mois, affiché"
        self._keep(
            Measure("planning_seconds", label, f"{number(took)} s", "", took, PLANNING, at_least=False)
        )

    async def _voting(self) -> None:
        say(f"{VOTERS} votes sur une résolution")
        took = await measure_voting(self.bench)
        label = f"{VOTERS} bulletins secrets, résultat vu de tous"
        self._keep(Measure("voting_seconds", label, f"{number(took)} s", "", took, VOTING, at_least=False))

    def _keep(self, *measures: Measure) -> None:
        for measure in measures:
            self.measures.append(measure)
            say(f"{'✓' if measure.holds else '✗'} {measure.key} {number(measure.value)}")


def _rate(key: str, label: str, found: Ratio, bound: float) -> Measure:
    """A ratio of requests a second: ours over the baseline's."""
    ours, theirs = f"{number(found.ours)}/s", f"{number(found.baseline)}/s"
    return Measure(key, label, ours, theirs, found.ratio, bound, at_least=True, spread=found.spread)


def _seconds(key: str, label: str, found: Ratio, bound: float) -> Measure:
    """A ratio of speeds: the baseline's seconds over ours."""
    ours, theirs = f"{number(found.ours)} s", f"{number(found.baseline)} s"
    return Measure(key, label, ours, theirs, found.ratio, bound, at_least=True, spread=found.spread)


def _latency(key: str, label: str, found: Ratio, bound: float) -> Measure:
    """A ratio of times: ours over the baseline's."""
    ours, theirs = f"{number(found.ours * 1000)} ms", f"{number(found.baseline * 1000)} ms"
    return Measure(key, label, ours, theirs, found.ratio, bound, at_least=False, spread=found.spread)
