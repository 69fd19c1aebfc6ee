import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

PATH: Final = "/internal/messages"


@dataclass(frozen=True, slots=True)
class Message:
    """A fact: `version` grows with each change of what `key` names; `payload` is the whole of it."""

    id: UUID
    type: str
    key: str
    version: int
    payload: dict[str, Any]

    def body(self) -> str:
        """The text that is signed and sent."""
        fact = {"type": self.type, "key": self.key, "version": self.version, "payload": self.payload}
        return json.dumps({"id": str(self.id), **fact}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, body: Any) -> "Message":
        """Read what `body` made, parsed from JSON.

        Raises:
            ValueError, TypeError, KeyError: it is none.

        """
        if not isinstance(body["payload"], dict) or type(body["version"]) is not int:
            raise TypeError("a message has a version and an object")
        return cls(UUID(body["id"]), str(body["type"]), str(body["key"]), body["version"], body["payload"])


Handler = Callable[[AsyncSession, Message], Awaitable[None]]
"""Takes in a message, in the transaction that also remembers that it came."""
