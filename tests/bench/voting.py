"""The measure of an assembly: sixty people vote on one motion, each of whom knows the result at once."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Iterable
from typing import Any, Final
from uuid import uuid4

import asyncpg
import orjson
from ombelle_chassis.identity import Signer

from bench.client import Connection
from bench.stack import Bench, BenchError, settle

VOTERS: Final = 60
_MOTIONS: Final = 7  # the first counts for nothing
_CHOICES: Final = ("for", "against", "abstain")
_DATA: Final = """
INSERT INTO organisation (name, kind, unadministered_since)
SELECT 'Structure ' || n, 'library', now() FROM generate_series(1, 60) n;
INSERT INTO member (kind, organisation_id, fee_category) SELECT 'legal', id, 'small' FROM organisation ORDER BY id;
INSERT INTO meeting (body, title, held_on, cut_off_on, rules, quorum_numerator, quorum_denominator)
VALUES ('general_assembly', 'Assemblée', current_date, current_date, '{}', 1, 2);
INSERT INTO meeting_roll (meeting_id, member_id, name, college, may_vote, token_digest)
SELECT t.id, m.id, 'Structure ' || m.number, 'A', true, sha256(convert_to(lpad(m.number::text, 32, 'x'), 'UTF8'))
FROM member m, meeting t;
UPDATE meeting SET state = 'open', roll_frozen_at = now(), opened_at = now();
INSERT INTO attendance (meeting_id, roll_id, mode, span)
SELECT meeting_id, id, 'online', tstzrange(now(), NULL) FROM meeting_roll;
INSERT INTO motion (meeting_id, position, title, voting)
SELECT id, n, 'Résolution ' || n, 'secret' FROM meeting, generate_series(1, 7) n;
"""


async def measure_voting(bench: Bench) -> float:
    """Return the seconds from the first ballot to the moment when all sixty have the result on their screen.

    Every voter sends its ballot twice, as a phone does whose answer was lost.

    Raises:
        BenchError: a ballot was lost or counted twice, or somebody sees another result.

    """
    await bench.make_database("voting")
    await bench.migrate_members("voting")
    url = bench.url("voting", "members")
    connection = await asyncpg.connect(url, command_timeout=60)
    await connection.execute(_DATA)
    motions = [row["id"] for row in await connection.fetch("SELECT id FROM motion ORDER BY position")]
    rows = await connection.fetch(
        "SELECT r.id, m.number FROM meeting_roll r JOIN member m ON m.id = r.member_id ORDER BY m.number"
    )
    await connection.close()
    await settle(url)
    with (
        bench.serve_members("voting") as members,
        bench.serve_gateway(members, "voting", members=members) as edge,
    ):
        voters = [_Voter(edge.port, row["number"], str(row["id"])) for row in rows]
        secretary = Connection(members.port, _identity(bench))
        for client in (secretary, *(voter.connection for voter in voters)):
            await client.open()
        took = [await _vote(secretary, voters, str(motion)) for motion in motions]
        for client in (secretary, *(voter.connection for voter in voters)):
            client.close()
    return statistics.median(took[1:])


def _identity(bench: Bench) -> bytes:
    token = Signer(bench.folder / "keys" / "signing.json").sign_identity(str(uuid4()), ["secretary"])
    return f"Ombelle-Identity: {token}\r\n".encode()


class _Voter:
    """A phone: one connection, by the link of one member."""

    def __init__(self, port: int, number: int, roll_id: str) -> None:
        self.connection = Connection(port)
        self.pick = _CHOICES[number % 3]
        self._roll_id = roll_id
        self._path = f"/api/v1/meetings/by-link/{str(number).rjust(32, 'x')}"

    async def vote(self, poll: str) -> None:
        """Send the ballot, and send it again."""
        body = orjson.dumps({"poll_id": poll, "voice_id": self._roll_id, "choices": [self.pick]})
        head = f"POST {self._path}/ballots HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        line = f"{head}Content-Length: {len(body)}\r\n".encode()
        statuses = [(await self.connection.answered(line, body))[0] for _ in range(2)]
        if statuses != [200, 409]:
            raise BenchError(f"bulletins : {statuses}")

    async def result(self, motion: str) -> tuple[int, ...]:
        """Return what the phone shows of a motion."""
        told: dict[str, Any] = orjson.loads(await self.connection.get(self._path))
        [found] = [one for one in told["meeting"]["motions"] if one["id"] == motion]
        return tuple(found[f"votes_{choice}"] for choice in _CHOICES)


async def _vote(secretary: Connection, voters: list[_Voter], motion: str) -> float:
    poll = orjson.loads(await secretary.send("POST", f"/api/v1/motions/{motion}/open", b"{}"))["poll_id"]
    began = time.perf_counter()
    await _all(voter.vote(poll) for voter in voters)
    await secretary.send("POST", f"/api/v1/motions/{motion}/close", b"{}")
    seen = await _all(voter.result(motion) for voter in voters)
    took = time.perf_counter() - began
    expected = tuple(sum(voter.pick == choice for voter in voters) for choice in _CHOICES)
    if set(seen) != {expected}:
        raise BenchError(f"résultats : {set(seen)}, attendu {expected}")
    return took


async def _all(asked: Iterable[Awaitable[Any]]) -> list[Any]:
    return list(await asyncio.gather(*asked))
