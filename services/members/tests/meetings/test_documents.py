"""Documents of meetings: who reads them, and which ones stay."""

import io

from members_meetings import convened, planned


async def test_a_document_of_the_agenda_is_read_by_whoever_is_on_the_roll(people):
    assembly = await convened(people, "Atelier", "Brasserie")
    file = {"file": ("comptes.pdf", io.BytesIO(b"%PDF-1.7\n%comptes\n%%EOF\n"), "application/pdf")}
    sent = await assembly.secretary.call("POST", f"{assembly.path}/documents", files=file)
    assert sent.status_code == 201, sent.text
    [document] = sent.json()["documents"]
    seen = await assembly.seat("Atelier").get("")
    assert seen["meeting"]["documents"] == [document]
    answer = await assembly.seat("Atelier").call("GET", f"/documents/{document['id']}")
    assert answer.content == b"%PDF-1.7\n%comptes\n%%EOF\n"
    await assembly.secretary.delete(f"{assembly.path}/documents/{document['id']}")
    await assembly.seat("Atelier").get(f"/documents/{document['id']}", 404)


async def test_what_people_were_convened_with_stays_and_so_does_what_was_read_once_it_is_over(people):
    assembly = await planned(people, "Atelier", "Brasserie")

    async def sent(name):
        file = {"file": (name, io.BytesIO(b"%PDF-1.7\n%comptes\n%%EOF\n"), "application/pdf")}
        answer = await assembly.secretary.call("POST", f"{assembly.path}/documents", files=file)
        assert answer.status_code == 201, answer.text
        return f"{assembly.path}/documents/{answer.json()['documents'][-1]['id']}"

    wrong, accounts = await sent("brouillon.pdf"), await sent("comptes.pdf")
    await assembly.secretary.delete(wrong)
    await assembly.secretary.post(f"{assembly.path}/convene", {"accept_short_notice": True})
    late, last = await sent("annexe.pdf"), await sent("budget.pdf")
    seen = (await assembly.secretary.get(assembly.path))["documents"]
    assert [(one["name"], one["went_with_notice"]) for one in seen] == [
        ("comptes.pdf", True),
        ("annexe.pdf", False),
        ("budget.pdf", False),
    ]
    refused = await assembly.secretary.call("DELETE", accounts)
    assert (refused.status_code, refused.json()["code"]) == (409, "meeting_document_stands")
    await assembly.secretary.post(f"{assembly.path}/open")
    await assembly.secretary.delete(late)
    await assembly.secretary.post(f"{assembly.path}/close")
    refused = await assembly.secretary.call("DELETE", last)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_now")
    kept = (await assembly.secretary.get(assembly.path))["documents"]
    assert [one["name"] for one in kept] == ["comptes.pdf", "budget.pdf"]
