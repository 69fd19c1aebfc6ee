"""What the minutes say before anybody edits them: what happened, in its order. Plain Python.

A line that begins with « # » is a heading; an empty line ends a paragraph.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from ombelle_members.days import spoken_day
from ombelle_members.meetings.standing import spoken_hour
from ombelle_members.wording import counted

_PURPOSES: Final = {
    "ordinary": "ordinaire",
    "extraordinary": "extraordinaire",
    "installation": "d’installation",
    "other": "",
}
_BODIES: Final = {
    "general_assembly": "L’assemblée générale",
    "board": "Le conseil d’administration",
    "bureau": "Le bureau",
}
_OUTCOMES: Final = {"adopted": "adoptée", "rejected": "rejetée", "withdrawn": "retirée avant le vote"}
Values = Mapping[str, Any]


def draft(
    meeting: Values, roll: Sequence[Values], motions: Sequence[Values], happenings: Sequence[Values]
) -> str:
    """Return the minutes of a meeting as it was kept here.

    Args:
        meeting: its columns, with `agenda`, `notices` and `tasks`.
        roll: those of the roll by name: `label`, `college`, `may_vote`, `was_present`, `spans` as text, `holder`,
            `struck` why they are on it no more.
        motions: in their order, with their results.
        happenings: what else was noted, in its order, each with `text`.

    """
    parts = [_opening(meeting), _people(roll), _quorum(motions), *_agenda(meeting, motions)]
    if happenings:
        parts.append("# Faits de séance\n" + "\n".join(f"— {one['text']}" for one in happenings))
    if meeting["tasks"]:
        parts.append("# Tâches\n" + "\n".join(f"— {_task(one)}" for one in meeting["tasks"]))
    parts.append(_closing(meeting))
    return "\n\n".join(part for part in parts if part)


def _opening(meeting: Values) -> str:
    purpose = _PURPOSES[meeting["purpose"]]
    lines = [
        f"{_BODIES[meeting['body']]}{f' {purpose}' if purpose and meeting['body'] == 'general_assembly' else ''} s’est "
        f"réuni{'e' if meeting['body'] == 'general_assembly' else ''} le {spoken_day(meeting['held_on'])}"
        + (f", {meeting['place']}" if meeting["place"] else "")
        + (", sur seconde convocation" if meeting["second_call_of"] else "")
        + "."
    ]
    if meeting["notices"]:
        notice = meeting["notices"][0]
        # Minutes prove who was told: those without an address are on the roll, the notice did not reach them.
        reached = notice["recipients"] - notice["unreached"]
        recipients = counted(reached, "destinataire", "destinataires")
        others = counted(notice["unreached"], "membre était", "membres étaient")
        needed = counted(notice["days_needed"], "jour", "jours")
        lines.append(
            f"La convocation est partie {_when(notice['days_given'])} à {recipients} (délai statutaire : {needed})."
            + (" Le délai statutaire n’a pas été tenu." if notice["is_short"] else "")
            + (f" Faute d’adresse connue, {others} à prévenir autrement." if notice["unreached"] else "")
        )
    if meeting["opened_at"]:
        lines.append(f"La séance est ouverte à {spoken_hour(meeting['opened_at'], meeting['zone'])}.")
    for name, what in (
        ("chair_name", "La séance est présidée par"),
        ("secretary_name", "Secrétaire de séance :"),
        ("tellers", "Scrutateurs :"),
    ):
        if meeting[name]:
            lines.append(f"{what} {meeting[name]}.")
    return "# Ouverture\n" + "\n".join(lines)


def _people(roll: Sequence[Values]) -> str:
    present = [one for one in roll if one["was_present"]]
    represented = [one for one in roll if not one["was_present"] and one["holder"]]
    struck = [one for one in roll if one["struck"]]
    absent = [one for one in roll if not (one["was_present"] or one["holder"] or one["struck"])]
    lines = []
    if present:
        lines.append(f"# Présents ({len(present)})")
        lines += [f"— {one['label']}" + (f" ({one['spans']})" if one["spans"] else "") for one in present]
    if represented:
        lines.append(f"\n# Représentés ({len(represented)})")
        lines += [f"— {one['label']}, pouvoir à {one['holder']}" for one in represented]
    if absent and present:
        lines.append(f"\n# Absents ou excusés ({len(absent)})")
        lines.append(", ".join(one["label"] for one in absent) + ".")
    if struck:
        lines.append(f"\n# Rayés de la liste électorale ({len(struck)})")
        lines += [f"— {one['label']}, {one['struck']}" for one in struck]
    return "\n".join(lines)


def _when(days_given: int) -> str:
    """Return when a notice left; of a meeting of the past that is entered today, nothing is told that was not so."""
    if days_given < 0:
        return "après la réunion"
    return f"{counted(days_given, 'jour', 'jours')} avant la réunion"


def _quorum(motions: Sequence[Values]) -> str:
    """Return who was there when each vote opened, in the order of the votes; voters come and go between them."""
    voted = sorted((one for one in motions if one["opened_at"]), key=lambda one: one["opened_at"])
    return "\n".join(["# Quorum", *(_quorum_of(one) for one in voted)]) if voted else ""


def _quorum_of(motion: Values) -> str:
    present = counted(motion["present"], "membre présent", "membres présents")
    represented = counted(motion["represented"], "représenté", "représentés")
    voices = motion["present"] + motion["represented"]
    return (
        f"— À l’ouverture du vote de la résolution {motion['position']}, {present} et {represented}, soit {voices} voix "
        f"sur {motion['members']} ; il en fallait {motion['quorum_needed']}."
    )


def _agenda(meeting: Values, motions: Sequence[Values]) -> list[str]:
    parts = []
    for item in meeting["agenda"]:
        lines = [f"# {item['position']}. {item['title']}"]
        lines += [item["report"]] if item["report"] else []
        lines += [_motion(one) for one in motions if one["agenda_item_id"] == item["id"]]
        parts.append("\n".join(lines))
    others = [one for one in motions if one["agenda_item_id"] is None]
    if others:
        parts.append("# Résolutions\n" + "\n".join(_motion(one) for one in others))
    return parts


def _motion(motion: Values) -> str:
    if motion["state"] not in _OUTCOMES:
        return f"Résolution {motion['position']} — {motion['title']} : non mise au vote."
    outcome = _OUTCOMES[motion["state"]]
    if motion["state"] == "withdrawn" and motion["opened_at"]:
        outcome = "retirée en cours de vote"
    words = f"Résolution {motion['position']} — {motion['title']} : {outcome}."
    if motion["closed_at"]:
        how = "à bulletins secrets" if motion["voting"] == "secret" else "à main levée"
        words += (
            f" Vote {how} : {motion['votes_for']} pour, {motion['votes_against']} contre, "
            f"{counted(motion['votes_abstain'], 'abstention', 'abstentions')}, sur {motion['voices']} voix."
        )
        # Said, not judged: what follows of it is the association's to decide.
        if motion["closing_voices"] is not None and motion["closing_voices"] < motion["quorum_needed"]:
            expected = counted(motion["quorum_needed"], "attendue", "attendues")
            words += f" Le quorum n’était plus réuni à la clôture du vote : {motion['closing_voices']} voix pour {expected}."
        if motion["conflicts"]:
            out = counted(
                motion["conflicts"], "membre en conflit d’intérêts n’a", "membres en conflit d’intérêts n’ont"
            )
            words += f" {out} pas pris part au vote."
    return f"{motion['text']}\n{words}" if motion["text"] else words


def _task(task: Values) -> str:
    who = f" — {task['who']}" if task["who"] else ""
    by = f", pour le {_day(task['due_on'])}" if task["due_on"] else ""
    return f"{task['what']}{who}{by}"


def _day(day: Any) -> str:
    return spoken_day(date.fromisoformat(day) if isinstance(day, str) else day)


def _closing(meeting: Values) -> str:
    if meeting["closed_at"] is None:
        return ""
    return f"# Clôture\nLa séance est levée à {spoken_hour(meeting['closed_at'], meeting['zone'])}."
