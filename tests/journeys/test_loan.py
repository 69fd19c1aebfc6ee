"""From search to evaluation by the API alone: a borrower's program, a lender who lends what is its own, the gateway between.

Both organisations are new, and so is the item: its figures are known to the last one. Papers are read as their readers
read them, the agreement from its PDF, links from the mails that carry them.
"""

import io
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import date, timedelta
from typing import Any

import pytest
from lending import Lending
from ombelle_chassis.database import create_engine, session_maker
from ombelle_loans.evaluations.asking import ask_for_evaluations
from people import Mailbox, sign_in_to_demo, until
from PIL import Image
from pypdf import PdfReader
from receiver import Receiver, listening

pytestmark = pytest.mark.xdist_group("season")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
REMARK = "Le cloporte n’est pas un insecte."
TITLE = "Petites bêtes du sol"
STEPS = ("agreement_sent", "confirmed", "out", "returned", "inspected", "closed")
TOLD = ("requested", "approved", "agreement_sent", "confirmed", "out", "returned", "closed")


@pytest.fixture
async def lending(season_stack: Any) -> AsyncIterator[Lending]:
    async with AsyncExitStack() as held:
        mailbox = await held.enter_async_context(Mailbox(season_stack.data))
        made = Lending(season_stack, mailbox, held)
        await made.come()
        yield made


async def test_an_item_is_found_lent_given_back_and_told_of(lending: Lending) -> None:
    with listening() as receiver:
        await listen(lending, receiver)
        await publishes_an_item(lending)
        await becomes_a_member(lending)
        await is_asked_for_by_a_program(lending)
        await is_no_one_else_s(lending)
        await is_approved_and_signed(lending)
        await is_insured(lending)
        await goes_out(lending)
        await comes_back(lending)
        await is_told_of(lending)
        await is_counted(lending)
        await everything_was_told(lending, receiver)


async def listen(lending: Lending, receiver: Receiver) -> None:
    body = {"organisation_id": lending.school, "name": "Le lycée", "url": receiver.url}
    events = [
        f"loan.{step}"
        for step in ("requested", "approved", "agreement_sent", "confirmed", "out", "returned", "closed")
    ]
    made = await lending.borrower.do("POST", "/webhooks", body | {"events": events})
    receiver.secret = made["secret"]


async def publishes_an_item(lending: Lending) -> None:
    """The museum lends its own: one copy in two modules, a certificate is asked."""
    settings = {"signatory_name": "Zoé Taupe", "signatory_capacity": "Conservatrice", "notice_days": 3}
    settings |= {"buffer_before_days": 1, "buffer_after_days": 1, "insurance": "certificate"}
    await lending.lender.do("PATCH", f"/lending-settings/{lending.museum}", settings, {"If-Match": '"v0"'})
    await lending.lender.do(
        "POST",
        "/tariffs",
        {
            "lender": lending.museum, "category": "kit", "starts_on": "2020-01-01", "basis": "flat",
            "member_cents": 4500, "other_cents": 9000,
        },
    )  # fmt: skip
    lending.item = await lending.lender.do(
        "POST",
        "/items",
        {
            "owner": lending.museum, "title": f"{TITLE} {uuid.uuid4().hex[:8]}", "category": "kit",
            "themes": ["environment"], "insurance_value_cents": 250_000, "added_on": "2020-01-01",
            "formats": [{"format": "case", "modules": ["La loupe", "Le terrarium"], "added_on": "2020-01-01"}],
        },
    )  # fmt: skip
    anybody = await lending.browser("anybody")
    assert (await anybody.ask("GET", f"/catalogue/{lending.item['slug']}")).status_code == 404
    await lending.lender.do("POST", f"/items/{lending.item['id']}/publish")


async def becomes_a_member(lending: Lending) -> None:
    """What members pay is what the school pays, known as soon as it asks."""
    secretary = await sign_in_to_demo(await lending.browser("secretary"), "secretary")
    member = {"kind": "legal", "organisation_id": lending.school, "college": "C", "fee_category": "small"}
    await secretary.do("POST", "/members", member | {"admitted_on": "2020-02-29"})


