"""Calls that send complete drafts when they close."""

import asyncio

from dossiers import WHOLE, Dossiers
from fastapi import FastAPI
from ombelle_events.applications.closing import send_complete_drafts


async def test_complete_drafts_are_sent_once_and_others_stay(dossiers: Dossiers, app: FastAPI):
    call = await dossiers.call(closing_policy="submit_complete")
    locked = await dossiers.call(year=2028)
    whole, partly = (
        await dossiers.draft(call, answers=WHOLE),
        await dossiers.draft(call, "Labo", {"title": "x"}),
    )
    elsewhere = await dossiers.draft(locked, "Club", WHOLE)
    sessions = app.state.context.sessions
    assert await send_complete_drafts(sessions) == []
    for one in (call, locked):
        await dossiers.close(one)
    runs = await asyncio.gather(*(send_complete_drafts(sessions) for _ in range(3)))
    assert [str(identifier) for run in runs for identifier in run] == [whole["id"]]
    statuses = await dossiers.connection.fetch("SELECT id::text, status, submitted_by FROM application")
    assert {row["id"]: (row["status"], row["submitted_by"]) for row in statuses} == {
        whole["id"]: ("submitted", "machine"),
        partly["id"]: ("draft", None),
        elsewhere["id"]: ("draft", None),
    }
    history = await dossiers.api.get(
        f"/api/v1/applications/{partly['id']}/history", headers=dossiers.editor("Labo")
    )
    newest = history.json()["items"][0]
    assert (newest["label"], newest["side"]) == ("Non déposé à la clôture : dossier incomplet", "machine")
    assert await send_complete_drafts(sessions) == []


async def test_a_draft_that_a_code_let_in_is_left_to_its_holder(dossiers: Dossiers, app: FastAPI):
    call = await dossiers.call(closing_policy="submit_complete")
    draft = await dossiers.draft(call, answers=WHOLE)
    await dossiers.close(call)
    await dossiers.code(call)
    await dossiers.post(draft, "access-code", dossiers.editor("Musée"), {"access_code": "RETARD-1"})
    assert await send_complete_drafts(app.state.context.sessions) == []
