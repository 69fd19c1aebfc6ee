"""The hop to a service: streams both ways, keeps the query's bytes, lets no identity in but ours."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import aiohttp
from multidict import CIMultiDict
from ombelle_chassis.errors import DomainError
from ombelle_chassis.identity_header import IDENTITY_HEADER
from ombelle_chassis.request_id import current_request_id
from yarl import URL

from ombelle_gateway.asgi import Exchange, RawHeaders, header
from ombelle_gateway.client_address import CLIENT_ADDRESS_HEADER
from ombelle_gateway.errors import BodyTooLarge, UpstreamTimeout, UpstreamUnavailable
from ombelle_gateway.security import SECURITY_NAMES
from ombelle_gateway.upstream import Broken, Upstream, Whole

BODY_LIMIT = 10 * 1024 * 1024
FILE_LIMIT = 21 * 1024 * 1024
"""For a form that brings a file, which services take up to 20 MiB."""
_FILE_SECONDS = 300.0
_CONNECT_SECONDS = 2.0
_TOTAL_SECONDS = 30.0
_WHOLE_BELOW = 512 * 1024  # bytes; such an answer is read whole and sent in one message

# RFC 9110 §7.6.1, and those of the same nature that are not listed there.
_HOP_BY_HOP = frozenset(
    {b"connection", b"keep-alive", b"proxy-authenticate", b"proxy-authorization", b"proxy-connection", b"te"}
    | {b"trailer", b"transfer-encoding", b"upgrade"}
)
_NEVER_IN = _HOP_BY_HOP | {
    b"accept-encoding",  # services do not compress: the gateway does, once
    b"authorization",  # verified here; services believe the identity header alone
    b"content-length",
    b"cookie",
    b"expect",
    b"forwarded",
    b"host",
    b"ombelle-client-address",
    b"ombelle-identity",
    b"x-real-ip",
    b"x-request-id",
}
_NEVER_OUT = _HOP_BY_HOP | SECURITY_NAMES | {b"date", b"server", b"x-request-id"}


class Hop:
    """Connections to the services. `open` and `close` belong to the loop that serves."""

    def __init__(
        self,
        upstreams: Mapping[str, str],
        *,
        total_seconds: float = _TOTAL_SECONDS,
        body_limit: int = BODY_LIMIT,
    ) -> None:
        self._bases = {name: URL(address) for name, address in upstreams.items()}
        self._upstreams: dict[str, Upstream] = {}
        self._total = total_seconds
        self._limit = body_limit
        self._reads: aiohttp.ClientSession | None = None
        self._writes: aiohttp.ClientSession | None = None

    @property
    def services(self) -> list[str]:
        """Names of the services that have an address."""
        return list(self._bases)

    async def open(self) -> None:
        """Make the client sessions."""
        # Writes get a connection of their own: on a kept one that the service is closing, nobody could say
        # whether the write was done. Reads keep connections; aiohttp tries once more on a fresh one.
        self._upstreams = {
            name: Upstream(base.host or "", base.port or 80) for name, base in self._bases.items()
        }
        self._reads = self._session(aiohttp.TCPConnector(limit=128, keepalive_timeout=30))
        self._writes = self._session(aiohttp.TCPConnector(limit=128, force_close=True))

    def _session(self, connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(total=self._total, sock_connect=_CONNECT_SECONDS),
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            max_field_size=32768,
            read_bufsize=2**18,
        )

    async def close(self) -> None:
        """Close every connection."""
        for session in (self._reads, self._writes):
            if session is not None:
                await session.close()
        for upstream in self._upstreams.values():
            upstream.close()

    async def read(
        self, service: str, path: bytes, query: bytes, *, most: int, seconds: float | None = None
    ) -> Whole:
        """Return what a service says to anybody at this address, whole.

        A cookie that it sets is still there, which shows that it was not for anybody; nobody may be given it.

        Raises:
            UpstreamUnavailable: no address, no connection, or one that broke.
            UpstreamTimeout: no whole answer in time.
            TooLong: it holds more than `most` bytes.

        """
        upstream = self._upstreams.get(service)
        if upstream is None:
            raise _unavailable(service)
        target = f"{_ascii(path)}?{_ascii(query)}" if query else _ascii(path)
        try:
            answer = await upstream.get(
                target, current_request_id.get(), seconds=seconds or self._total, most=most
            )
        except Broken as error:
            raise _unavailable(service) from error
        except TimeoutError as error:
            raise _too_slow(service) from error
        return answer._replace(headers=_outbound(answer.headers, with_cookies=True))

    def request(
        self,
        service: str,
        exchange: Exchange,
        *,
        identity: str | None = None,
        address: str | None = None,
        with_cookies: bool = False,
    ) -> "Call":
        """Prepare this request to a service: `async with` sends it and gives the response, its body to be read.

        A HEAD is asked as a GET: services answer GET alone.

        Args:
            service: its name.
            exchange: the request.
            identity: who asks, signed.
            address: where they are, for the one service that counts attempts.
            with_cookies: whether it is the service that our cookies are for. A bearer token takes their place.

        Raises (on entering, and while the body is read inside):
            UpstreamUnavailable: no address, no connection, or one that broke.
            UpstreamTimeout: no whole answer in time.
            BodyTooLarge: the request's body is over the limit.

        """
        headers = _inbound(exchange)
        if identity is not None:
            headers[IDENTITY_HEADER] = identity
        if address is not None:
            headers[CLIENT_ADDRESS_HEADER] = address
        if with_cookies and b"authorization" not in exchange.headers:
            for value in exchange.all(b"cookie"):
                headers.add("Cookie", value.decode("latin-1"))
        url = self._url(service, exchange.raw_path, exchange.query)
        if exchange.is_read:
            return Call(self._reads, service, "GET", url, headers)
        brings_file = exchange.headers.get(b"content-type", b"").startswith(b"multipart/form-data")
        limit, seconds = (FILE_LIMIT, _FILE_SECONDS) if brings_file else (self._limit, None)
        body = _Body(exchange, headers, limit)
        return Call(self._writes, service, exchange.method, url, headers, body, seconds)

    def _url(self, service: str, path: bytes, query: bytes) -> URL:
        base = self._bases.get(service)
        if base is None:
            raise _unavailable(service)
        return URL.build(
            scheme=base.scheme,
            host=base.host or "",
            port=base.port,
            path=_ascii(path),
            query_string=_ascii(query),
            encoded=True,
        )


class Call:
    """One request to a service, as a context manager: what goes wrong inside is told in the gateway's words.

    A class, because generators as context managers cost a tenth of the hop (measured).
    """

    __slots__ = ("_answer", "_arguments", "_body", "_more", "_service", "_session")

    def __init__(
        self,
        session: aiohttp.ClientSession | None,
        service: str,
        method: str,
        url: URL,
        headers: CIMultiDict[str],
        body: "_Body | None" = None,
        seconds: float | None = None,
    ) -> None:
        self._session = session
        self._service = service
        self._arguments = method, url, headers
        self._body = body
        # What takes longer than the session's own time: a file from a slow line.
        self._more: dict[str, Any] = (
            {}
            if seconds is None
            else {"timeout": aiohttp.ClientTimeout(total=seconds, sock_connect=_CONNECT_SECONDS)}
        )
        self._answer: aiohttp.ClientResponse | None = None

    async def __aenter__(self) -> aiohttp.ClientResponse:
        if self._session is None:
            raise _unavailable(self._service)
        method, url, headers = self._arguments
        data = self._body.chunks() if self._body is not None and self._body.is_there else None
        try:
            self._answer = await self._session.request(
                method, url, headers=headers, data=data, allow_redirects=False, **self._more
            )
        except Exception as error:
            raise self._told(error) from error
        return self._answer

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        if self._answer is not None:
            # What was not read to its end closes the connection: nobody else may get the rest.
            self._answer.release()
        if isinstance(error, Exception) and (told := self._told(error)) is not error:
            raise told from error

    def _told(self, error: Exception) -> Exception:
        """Translate what the client library reports; anything else is returned as it is."""
        if isinstance(error, aiohttp.ConnectionTimeoutError):
            return _unavailable(self._service)
        if isinstance(error, TimeoutError):
            return _too_slow(self._service)
        if isinstance(error, aiohttp.ClientError | ConnectionError):
            refusal = self._body.refusal if self._body is not None else None
            return refusal or _unavailable(self._service)
        return error


class _Body:
    """The request's body on its way through, counted."""

    def __init__(self, exchange: Exchange, headers: CIMultiDict[str], limit: int) -> None:
        self._receive = exchange.receive
        self._limit = limit
        self.refusal: DomainError | None = None
        """Why the body was refused on its way, which the client library reports as a broken connection."""
        length = exchange.headers.get(b"content-length")
        self.is_there = b"transfer-encoding" in exchange.headers or (length is not None and length != b"0")
        if length is not None:
            if int(length) > limit:
                raise self._too_large()
            headers["Content-Length"] = length.decode()

    async def chunks(self) -> AsyncIterator[bytes]:
        seen = 0
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ConnectionAbortedError("the caller left")
            chunk = message.get("body", b"")
            seen += len(chunk)
            if seen > self._limit:
                self.refusal = self._too_large()
                raise self.refusal
            if chunk:
                yield chunk
            if not message.get("more_body", False):
                return

    def _too_large(self) -> BodyTooLarge:
        return BodyTooLarge(f"Le corps de la demande dépasse {self._limit // (1024 * 1024)} Mo : allégez-le.")


