"""JSON lines on stderr: one object a line, with the request's id, and no secret in it."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any

from typing_extensions import override

from ombelle_chassis.request_id import current_request_id

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quote = json.encoder.encode_basestring_ascii
_HIDDEN = "[hidden]"
_SECRET_NAMES = re.compile(
    r"authorization|cookie|password|secret|token|^key$|_key$|identity_header", re.IGNORECASE
)
_SECRET_TEXT = re.compile(
    r"(?P<before>(?:[?&\s\"']|^)key=|bearer\s+|://[^:/@\s]+:)(?P<secret>[^&\s\"'@]+)", re.IGNORECASE
)


def hide_secrets(text: str) -> str:
    """Blank what follows `key=`, `Bearer ` and the password of an address."""
    return _SECRET_TEXT.sub(lambda found: found["before"] + _HIDDEN, text)


def _clean(name: str, value: Any) -> Any:
    if _SECRET_NAMES.search(name):
        return _HIDDEN
    if isinstance(value, str):
        return hide_secrets(value)
    if isinstance(value, dict):
        return {str(k): _clean(str(k), v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean(name, v) for v in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return hide_secrets(str(value))


class _JsonLines(logging.Formatter):
    """Every record of every library as one JSON object."""

    def __init__(self, service: str) -> None:
        super().__init__()
        self._service = service

    @override
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "service": self._service,
            "event": hide_secrets(record.getMessage()),
        }
        if record.name != self._service:
            line["logger"] = record.name
        if request_id := current_request_id.get():
            line["request_id"] = request_id
        line.update(getattr(record, "fields", {}))
        if record.exc_info:
            line["exception"] = hide_secrets(self.formatException(record.exc_info))
        return _encode(line)


class Log:
    """A logger whose lines carry named fields: `log.info("feed_run_ended", feed="national", fetched=205)`."""

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(name)

    def _write(self, level: int, event: str, fields: dict[str, Any], *, exc_info: bool = False) -> None:
        if self._logger.isEnabledFor(level):
            clean = {name: _clean(name, value) for name, value in fields.items()}
            # `event` is an argument, not the format, so that a percent sign in it stays itself.
            self._logger.log(level, "%s", event, exc_info=exc_info, extra={"fields": clean})

    def debug(self, event: str, **fields: Any) -> None:
        """For the person who debugs; off unless asked for."""
        self._write(logging.DEBUG, event, fields)

    def info(self, event: str, **fields: Any) -> None:
        """Something happened that is worth knowing later."""
        self._write(logging.INFO, event, fields)

    def warning(self, event: str, **fields: Any) -> None:
        """Something went wrong that the program got over."""
        self._write(logging.WARNING, event, fields)

    def error(self, event: str, **fields: Any) -> None:
        """Something failed."""
        self._write(logging.ERROR, event, fields)

    def exception(self, event: str, **fields: Any) -> None:
        """Something failed; called in an `except` block, it adds the traceback."""
        self._write(logging.ERROR, event, fields, exc_info=True)


def get_logger(name: str) -> Log:
    """Return the logger of a module or service."""
    return Log(name)


def configure_logging(service: str, *, level: int = logging.INFO) -> None:
    """Send every record of this process to stderr as JSON lines named after `service`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines(service))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for noisy in ("httpx", "httpcore", "uvicorn.access", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


class AccessLog:
    """One line a request, put together by hand past the logging module: it stands on the hot path.

    The query is not logged: it may hold where somebody lives, or a key.
    """

    def __init__(self, service: str) -> None:
        self._service = _quote(service)

    def write(
        self, *, method: str, path: str, status: int, seconds: float, request_id: str, **fields: Any
    ) -> None:
        """Write the line of a request that has ended."""
        extra = "".join(f",{_quote(name)}:{_quote(value)}" for name, value in fields.items() if value)
        sys.stderr.write(
            f'{{"at":"{datetime.now(UTC).isoformat(timespec="milliseconds")}","level":"info"'
            f',"service":{self._service},"event":"request","method":{_quote(method)},"path":{_quote(path)}'
            f',"status":{status},"ms":{seconds * 1000:.2f},"request_id":{_quote(request_id)}{extra}}}\n'
        )
