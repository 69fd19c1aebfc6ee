"""`./ombelle up`: from a folder, perhaps empty, to an agenda in the browser; then keep it running."""

import datetime as dt
import json
import os
import signal
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ombelle_command.given import ADDRESS_ADVICE, DATABASE, given_database, public_url
from ombelle_command.postgres import OWNER, Cluster, PostgresError, find_cluster, server_environment
from ombelle_command.prepare import (
    FEED,
    KEYS,
    PAST,
    SCHEMAS,
    SEASON_FAILURE,
    PrepareError,
    demo_feed,
    past_of,
    real_feed,
    season_words,
)
from ombelle_command.prepare import Step as Program
from ombelle_command.processes import accepts, answers, hold_port, is_free
from ombelle_command.say import Step, StepError, Voice
from ombelle_command.stack import (
    PROJECT,
    ROLES,
    Database,
    Places,
    Stack,
    StackBusyError,
    module,
    write_private,
)
from ombelle_command.supervisor import Service, StoppedError, Supervisor

DONE, FAILED, BUSY = 0, 1, 5
# Name of the process, its package and command, and whose port it answers on.
SERVERS = (
    ("events", "ombelle_events", "serve", "events"),
    ("members", "ombelle_members", "serve", "members"),
    ("loans", "ombelle_loans", "serve", "loans"),
    ("gateway-accounts", "ombelle_gateway", "accounts", "gateway"),
)


@dataclass(frozen=True)
class Feed:
    """What fills the agenda: the words that declare it, None when it is known; the demo's address when it is that."""

    words: list[str] | None
    demo: str | None = None


@dataclass(frozen=True)
class Wishes:
    """What the person asked for."""

    folder: Path
    port: int
    empty: bool
    people: bool = True
    as_json: bool = False


def up(wishes: Wishes, voice: Voice) -> int:
    """Start the stack and stay until asked to stop; return the exit code."""
    stack = Stack(wishes.folder)
    try:
        stack.hold()
    except StackBusyError:
        voice.say(f"Une pile tourne déjà sur {stack.folder}. Choisissez d'autres données : --data DOSSIER.")
        return BUSY
    except OSError as fault:
        voice.say(f"Le dossier {stack.folder} ne peut pas servir : {fault}")
        return FAILED
    for stale in ("ready", "state.json"):
        (stack.run / stale).unlink(missing_ok=True)
    with ExitStack() as held, Supervisor(stack, voice) as supervisor:
        try:
            supervisor.end_leftovers()
            _Start(stack, supervisor, voice, wishes, held).run()
            supervisor.watch()
        except StoppedError:
            voice.say("Ombelle s'arrête…")
            return DONE
        except StepError as fault:
            voice.failed(fault)
            return FAILED
        except PostgresError as fault:
            voice.failed(StepError("PostgreSQL ne démarre pas.", lines=str(fault)))
            return FAILED
        finally:
            for stale in ("ready", "state.json"):
                (stack.run / stale).unlink(missing_ok=True)
    return DONE