async def is_asked_for_by_a_program(lending: Lending) -> None:
    """Found by a word with a slip of the pen; refused on a Sunday, with the days that are free; asked for once."""
    program, word = lending.program, lending.item["title"].split()[-1]
    found = await program.get(f"/catalogue?q=betes {word}&category=kit")
    assert [one["slug"] for one in found["items"]] == [lending.item["slug"]]
    page = await program.get(f"/catalogue/{lending.item['slug']}")
    assert page["title"] == lending.item["title"]

    sunday = date.today() + timedelta(days=27 - date.today().weekday())  # noqa: DTZ011 (any Sunday will do)
    path = f"/catalogue/{lending.item['slug']}/availability/check"
    refused = await program.get(f"{path}?starts_on={sunday}&ends_on={sunday + timedelta(days=4)}")
    assert (refused["is_free"], refused["refusals"][0]["code"]) == (False, "closed_day")
    days = refused["next_free"]
    assert (await program.get(f"{path}?starts_on={days['starts_on']}&ends_on={days['ends_on']}"))["is_free"]

    line = {"item_id": lending.item["id"], **days}
    asked: dict[str, Any] = {"organisation_id": lending.school, "loans": [line]}
    quote = await program.do("POST", "/loan-requests/quote", asked)
    assert (quote["loans"][0]["tariff"]["other_cents"], quote["total_cents"]) == (9000, 4500)
    asked |= {
        "place_of_use": {"name": "CDI", "commune_insee": "80021", "commune_name": "Amiens"},
        "signatory": {"name": "Louis Mulot", "capacity": "Proviseur", "email": lending.signatory.as_},
    }
    key = {"Idempotency-Key": f"ask-{lending.school}"}
    request = await program.do("POST", "/loan-requests", asked, key)
    assert await program.do("POST", "/loan-requests", asked, key) == request
    [lending.loan] = request["loans"]
    assert (lending.loan["status"], len(lending.loan["units"])) == ("held", 2)


async def is_no_one_else_s(lending: Lending) -> None:
    """Another one is told that it is taken, and when it is free again; of the loan it hears nothing."""
    other, theirs = await lending.person("Mairie")
    line = {name: lending.loan[name] for name in ("starts_on", "ends_on")} | {"item_id": lending.item["id"]}
    asked = {
        "organisation_id": theirs,
        "place_of_use": {"name": "Mairie", "commune_insee": "02691"},
        "loans": [line],
    }
    taken = await other.ask("POST", "/loan-requests", asked)
    assert (taken.status_code, taken.json()["code"]) == (409, "taken")
    assert taken.json()["next_free"]["starts_on"] > lending.loan["ends_on"]
    for path in ("", "/history", "/agreements", "/condition-reports"):
        assert (await other.ask("GET", lending.path + path)).status_code == 404
    assert (await lending.program.ask("POST", f"{lending.path}/approve")).status_code == 403


async def is_approved_and_signed(lending: Lending) -> None:
    """The agreement says what was agreed; the signatory signs what they read."""
    await lending.step("approve")
    made = await lending.step("agreement")
    pdf = await lending.program.ask("GET", f"{lending.path}/agreement.pdf")
    said = words(pdf.content)
    for part in (
        made["reference"], lending.item["title"], "Zoé Taupe", "Conservatrice", "Louis Mulot", "Proviseur",
        "La loupe", "Le terrarium", "Montant 45 €", "Valeur d’assurance 2 500 €",
    ):  # fmt: skip
        assert part in said, f"{part}: {said}"
    await lending.step("send-agreement")
    token = await lending.link(lending.signatory.as_, "/signer/")
    shown = await lending.signatory.get(f"/agreements/sign/{token}")
    signed = {"digest": shown["digest"], "name": "Louis Mulot", "capacity": "Proviseur", "accepts": True}
    await lending.signatory.do("POST", f"/agreements/sign/{token}", signed)
    assert (await lending.now())["status"] == "agreement_sent"


async def is_insured(lending: Lending) -> None:
    """A certificate that ends too early is refused; one that covers it confirms the loan."""
    loan = lending.loan
    first, last = (date.fromisoformat(loan[name]) for name in ("starts_on", "ends_on"))
    covers = {
        "kind": "loan",
        "insurer": "Mutuelle",
        "value_cents": "250000",
        "covers_from": str(first - timedelta(7)),
    }
    path = f"{lending.path}/insurance-certificates"
    short = await lending.send(
        lending.program, path, PDF, "court.pdf", **covers, covers_to=str(last - timedelta(1))
    )
    assert short["shortfalls"] == ["period"]
    version = {"If-Match": f'"v{short["version"]}"'}
    refused = await lending.lender.ask("POST", f"/insurance-certificates/{short['id']}/accept", None, version)
    assert (refused.status_code, refused.json()["code"]) == (409, "insurance_certificate_short")
    whole = await lending.send(
        lending.program, path, PDF, "entier.pdf", **covers, covers_to=str(last + timedelta(7))
    )
    version = {"If-Match": f'"v{whole["version"]}"'}
    await lending.lender.do("POST", f"/insurance-certificates/{whole['id']}/accept", None, version)
    assert (await lending.now())["status"] == "confirmed"


