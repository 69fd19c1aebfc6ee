"""How a service's settings name its subscribers and the secret that signs between them.

subscribers: Subscribers = Field(default={}, validation_alias="OMBELLE_SUBSCRIBERS")
messages_secret: MessagesSecret | None = Field(
default=None, repr=False, validation_alias="OMBELLE_MESSAGES_SECRET")
"""

import base64
import binascii
from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator
from pydantic_settings import NoDecode

from ombelle_chassis.addresses import web_address

_LEAST_BYTES: Final = 24  # as Standard Webhooks asks


def read_subscribers(value: Any) -> Any:
    """Read `events=http://127.0.0.1:9001,members=…`: where each service takes messages.

    Raises:
        ValueError: it is no such list.

    """
    if not isinstance(value, str):
        return value
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in value.split(","))):
        name, equals, address = part.partition("=")
        if not equals or not name.strip() or name.strip() in found:
            raise ValueError(f"{part!r} is not name=address, each name once")
        found[name.strip()] = web_address(address)
    return found


def _long_enough(secret: str) -> str:
    try:
        size = len(base64.b64decode(secret.removeprefix("whsec_"), validate=True))
    except binascii.Error as error:
        raise ValueError("the secret is not base64") from error
    if size < _LEAST_BYTES:
        raise ValueError(f"the secret has fewer than {_LEAST_BYTES} bytes")
    return secret


Subscribers = Annotated[Mapping[str, str], NoDecode, BeforeValidator(read_subscribers)]
MessagesSecret = Annotated[str, AfterValidator(_long_enough)]
