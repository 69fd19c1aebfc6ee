import pytest
from ombelle_events.feed.jobs import forget_words

ALL = "from=2000-01-01"


async def found(api, typed: str) -> set[str]:
    answer = await api.get("/api/v1/agenda", params={"from": "2000-01-01", "q": typed})
    assert answer.status_code == 200, answer.text
    return {item["title"] for item in answer.json()["items"]}


@pytest.fixture
async def programme(api, make):
    amiens = await make.venue("Maison de la culture", "80021")
    await make.event("La chimie en cuisine", venue_id=amiens)
    await make.event("Les étoiles d’Hélène", description="Une veillée d’astronomie.")
    await make.event(
        "Robots marcheurs", long_description="On y démonte un **exosquelette**.", holder="Fablab de Creil"
    )
    await make.event("À la découverte du château de Saint-Omer", theme="history_of_science")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("chimie", "La chimie en cuisine"),
        ("chimmie", "La chimie en cuisine"),
        ("CHIMIES", "La chimie en cuisine"),
        ("amien", "La chimie en cuisine"),
        ("Amiens", "La chimie en cuisine"),
        ("Helene", "Les étoiles d’Hélène"),
        ("étoile", "Les étoiles d’Hélène"),
        ("astronommie", "Les étoiles d’Hélène"),
        ("robo", "Robots marcheurs"),
        ("exosquelete", "Robots marcheurs"),
        ("fablab creil", "Robots marcheurs"),
        ("chateau saint-omer", "À la découverte du château de Saint-Omer"),
        ("decouvertes du chatau", "À la découverte du château de Saint-Omer"),
        ("histoire des sciences", "À la découverte du château de Saint-Omer"),
    ],
)
async def test_accents_forms_and_typing_errors_are_forgiven(api, programme, typed, wanted):
    assert await found(api, typed) == {wanted}


@pytest.mark.parametrize("typed", ["zzyzzx", "chimie robots", "xkcd"])
async def test_what_the_programme_does_not_hold_finds_nothing(api, programme, typed):
    assert await found(api, typed) == set()


@pytest.mark.parametrize("typed", ["de la les", "!?", "'", "\\", "a & b | !c", "':*", "%", "_", "( )"])
async def test_stop_words_and_odd_signs_are_no_error(api, programme, typed):
    answer = await api.get("/api/v1/agenda", params={"from": "2000-01-01", "q": typed})
    assert answer.status_code == 200


async def test_relevance_puts_the_title_before_the_text(api, make):
    await make.event("Promenade", description="Il y sera question de papillons.")
    await make.event("Papillons de nuit")
    answer = await api.get(f"/api/v1/agenda?{ALL}&q=papillon&sort=relevance")
    assert [item["title"] for item in answer.json()["items"]] == ["Papillons de nuit", "Promenade"]


async def test_a_word_taken_out_of_a_title_is_found_no_more(api, make, connection, territory_url):
    event = await make.event("Zygomorphe")
    assert await found(api, "zygomorphe") == {"Zygomorphe"}
    await make.set(event, title="Tout autre chose")
    assert await found(api, "zygomorphe") == set()
    assert await forget_words(territory_url) == 1
    assert await connection.fetchval("SELECT count(*) FROM lexicon_word WHERE word = 'zygomorphe'") == 0
    assert await connection.fetchval("SELECT count(*) FROM lexicon_word WHERE word = 'chose'") == 1


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 50])
async def test_of_many_matches_the_best_are_ranked_and_the_others_follow_by_date(
    api, make, monkeypatch, limit
):
    monkeypatch.setattr("ombelle_events.agenda.statements.RANKED", 4)
    days = [f"2027-10-{day:02}" for day in range(2, 11)]
    for n, day in enumerate(days):
        title = {2: "Chimie", 6: "Chimie et cuisine", 8: "Cuisine de la chimie"}.get(n, "Atelier")
        sessions = [(f"{day}T10:00+02:00", f"{day}T12:00+02:00")]
        text = "Chimie chimie chimie" if n == 3 else "De la chimie"
        await make.event(title, slug=f"j{n}", description=text, sessions=sessions)
    found, after = [], ""
    while after is not None:
        path = f"/api/v1/agenda?from=2027-10-01&q=chimie&sort=relevance&limit={limit}{after}"
        page = (await api.get(path)).json()
        assert page["total"] == 9
        found += [item["slug"] for item in page["items"]]
        after = None if page["next"] is None else f"&after={page['next']}"
    # Three titles, then the soonest of the others makes four; nothing is lost, nothing comes twice.
    assert set(found[:3]) == {"j2", "j6", "j8"}
    assert found[3:] == ["j0", "j1", "j3", "j4", "j5", "j7"]


async def test_fewer_matches_are_all_ranked(api, make):
    for n, text in enumerate(
        ("De la chimie", "De la chimie, de la chimie et encore de la chimie", "De la chimie")
    ):
        await make.event("Atelier", slug=f"r{n}", description=text)
    page = (await api.get("/api/v1/agenda?from=2027-10-01&q=chimie&sort=relevance")).json()
    assert page["items"][0]["slug"] == "r1"


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Maths en 6ème", "6eme"),
        ("Maths en 6ème", "6ÈME"),
        ("Le robot R2D2e", "r2d2e"),
        ("Atelier zone51s", "Zone51s"),
        ("La mission Apollo11", "apollo11"),
    ],
)
async def test_words_that_hold_digits_are_found_as_they_are_typed(api, make, title, typed):
    await make.event(title)
    await make.event("Le robot marcheur")
    assert await found(api, typed) == {title}