def _unavailable(service: str) -> UpstreamUnavailable:
    return UpstreamUnavailable(
        f"Le service « {service} » ne répond pas : réessayez dans un instant.", service=service
    )


def _too_slow(service: str) -> UpstreamTimeout:
    return UpstreamTimeout(
        f"Le service « {service} » met trop de temps à répondre : réessayez dans un instant."
    )


def _ascii(raw: bytes) -> str:
    """Return a path or query as text; bytes foreign to addresses are percent-encoded: it means the same."""
    if raw.isascii():
        return raw.decode("ascii")
    return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in raw)


def _inbound(exchange: Exchange) -> CIMultiDict[str]:
    """Return the headers that a service gets."""
    named = exchange.headers.get(b"connection")
    dropped = _NEVER_IN | {name.strip().lower() for name in named.split(b",")} if named else _NEVER_IN
    headers: CIMultiDict[str] = CIMultiDict()
    for name, value in exchange.scope["headers"]:
        # Some servers read an underscore as a hyphen: neither spelling of what only we may say goes in.
        plain = name.replace(b"_", b"-")
        if plain in dropped or plain.startswith(b"x-forwarded-"):
            continue
        headers.add(name.decode("latin-1"), value.decode("latin-1"))
    headers["X-Request-Id"] = exchange.request_id
    return headers


