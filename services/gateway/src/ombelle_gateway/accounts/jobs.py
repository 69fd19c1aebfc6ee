"""The jobs of accounts, carried out in the same process as the API."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

from ombelle_gateway.accounts.context import ProcessContext

RegisterWith = Callable[[Any, ProcessContext], Awaitable[None]]
"""Registers jobs on a `PgQueuer`, each time that the queue is connected."""


async def _messages(worker: Any, context: ProcessContext) -> None:
    from ombelle_chassis.messages.relay import Relay, relay_messages  # noqa: PLC0415

    settings = context.settings
    if settings.messages_secret is not None:
        relay = Relay(settings.database_url, settings.subscribers, settings.messages_secret, "gateway")
        await relay_messages(relay)(worker)


async def _mail(worker: Any, context: ProcessContext) -> None:
    from ombelle_gateway.accounts.mail.jobs import mail_jobs  # noqa: PLC0415

    await mail_jobs(worker, context)


async def _tokens(worker: Any, context: ProcessContext) -> None:
    from ombelle_gateway.accounts.tokens.jobs import token_jobs  # noqa: PLC0415

    await token_jobs(worker, context)


async def _retention(worker: Any, context: ProcessContext) -> None:
    from ombelle_gateway.accounts.retention.jobs import retention_jobs  # noqa: PLC0415

    await retention_jobs(worker, context)


async def _webhooks(worker: Any, context: ProcessContext) -> None:
    from ombelle_gateway.accounts.webhooks.jobs import webhook_jobs  # noqa: PLC0415

    await webhook_jobs(worker, context)


async def _idempotency(worker: Any, _context: ProcessContext) -> None:
    from ombelle_chassis.idempotency import tidy_results  # noqa: PLC0415

    await tidy_results(worker)


JOBS: Final[tuple[RegisterWith, ...]] = (_messages, _mail, _tokens, _retention, _webhooks, _idempotency)


@asynccontextmanager
async def running_jobs(context: ProcessContext) -> AsyncIterator[None]:
    """Carry out the jobs meanwhile, unless the settings leave that to another process."""
    if not context.settings.works:
        yield
        return
    from ombelle_chassis.jobs import working  # noqa: PLC0415 -- tests and documents need no queue

    def bound(register: RegisterWith) -> Callable[[Any], Awaitable[None]]:
        return lambda worker: register(worker, context)

    registers = [bound(register) for register in JOBS]
    async with working(context.settings.database_url, registers, name="gateway-jobs"):
        yield
