import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def _accounts(database_url: str, smtp_url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process of accounts that sends mails, and that nothing outlives."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "ombelle_gateway", "accounts", "--port", str(_free_port())),
        env=os.environ | {"GATEWAY_DATABASE_URL": database_url, "OMBELLE_SMTP_URL": smtp_url},
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _until(true) -> None:
    async with asyncio.timeout(180):
        while not await true():  # noqa: ASYNC110 - what another process does
            await asyncio.sleep(0.05)


@pytest.mark.long
async def test_killed_while_the_server_has_the_mail_it_goes_once_more_under_the_same_name(
    mail_database_url, written, server, row
):
    server.answers.clear()
    mail_id = await written(
        template="announcement", values={"subject": "Bonjour", "message": "m", "signed_by": "l"}
    )

    async def has_come() -> bool:
        return bool(server.mails)

    async def is_sent() -> bool:
        return (await row(mail_id)).state == "sent"

    async with _accounts(mail_database_url, server.url) as process:
        await _until(has_come)
        process.send_signal(signal.SIGKILL)
        await process.wait()
    server.answers.set()
    kept = await row(mail_id)
    assert (kept.state, kept.attempts, kept.started_at is None) == ("waiting", 1, False)
    async with _accounts(mail_database_url, server.url):
        await _until(is_sent)
    kept = await row(mail_id)
    assert (kept.attempts, kept.interruptions) == (2, 1)
    first, second = server.mails
    assert first["Message-ID"] == second["Message-ID"]
