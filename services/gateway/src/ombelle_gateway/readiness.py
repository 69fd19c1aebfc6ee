"""Whether the stack can be used: the first sync has ended and every service says that it is ready."""

import asyncio
import os
from pathlib import Path

from ombelle_chassis.errors import DomainError

from ombelle_gateway.errors import NotReady
from ombelle_gateway.hop import Hop
from ombelle_gateway.upstream import TooLong

_SECONDS = 2.0
_MOST = 64 * 1024  # bytes of what a service says of itself


async def check_readiness(hop: Hop, ready_file: Path | None) -> None:
    """Return when ready.

    Raises:
        NotReady: saying what is not.

    """
    if ready_file is not None and not os.path.exists(ready_file):  # noqa: ASYNC240, PTH110 - one stat
        raise NotReady("La première synchronisation n'est pas terminée.", waiting_for=["first_sync"])
    services = hop.services
    ready = await asyncio.gather(*(_is_ready(hop, service) for service in services))
    waiting = [service for service, is_ready in zip(services, ready, strict=True) if not is_ready]
    if waiting:
        raise NotReady(f"Ne sont pas prêts : {', '.join(waiting)}.", waiting_for=waiting)


async def _is_ready(hop: Hop, service: str) -> bool:
    try:
        answer = await hop.read(service, b"/readyz", b"", most=_MOST, seconds=_SECONDS)
    except (DomainError, TooLong):
        return False
    return answer.status == 200
