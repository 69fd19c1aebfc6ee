"""Papers of loans in the tests: approved loans, their agreements, certificates and reports, through the API."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from loans_desk import Desk, line
from loans_people import People, Someone
from loans_stock import Lent

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
SIGNATORY = {"name": "Jeanne Petit", "capacity": "Maire", "email": "maire@example.org"}
_CERTIFICATE = {"kind": "loan", "insurer": "Mutuelle", "value_cents": "500000"}


@dataclass
class Papers:
    """Makes them."""

    desk: Desk
    people: People

    async def approved(self, organisation: UUID, item: Lent, number: int = 0, **more: Any) -> Any:
        """Return an approved loan."""
        more = {"signatory": SIGNATORY} | more
        loan_more = {name: more.pop(name) for name in ("modules",) if name in more}
        request = await self.desk.ask(
            self.people.editor(organisation), organisation, line(item, number, **loan_more), **more
        )
        return await self.desk.act(self.people.lender(), request["loans"][0], "approve")

    async def priced(self, organisation: UUID, item: Lent, number: int = 0, **more: Any) -> Any:
        """Return an approved loan whose fee is settled: by the tariff, or as nothing."""
        loan = await self.approved(organisation, item, number, **more)
        if loan["fee"]["state"] == "settled":
            return loan
        body = {"cents": 0, "reason": "Sans barème"}
        return await self.desk.act(self.people.lender(), loan, "settle-fee", body)

    async def sent(self, organisation: UUID, item: Lent, number: int = 0, **more: Any) -> tuple[Any, str]:
        """Return a loan whose agreement was sent, and the secret of the link."""
        loan = await self.priced(organisation, item, number, **more)
        await self.desk.act(self.people.lender(), loan, "agreement", status=201)
        await self.desk.act(self.people.lender(), loan, "send-agreement")
        return loan, await self.token()

    async def confirmed(self, organisation: UUID, item: Lent, number: int = 0, **more: Any) -> Any:
        """Return a confirmed loan, of a lender that asks for no certificate."""
        loan, token = await self.sent(organisation, item, number, **more)
        await self.signs(token)
        return await self.people.lender().get(f"/loans/{loan['id']}")

    async def out(self, organisation: UUID, item: Lent, number: int = 0) -> Any:
        """Return a loan that is out, everything good."""
        loan = await self.confirmed(organisation, item, number)
        await self.report(loan, "out", "good")
        return await self.desk.act(self.people.lender(), loan, "hand-over", {})

    async def token(self) -> str:
        """Return the secret of the last link that was mailed."""
        mails = [mail for mail in await self.people.posted("mail.requested") if mail["is_secret"]]
        found = re.search(r"/signer/([A-Za-z0-9_-]+)", mails[-1]["text"])
        assert found is not None
        return found[1]

    async def signs(self, token: str, status: int = 200, **more: Any) -> Any:
        """Sign by a link what it shows."""
        anybody = self.people.anonymous()
        shown = await anybody.call("GET", f"/agreements/sign/{token}")
        digest = shown.json().get("digest", "0" * 64)
        body = {"digest": digest, "name": "Jeanne Petit", "capacity": "Maire", "accepts": True} | more
        return await anybody.post(f"/agreements/sign/{token}", body, status)

    async def uploads(
        self, who: Someone, loan: Any, status: int = 201, *, content: bytes = PDF, **more: Any
    ) -> Any:
        """Send the scan of a signed agreement."""
        answer = await who.call(
            "POST", f"/loans/{loan['id']}/upload-agreement",
            files={"file": ("convention.pdf", content, "application/pdf")}, data={"version": "1"} | more,
        )  # fmt: skip
        assert answer.status_code == status, answer.text
        return answer.json()

    async def certificate(self, who: Someone, loan: Any, status: int = 201, **more: Any) -> Any:
        """Give a certificate, which covers a month around the loan unless told."""
        first, last = (date.fromisoformat(loan[name]) for name in ("starts_on", "ends_on"))
        data = _CERTIFICATE | {
            "covers_from": (first - timedelta(days=30)).isoformat(),
            "covers_to": (last + timedelta(days=30)).isoformat(),
        } | more  # fmt: skip
        answer = await who.call(
            "POST", f"/loans/{loan['id']}/insurance-certificates",
            files={"file": ("attestation.pdf", PDF, "application/pdf")}, data=data,
        )  # fmt: skip
        assert answer.status_code == status, answer.text
        return answer.json()

    async def report(self, loan: Any, direction: str, *states: str, status: int = 201, **more: Any) -> Any:
        """Say what each unit of a loan is like, in their order; the last state is that of those left over."""
        units = [unit["id"] for unit in loan["units"]]
        lines = [
            {"unit_id": unit, "state": states[min(place, len(states) - 1)]}
            for place, unit in enumerate(units)
        ]
        body = {"direction": direction, "lines": lines} | more
        return await self.people.lender().post(f"/loans/{loan['id']}/condition-reports", body, status)

    async def status(self, loan: Any) -> str:
        """Return the state of a loan."""
        found: str = await self.people.connection.fetchval(
            "SELECT status FROM loan WHERE id = $1", UUID(str(loan["id"]))
        )
        return found
