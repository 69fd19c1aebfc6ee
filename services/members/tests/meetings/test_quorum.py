"""The quorum of each vote, from its opening to its closing."""

from members_meetings import opened

_FIVE = ("Atelier", "Brasserie", "Cinéma", "Dojo", "École")
_HANDS = {"votes_for": 2, "votes_against": 0, "votes_abstain": 0}


async def test_each_vote_has_its_own_quorum_and_it_is_said_where_people_had_left_before_its_end(people):
    assembly = await opened(people, *_FIVE)
    await assembly.arrive("Atelier", "Brasserie", "Cinéma", "Dojo")
    first, second = await assembly.motion(), await assembly.motion("Fixer les tarifs")
    await assembly.secretary.post(f"/motions/{second}/open")
    told = await assembly.secretary.post(f"/motions/{second}/close", _HANDS)
    assert (told["quorum_needed"], told["closing_voices"]) == (3, 4)
    await assembly.seat("Dojo").post("/departure", None, 204)
    await assembly.secretary.post(f"/motions/{first}/open")
    await assembly.seat("Cinéma").post("/departure", None, 204)
    told = await assembly.secretary.post(f"/motions/{first}/close", _HANDS)
    assert (told["state"], told["quorum_needed"], told["closing_voices"]) == ("adopted", 3, 2)
    await assembly.secretary.post(f"{assembly.path}/close")
    lines = (await assembly.secretary.post(f"{assembly.path}/minutes", None, 201))["text"].splitlines()
    place = lines.index("# Quorum")
    opening = (
        "— À l’ouverture du vote de la résolution {}, {} membres présents et 0 représenté, soit {} voix sur 5"
    )
    assert lines[place + 1 : place + 3] == [
        f"{opening.format(number, there, there)} ; il en fallait 3." for number, there in ((2, 4), (1, 3))
    ]
    hands = "adoptée. Vote à main levée : 2 pour, 0 contre, 0 abstention"
    short = "Le quorum n’était plus réuni à la clôture du vote : 2 voix pour 3 attendues."
    results = [line for line in lines if line.startswith("Résolution ")]
    assert results == [
        f"Résolution 1 — Approuver les comptes : {hands}, sur 2 voix. {short}",
        f"Résolution 2 — Fixer les tarifs : {hands}, sur 4 voix.",
    ]
