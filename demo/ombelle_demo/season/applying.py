"""What holders do with their dossiers, before anybody judges them."""

from collections.abc import Mapping
from typing import Any

from ombelle_demo.edition import Edition

from .door import Visitor
from .dossiers import Dossier, Which, dossiers
from .library import organisations
from .papers import paper
from .season import Season


class Applicants:
    """Those who apply to one call; `former` are applications of the call before, by key."""

    def __init__(
        self,
        season: Season,
        call_id: str,
        which: Which,
        edition: Edition,
        *,
        former: Mapping[str, str] | None = None,
    ) -> None:
        self._season, self._call, self._edition = season, call_id, edition
        self._dossiers = dossiers(which)
        self._is_first = which == "decided"
        self._former = former or {}

    def known(self) -> dict[str, str]:
        """Return the ids of those that have a title and are there, by key."""
        coordinator = self._season.door.as_("coordinator")
        by_title = {one["title"]: one["id"] for one in coordinator.every("/applications", call=self._call)}
        titles = {key: dossier.get("title") for key, dossier in self._dossiers.items()}
        return {key: by_title[title] for key, title in titles.items() if title in by_title}

    def apply(self) -> dict[str, str]:
        """Begin, fill and send what is in time; return ids by key."""
        return {one.key: self._apply(one, None) for one in self._dossiers.values() if not one.get("late")}

    def apply_late(self, code: str) -> dict[str, str]:
        """Do so with what comes too late, by a code."""
        return {one.key: self._apply(one, code) for one in self._dossiers.values() if one.get("late")}

    def go_on(self, ids: Mapping[str, str]) -> None:
        """Let the coordination ask for changes, holders answer, people write and take back."""
        for dossier in self._dossiers.values():
            path = f"/applications/{ids[dossier.key]}"
            for place, (who, text) in enumerate(dossier.get("messages", [])):
                self._once(who, f"{path}/messages", dossier, f"message-{place}", {"text": text})
            if dossier.get("asked"):
                self._ask_for_changes(dossier, path)
            if dossier.until == "withdrawn":
                reason = {"reason": dossier.get("reason")}
                self._once(dossier.by, f"{path}/withdraw", dossier, "withdraw", reason)
            if to := dossier.get("transfer_to"):
                offer = {"organisation_id": self._season.organisations[to]}
                self._once(dossier.by, f"{path}/transfer", dossier, "transfer", offer)

    def _apply(self, dossier: Dossier, code: str | None) -> str:
        """Do all that a dossier needs to be where it goes; return its id."""
        begun = self._begin(dossier, code)
        path = f"/applications/{begun['id']}"
        now = self._writer(dossier).get(path)
        if now["status"] != "draft":
            return str(begun["id"])
        self._save(dossier, path, now)
        self._invite(dossier, path)
        for field in dossier.get("files", []):
            name, content = paper(field)
            key = self._key(dossier, field)
            self._writer(dossier).attach(f"{path}/attachments", key, field=field, name=name, content=content)
        if dossier.until == "discarded":
            self._writer(dossier).ask("DELETE", path)
        elif dossier.is_sent:
            self._once(dossier.by, f"{path}/submit", dossier, "submit")
        return str(begun["id"])

    def _begin(self, dossier: Dossier, code: str | None) -> dict[str, Any]:
        if former := dossier.get("renews"):
            path, body = f"/applications/{self._former[former]}/renew", {"call_id": self._call}
            return self._once(dossier.by, path, dossier, "begin", body)
        organisation = self._season.organisations[dossier.organisation]
        body = {"call_id": self._call, "organisation_id": organisation}
        if code:
            body["access_code"] = code
        return self._once(dossier.by, "/applications", dossier, "begin", body)

    def _save(self, dossier: Dossier, path: str, now: Mapping[str, Any]) -> None:
        """Write the answers; what was taken over from last year is confirmed where the dossier is sent."""
        answers = dossier.answers(self._edition, former=self._last_time(dossier))
        confirmed = now["stale_fields"] if dossier.is_sent else dossier.get("confirmed", [])
        if answers:
            body = {"answers": answers, "confirmed": confirmed}
            self._writer(dossier).ask("PATCH", path, body, If_Match=f'"v{now["version"]}"')

    def _last_time(self, dossier: Dossier) -> str | None:
        if self._is_first:
            return None
        for one in dossiers("decided").values():
            if one.organisation == dossier.organisation:
                return f"En {self._edition.year - 1}, avec « {one.get('title')} »."
        return None

    def _invite(self, dossier: Dossier, path: str) -> None:
        """Invite those who take part; they say yes, but for those who are still to answer."""
        willing = [(who, role, True) for who, role, _ in dossier.parties()]
        waiting = [(who, role, False) for who, role in dossier.get("invited", [])]
        for who, role, answers in willing + waiting:
            known = self._season.organisations.get(who)
            named = {"organisation_id": known} if known else {"name": who}
            body = {"role": role, "may_edit": bool(known) and role == "co_holder", **named}
            party = self._once(dossier.by, f"{path}/parties", dossier, f"party-{who}", body)
            if known and answers:
                accept = f"{path}/parties/{party['id']}/acceptance"
                self._once(organisations()[who].holder, accept, dossier, f"yes-{who}")

    def _ask_for_changes(self, dossier: Dossier, path: str) -> None:
        asked = dossier.get("asked")
        body = {
            "reason": asked["reason"],
            "message": asked["message"],
            "field_ids": asked["fields"],
            "due_on": self._season.day(asked["due"]).isoformat(),
        }
        now = self._once("coordinator", f"{path}/request-changes", dossier, "asked", body)
        if answer := dossier.get("answered"):
            changed = {"answers": {"description": dossier.get("answered_description")}}
            etag = f'"v{now["version"]}"'
            # Done before, it is in another state, or version.
            self._writer(dossier).ask("PATCH", path, changed, fine=(409, 412), If_Match=etag)
            self._once(dossier.by, f"{path}/resubmit", dossier, "answered", {"answer": answer})

    def _writer(self, dossier: Dossier) -> Visitor:
        return self._season.door.as_(dossier.by)

    def _key(self, dossier: Dossier, deed: str) -> str:
        return f"season-{self._call}-{dossier.key}-{deed}"[:200]

    def _once(self, who: str, path: str, dossier: Dossier, deed: str, body: Any = None) -> dict[str, Any]:
        return self._season.door.as_(who).once(path, self._key(dossier, deed), body)
