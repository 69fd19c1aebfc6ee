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
