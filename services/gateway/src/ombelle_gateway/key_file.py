"""`/.well-known/jwks.json`: the public keys by which tokens of ours are verified."""

from pathlib import Path
from typing import Final

from ombelle_gateway.answer import Answer, text_answer

KEYS_PATH: Final = "/.well-known/jwks.json"
_NONE: Final = b'{"keys": []}'


class PublishedKeys:
    """The file of public keys; it is small, and replaced when keys are rotated."""

    def __init__(self, keys_dir: Path) -> None:
        self._file = keys_dir / "jwks.json"

    def answer(self) -> Answer:
        """Return the keys as they are now. No cache keeps them longer than five minutes: keys are rotated."""
        try:
            body = self._file.read_bytes()
        except FileNotFoundError:
            body = _NONE
        return text_answer(200, body, "application/jwk-set+json", cache_control="public, max-age=300")