def _outbound(headers: RawHeaders, *, with_cookies: bool = False) -> RawHeaders:
    """Return the headers of a service's answer that the caller gets; names are in lower case.

    Only the service that signs people in sets cookies, and never on an answer that others may be given.
    """
    named = header(headers, b"connection")
    dropped = _NEVER_OUT if with_cookies else _NEVER_OUT | {b"set-cookie"}
    if named and named.lower() not in {b"keep-alive", b"close"}:
        dropped = dropped | {name.strip().lower() for name in named.split(b",")}
    return [(name, value) for name, value in headers if name not in dropped]


async def relay(answer: aiohttp.ClientResponse, exchange: Exchange, *, with_cookies: bool = False) -> None:
    """Pass a service's answer on as it comes; if it breaks off, so does ours."""
    headers = _outbound(
        [(name.lower(), value) for name, value in answer.raw_headers], with_cookies=with_cookies
    )
    length = answer.content_length
    if length is not None and length <= _WHOLE_BELOW:
        body = await answer.read()
        await exchange.start(answer.status, headers)
        await exchange.body(body, more=False)
        return
    if exchange.method == "HEAD":
        await exchange.start(answer.status, headers)
        await exchange.body(b"", more=False)
        return
    await exchange.start(answer.status, headers)
    async for chunk in answer.content.iter_any():
        await exchange.body(chunk, more=True)
    await exchange.body(b"", more=False)
