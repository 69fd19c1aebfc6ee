"""Browsers before accounts, with an authenticator in software."""

from ombelle_gateway.cookies import digest_of

ASKING = "__Host-ombelle-asking"


SESSION = "__Host-ombelle"


def cookies_of(answer):
    return dict(
        header.partition(";")[0].split("=", 1) for header in answer.headers.get_list("set-cookie") if header
    )


async def options_for_new(people, someone):
    answer = await people.ask("POST", "/me/passkeys/options", someone)
    assert answer.status_code == 200, answer.text
    return answer.json()["public_key"]


async def send_new(people, someone, credential, name="Téléphone"):
    body = {"name": name, "credential": credential}
    return await people.ask("POST", "/me/passkeys", someone, json=body)


async def add(people, someone, device, name="Téléphone"):
    answer = await send_new(people, someone, device.create(await options_for_new(people, someone)), name)
    assert answer.status_code == 201, answer.text
    return answer.json()


class Browser:
    """A browser that nobody is signed in by, and its cookies."""

    def __init__(self, people):
        self._people = people
        self.cookies = {}

    async def ask(self, path, **options):
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items() if value)
        headers = {"Cookie": cookie} if cookie else {}
        self._people.client.cookies.clear()
        answer = await self._people.ask("POST", path, headers=headers, **options)
        self._people.client.cookies.clear()
        self.cookies |= cookies_of(answer)
        return answer

    async def options(self):
        answer = await self.ask("/sign-in/passkey/options")
        assert answer.status_code == 200, answer.text
        return answer.json()["public_key"]

    async def send(self, credential):
        return await self.ask("/sign-in/passkey", json={"credential": credential})

    async def sign_in(self, device):
        return await self.send(device.get(await self.options()))


async def session_of(people, browser):
    """Whose session the browser's cookie is."""
    row = await people.connection.fetchrow(
        "SELECT account_id, method FROM sign_in_session WHERE token_hash = $1",
        digest_of(browser.cookies.get(SESSION, "")),
    )
    return row and tuple(row)