class _Start:
    """The steps of a start, in order."""

    def __init__(
        self, stack: Stack, supervisor: Supervisor, voice: Voice, wishes: Wishes, held: ExitStack
    ) -> None:
        """Begin; the ports of our servers are ours as long as `held` is open."""
        self.stack, self.supervisor, self.voice, self.wishes = stack, supervisor, voice, wishes
        self.held = held
        self.kept = stack.secrets()
        self.passwords: dict[str, str] = self.kept["passwords"]
        self.port = wishes.port or self._port()
        self.url = public_url(os.environ.get("OMBELLE_PUBLIC_URL"), self.port)
        self.ports = {role: self._port() for role in ROLES}
        self.environment: dict[str, str] = {}

    def run(self) -> None:
        """Everything from the lock to the address."""
        self.voice.say(f"Ombelle démarre. Données : {self.stack.folder}")
        if not is_free(self.port):
            raise StepError(
                f"Le port {self.port} ne peut pas servir : il est déjà pris, ou réservé à root.",
                advice="Choisissez-en un autre : ./ombelle up --port 8001 (ou --port 0 pour un port libre).",
            )
        self._build_frontend()
        places = Places(self.url, self._serve_database(), self.ports)
        self._tell(places)
        self._prepare()
        feed = None if self.wishes.empty else self._choose_feed()
        self._remember_season(feed)
        if feed and feed.demo:
            places = replace(places, demo=feed.demo, smtp=self._serve_demo(feed.demo))
            self._tell(places)
        self._serve()
        state = {**asdict(places), "port": self.port, "pid": os.getpid()}
        write_private(self.stack.run / "state.json", state)
        if feed:
            self._sync(feed)
        self._service("events-worker", "ombelle_events", "worker")  # last: the first sync is not its business
        self._wait_for_services()
        if feed and feed.demo and self.wishes.people:
            self._load_season()
        self.stack.ready.touch()
        self._greet(places)

    def _remember_season(self, feed: Feed | None) -> None:
        """Note at the first start whose data these are: people's own never get the demo, which lets anybody in."""
        if "season" not in self.kept and (self.wishes.empty or feed):
            self.kept["season"] = "demo" if feed and feed.demo else "own"
            self.stack.keep_secrets(self.kept)

    def _tell(self, places: Places) -> None:
        """From now on, programs are told where these places are."""
        self.environment = self.stack.environment(self.kept, places)

    def _port(self, name: str | None = None) -> int:
        """Return a port that is ours until the end; with a name, the one it had last time where that is free."""
        last = self.kept.get(name) if name else None
        port = int(self.held.enter_context(hold_port(last)).getsockname()[1])
        if name:
            self.kept[name] = port
            self.stack.keep_secrets(self.kept)
        return port

    def _build_frontend(self) -> None:
        with self.voice.step("interface du navigateur") as step:
            self.supervisor.must(
                "L'interface du navigateur n'a pas pu être construite.",
                module("ombelle_command.frontend"),
                dict(os.environ),
                step,
                log="frontend",
                advice=f"Journal : {self.stack.logs / 'frontend.log'} (npm a besoin du réseau une fois).",
            )

    def _serve_database(self) -> Database:
        advice = ""
        if given := os.environ.get("OMBELLE_DATABASE_URL", "").strip():
            database, owner_url, identifier = *given_database(given), None
            what, advice = f"PostgreSQL de {database.address}", ADDRESS_ADVICE
        else:
            database, owner_url, identifier = self._serve_cluster()
            what = "bases et droits"
        self.stack.keep_secrets(self.kept)
        with self.voice.step(what) as step:
            self.supervisor.must(
                "La base de données n'a pas pu être préparée.",
                module("ombelle_command.database"),
                dict(os.environ),
                step,
                log="database",
                given={
                    "owner_url": owner_url,
                    "database": database.name,
                    "passwords": {role: self.passwords[role] for role in ROLES},
                    "identifier": identifier,
                },
                advice=advice,
            )
        return database

    def _serve_cluster(self) -> tuple[Database, str, int | None]:
        with self.voice.step("PostgreSQL 18") as step:
            known = Path(self.kept["cluster"]) if self.kept.get("cluster") else None
            cluster = find_cluster(self.stack.folder, known=known)
            if known is None:
                set_aside(cluster)
            cluster.make(self.passwords["owner"])
            if cluster.home.parent != self.stack.folder:
                self.kept["cluster"] = str(cluster.home)
            self.stack.keep_secrets(self.kept)
            port = self._port()
            service = Service(
                "postgresql",
                cluster.command(port),
                server_environment(),
                account=cluster.account,
                folder=Path("/"),
                stops_on=signal.SIGINT,
                dies_on=signal.SIGINT,
                patience=6.0,
                turn=0,
                # Killed with everything else a moment ago, its last processes hold its memory until they notice.
                tries=8,
                before=cluster.clear,
            )
            self.supervisor.start(service)
            self.supervisor.wait_for(service, lambda: accepts(port), step)
        database = Database(f"127.0.0.1:{port}", DATABASE)
        return (
            database,
            f"postgresql://{OWNER}:{self.passwords['owner']}@{database.address}/postgres",
            cluster.identifier,
        )

    def _prepare(self) -> None:
        """Migrate and load; the gateway starts meanwhile, and says that the rest is on its way."""
        self._do(KEYS)
        self._service("gateway", "ombelle_gateway", "serve", "--port", str(self.port), turn=2)
        self._do(SCHEMAS)

    def _do(self, wanted: Program) -> None:
        with self.voice.step(wanted.title) as step:
            self._must(wanted.failure, *wanted.words, step=step)

    def _must(self, what: str, *words: str, step: Step, given: Any = None) -> str:
        return self.supervisor.must(what, module(*words), self.environment, step, log="prepare", given=given)

    def _serve(self) -> None:
        for name, package, command, role in SERVERS:
            self._service(name, package, command, "--port", str(self.ports[role]))

    def _wait_for_services(self) -> None:
        by_name = {service.name: service for service in self.supervisor.services}
        asked = [(by_name[name], self.ports[role], "/readyz") for name, _, _, role in SERVERS]
        with self.voice.step("services") as step:
            for service, port, path in [*asked, (by_name["gateway"], self.port, "/healthz")]:
                self.supervisor.wait_for(service, partial(answers, port, path), step)

    def _service(self, name: str, *words: str, turn: int = 1) -> Service:
        service = Service(name, module(*words), dict(self.environment), turn=turn)
        self.supervisor.start(service)
        return service

    def _choose_feed(self) -> Feed | None:
        """Say what fills the agenda, None when that cannot be told; the stack stays up without it."""
        try:
            with self.voice.step("source du programme") as step:
                if words := real_feed(os.environ):
                    return Feed(words)
                return self._demo_feed(step)
        except (StepError, PrepareError) as fault:
            self._survive(fault if isinstance(fault, StepError) else StepError(str(fault)))
        return None

    def _demo_feed(self, step: Step) -> Feed | None:
        where = json.loads(self._must("La démonstration manque.", "ombelle_demo", "where", step=step))
        listed = self._must(
            "Les sources n'ont pas pu être lues.", "ombelle_events", "feeds", "list", "--json", step=step
        )
        known = next((feed for feed in json.loads(listed)["feeds"] if feed["name"] == FEED), None)
        if known and known["agenda"] != str(where["agenda"]):
            return Feed(None)  # a feed of one's own goes by that name: it is synced, and left as it is
        if self.kept.get("season") == "own":
            step.what += (
                " : ces données sont à vous, la démonstration n'y entre pas (--data en choisit d'autres)"
            )
            return None
        url = f"http://127.0.0.1:{self._port('demo_port')}"
        is_there = known and (known["url"], known["edition"]) == (url, where["edition"])
        return Feed(None if is_there else demo_feed(where, url), url)

    def _serve_demo(self, url: str) -> str:
        """Serve the demo's feed, people and mailbox; return where it takes mail."""
        port, smtp_port = int(url.rpartition(":")[2]), self._port("demo_smtp_port")
        words = ("serve", "--port", str(port), "--smtp-port", str(smtp_port))
        with self.voice.step("saison de démonstration") as step:
            demo = self._service("demo", "ombelle_demo", *words)
            self.supervisor.wait_for(demo, lambda: accepts(port) and accepts(smtp_port), step)
        return f"smtp://127.0.0.1:{smtp_port}"

    def _sync(self, feed: Feed) -> None:
        """Fill the agenda from the feed; a failure leaves the stack up."""
        try:
            with self.voice.step("programme national, par HTTP") as step:
                if feed.words:
                    self._must(
                        "La source n'a pas pu être déclarée.", "ombelle_events", *feed.words, step=step
                    )
                words = ("sync", FEED, "--json")
                told = self._must(
                    "La première synchronisation a échoué.", "ombelle_events", *words, step=step
                )
                with suppress(ValueError, KeyError, IndexError):
                    run = json.loads(told.strip().splitlines()[-1])
                    step.what += (
                        f" : {run['fetched']} reçus, {run['created']} nouveaux, {run['updated']} modifiés"
                    )
        except StepError as fault:
            self._survive(fault)

    def _load_season(self) -> None:
        """Let the demo's people do what they did; a failure leaves the stack up."""
        words = season_words(f"http://127.0.0.1:{self.port}", self.url)
        try:
            with self.voice.step("structures et personnes de démonstration") as step:
                told = self._must(SEASON_FAILURE, *words, step=step)
                if past := past_of(told):
                    self._must(SEASON_FAILURE, *PAST, step=step, given=past)
        except StepError as fault:
            self._survive(fault)

    def _survive(self, fault: StepError) -> None:
        self.voice.failed(fault)
        self.voice.say("    La pile reste debout, avec ce qu'elle sait déjà.")

    def _greet(self, places: Places) -> None:
        if self.wishes.as_json:
            told = {"url": self.url, "port": self.port, "data": str(self.stack.folder)}
            print(json.dumps(told, ensure_ascii=False), flush=True)
            return
        data = "" if self.stack.folder == Path(PROJECT / ".ombelle") else f' --data "{self.stack.folder}"'
        here = f"http://localhost:{self.port}"
        behind = "" if self.url == here else f"\n  Sur cette machine  {here}"
        entry = (
            f" (chaque rôle en un clic)\n  Les courriels      {self.url}/espace/courriels"
            if places.demo
            else ""
        )
        self.voice.say(
            f"""
Ombelle est là :  {self.url}
{behind}
  L'agenda           {self.url}/agenda
  Pour les classes   {self.url}/scolaires
  L'espace           {self.url}/espace{entry}
  L'API              {self.url}/api/docs
  Un jeton           ./ombelle token{data}
  La base            ./ombelle sql events "select count(*) from event"{data}

Ctrl-C arrête tout.""",  # noqa: S608 (an example to type, not a query)
        )


def set_aside(cluster: Cluster) -> None:
    """Move away a cluster whose secrets went with a deleted data folder: nobody could open it."""
    with suppress(OSError):
        if (cluster.data / "PG_VERSION").exists() and cluster.home.parent.name == "ombelle":
            now = dt.datetime.now(tz=dt.UTC)
            cluster.home.rename(cluster.home.with_name(f"{cluster.home.name}.{now:%Y%m%dT%H%M%S}"))
