"""What makes an event whole, and an answer true to itself."""

from typing import Any

from faults.http import Findings
from faults.programme import Programme, stamp_of

Item = dict[str, Any]
# What a list item and a page of one event both tell. Parents and children may change between two answers.
_SHARED = (
    "id", "slug", "title", "description", "activity_type", "theme", "audience", "school_levels", "age", "free",
    "accessibility", "attendance_mode", "bookable", "holder", "image", "edition", "updated_at",
)  # fmt: skip


class Wholeness:
    """Looks at events as readers get them, and remembers what each version looked like.

    `retitled` holds the uids whose titles are edited here: their titles are no version's.
    """

    def __init__(
        self, programme: Programme, findings: Findings, retitled: frozenset[int] = frozenset()
    ) -> None:
        self._programme, self._findings, self._retitled = programme, findings, retitled
        self.slugs: dict[str, int] = {}

    def wrong(self, where: str, item: Item, what: str) -> None:
        """Note a fault of an event."""
        self._findings.note(f"{where}: {item.get('slug')} « {item.get('title')} »: {what}")

    def item(self, where: str, item: Item) -> int | None:
        """Check that every part of an event is of one version, and return that version."""
        self._findings.checked["events"] += 1
        stamp = stamp_of(item["title"])
        if stamp is None:
            self.wrong(where, item, "a title of no version")
            return None
        uid, version = stamp
        if uid in self._retitled:
            version = item["age"]["min"]
        whole = self._programme.whole(uid, version)
        title = item["title"] if uid in self._retitled else whole.title
        seen = {
            "title": item["title"],
            "description": item["description"],
            "age": item["age"],
            "credits": (item["image"] or {}).get("credits"),
            "sessions": [(s["starts_at"], s["ends_at"]) for s in item["sessions"]],
            "bookable": item["bookable"],
        }
        must = {
            "title": title,
            "description": whole.description,
            "age": whole.age,
            "credits": whole.credits,
            "sessions": whole.sessions,
            "bookable": True,
        }
        if whole.place is not None:
            seen["place"], must["place"] = (item["venue"] or {}).get("name"), whole.place
        elif item["venue"] is None:
            self.wrong(where, item, "no place")
        if seen != must:
            self.wrong(where, item, f"half of version {version}: {_difference(seen, must)}")
        self.slugs[item["slug"]] = uid
        return version

    def page(self, where: str, page: dict[str, Any], *, is_whole_set: bool) -> None:
        """Check the items of a list, that each stands once, and that the total counts them."""
        items = page["items"]
        self._findings.checked["pages"] += 1
        for item in items:
            self.item(where, item)
        ids = {item["id"] for item in items}
        if len(ids) != len(items):
            self._findings.note(f"{where}: an event stands twice")
        too_few = is_whole_set and page["next"] is None and page["total"] != len(items)
        if too_few or page["total"] < len(items):
            self._findings.note(f"{where}: {len(items)} items, total {page['total']}, next {page['next']}")

    def detail(self, where: str, event: Item) -> int | None:
        """Check an event's own page, with its family, which the same answer tells."""
        self._findings.checked["details"] += 1
        version = self.item(where, event)
        if version is None:
            return None
        stamp = f"version-{version}"
        if stamp not in event["keywords"] or f"version {version}<" not in (
            event["long_description_html"] or ""
        ):
            self.wrong(where, event, f"keywords {event['keywords']}, text {event['long_description_html']}")
        if event["registration"][0]["value"].split("/")[-2] != str(version):
            self.wrong(where, event, f"registration {event['registration']}")
        self._family(where, event)
        return version

    def _family(self, where: str, event: Item) -> None:
        children = event["children"]
        if event["children_count"] != len(children):
            self.wrong(where, event, f"tells {event['children_count']} children, shows {len(children)}")
        if children and event["structure"] != "umbrella":
            self.wrong(where, event, "has children and is no umbrella")
        for child in children:
            self.item(f"{where} (child)", child)
            told = child["parent"]
            if told is None or (told["id"], told["title"]) != (event["id"], event["title"]):
                self.wrong(where, event, f"its child {child['slug']} has another parent: {told}")

    def agree(self, where: str, card: Item, detail: Item) -> None:
        """Check that a card says what the page of the same version says."""
        if card["updated_at"] != detail["updated_at"] or stamp_of(card["title"]) != stamp_of(detail["title"]):
            return
        told = {name: card[name] for name in _SHARED}
        shown = {name: detail[name] for name in _SHARED}
        if told != shown and card["title"] == detail["title"]:
            self.wrong(where, card, f"card and page differ: {_difference(told, shown)}")
        self._findings.checked["pairs"] += 1

    def facets(self, where: str, facets: dict[str, Any]) -> None:
        """Check that each facet of one value an event adds up to the total."""
        self._findings.checked["facets"] += 1
        for name in ("department", "commune", "theme", "activity_type", "structure", "status", "edition"):
            count = sum(value["count"] for value in facets[name])
            if count != facets["total"]:
                self._findings.note(f"{where}: {name} adds up to {count}, total {facets['total']}")


def _difference(seen: dict[str, Any], must: dict[str, Any]) -> str:
    return "; ".join(f"{k}: {seen[k]!r} instead of {must[k]!r}" for k in must if seen[k] != must[k])