async def goes_out(lending: Lending) -> None:
    """Nothing goes out without a report of what each module was like."""
    early = await lending.lender.ask("POST", f"{lending.path}/hand-over", {})
    assert (early.status_code, early.json()["needs"]) == (409, ["report_out"])
    for unit in lending.loan["units"]:
        await lending.lender.do("PUT", f"{lending.path}/preparation/{unit['id']}")
    report = await lending.step("condition-reports", report_of(lending, "out", "good", "good"))
    await lending.send(
        lending.lender, f"/condition-reports/{report['id']}/photos", photo(), "loupe.jpg",
        unit_id=lending.loan["units"][0]["id"], caption="La loupe au départ",
    )  # fmt: skip
    await lending.step("hand-over", {"given_by": "Zoé Taupe", "taken_by": "Louis Mulot", "packages": 2})
    assert (await lending.now())["status"] == "out"


async def comes_back(lending: Lending) -> None:
    """What came back damaged is an incident; the loan is looked at, paid for, closed."""
    await lending.step("return", {})
    await lending.step("condition-reports", report_of(lending, "in", "good", "damaged"))
    seen = await lending.program.get(f"{lending.path}/condition-reports")
    assert [one["state"] for one in seen["items"][1]["lines"]] == ["good", "damaged"]
    assert [one["before"] for one in seen["items"][1]["lines"]] == ["good", "good"]
    await lending.step("inspect")
    await lending.step("close")
    closed = await lending.now()
    assert (closed["status"], closed["fee"]["cents"], closed["allowed_actions"]) == ("closed", 4500, [])
    history = [one["status"] for one in (await lending.program.get(f"{lending.path}/history"))["items"]]
    assert list(dict.fromkeys(reversed(history)))[-6:] == list(STEPS)


async def is_told_of(lending: Lending) -> None:
    """The mail's link opens the questionnaire without an account; what is wrong in the content is the museum's to mend."""
    await the_schedule_comes_round(lending)
    token = await lending.link(lending.borrower.as_, "/questionnaire/")
    anybody = await lending.browser("anybody")
    asked = await anybody.ask("GET", f"/evaluation-links/{token}")
    answers = {
        "first_time": True, "how_known": "catalogue", "audience_method": "counted", "audience": 212,
        "audience_types": ["lycee"], "satisfaction": "very_satisfied", "content_remarks": REMARK,
    }  # fmt: skip
    version = {"If-Match": asked.headers["etag"]}
    await anybody.do("PUT", f"/evaluation-links/{token}", answers, version)
    [task] = (await lending.lender.get("/content-tasks"))["items"]
    assert (task["remark"], task["state"]) == (REMARK, "to_do")


async def the_schedule_comes_round(lending: Lending) -> None:
    """Ask for evaluations now, as the service does every five minutes."""
    engine = create_engine(lending.stack.database_url("loans"), application_name="journey")
    try:
        await ask_for_evaluations(session_maker(engine), lending.mailbox.origin)
    finally:
        await engine.dispose()


async def is_counted(lending: Lending) -> None:
    """The museum's figures of that year are this loan's, and open it."""
    year, query = lending.loan["starts_on"][:4], f"lender={lending.museum}"
    figures = (await lending.lender.get(f"/reports/loans/{year}?{query}"))["loans"]
    counted = (
        "items",
        "items_lent",
        "use_rate_percent",
        "loans",
        "fees_eur",
        "evaluations",
        "audience",
        "cancelled",
    )
    assert [figures[name] for name in counted] == [1, 1, 100.0, 1, 45, 1, 212, 0]
    rows = await lending.lender.get(f"/reports/loans/{year}/rows?figure=loans&{query}")
    assert [row["id"] for row in rows["items"]] == [lending.loan["id"]]
    agency = await sign_in_to_demo(await lending.browser("lender"), "lender")
    assert (await agency.get(f"/reports/loans/{year}?{query}"))["loans"] == figures


async def everything_was_told(lending: Lending, receiver: Receiver) -> None:
    """Each step came to the borrower's program, signed, in order."""

    async def came() -> bool:
        return "loan.closed" in {kind for kind, _ in receiver.told()}

    await until(came, "webhooks of the loan", seconds=30)
    assert receiver.told() == [(f"loan.{kind}", lending.loan["id"]) for kind in TOLD]
    assert receiver.refused == 0


def report_of(lending: Lending, direction: str, *states: str) -> dict[str, Any]:
    lines = [
        {"unit_id": unit["id"], "state": state}
        for unit, state in zip(lending.loan["units"], states, strict=True)
    ]
    return {"direction": direction, "lines": lines}


def photo() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "JPEG")
    return drawn.getvalue()


def words(content: bytes) -> str:
    """Return what a PDF says, on one line."""
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(text.split())
