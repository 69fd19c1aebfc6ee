"""Past editions by the command, as people type it."""

import json

import pytest
from archive_rows import as_v1, record
from archive_server import KEY, Site, address, serving


def add(url, *more):
    return ("feeds", "add", "edition-2017", "--kind", "opendatasoft", "--url", url, *more)


async def test_a_file_is_added_from_where_one_stands_and_synced_from_anywhere(command, connection, tmp_path):
    (tmp_path / "fds 2017.json").write_text(
        json.dumps([as_v1(record("601")), record("602")]), encoding="utf-8"
    )
    command.folder = tmp_path
    code, out, err = await command(*add("fds 2017.json", "--edition", "2017"))
    assert (code, out, err) == (0, "Flux « edition-2017 » ajouté. Synchronisez-le : sync edition-2017\n", "")
    stored = await connection.fetchrow("SELECT kind, url, agenda, key, territory, edition FROM feed")
    assert tuple(stored) == (
        "opendatasoft", str(tmp_path / "fds 2017.json"), None, None, ["02", "59", "60", "62", "80"], 2017,
    )  # fmt: skip
    command.folder = None
    code, out, _ = await command("sync", "edition-2017", "--json")
    assert (code, json.loads(out)["created"], json.loads(out)["complete"]) == (0, 2, True)
    code, out, _ = await command("sync", "edition-2017")
    assert (code, "2 inchangées" in out) == (0, True)
    _, out, _ = await command("feeds", "list")
    assert out == (
        f"edition-2017 : opendatasoft, {tmp_path / 'fds 2017.json'}, à la demande, 2 événements, dernière fois : complete\n"
    )


async def test_what_nobody_knows_is_told_in_words_and_leaves_the_json_alone(command, tmp_path):
    rows = [record("601", meteo="Pluie", thematiques=["Magie"]), record("602", meteo="Vent")]
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    await command(*add(str(tmp_path / "a.json"), "--edition", "2017"))
    for more in ((), ("--json",)):
        _, out, err = await command("sync", "edition-2017", *more)
        assert "Libellés inconnus de « thematiques », gardés : « Magie » (1).\n" in err
        assert "Colonnes inconnues, gardées : « meteo » (2).\n" in err
    assert set(json.loads(out)) == {
        "fetched", "created", "updated", "unchanged", "withdrawn", "restored", "quarantined", "conflicts", "duplicates",
        "seconds", "complete",
    }  # fmt: skip


@pytest.mark.parametrize("given", ["in the address", "as an option"])
async def test_a_site_with_a_key_is_read_by_its_address_and_the_key_is_never_shown(
    command, connection, given
):
    site = Site([record("601")])
    site.key = KEY
    async with serving(site) as base:
        where = address(base, "search")
        words = add(f"{where}&apikey={KEY}") if given == "in the address" else add(where, "--key", KEY)
        assert (await command(*words, "--edition", "2017"))[0] == 0
        code, out, _ = await command("sync", "edition-2017", "--json")
        assert (code, json.loads(out)["created"]) == (0, 1)
    assert await connection.fetchval("SELECT key FROM feed") == KEY
    assert KEY not in await connection.fetchval("SELECT url FROM feed")
    assert (await command("feeds", "list"))[0] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere.json",), "--url : « nowhere.json » n'est ni une adresse http(s) ni un fichier.\n"),
        (
            ("http://127.0.0.1:9/a.json", "--agenda", "12"),
            "--agenda : Cette sorte de flux n'a pas d'agenda.\n",
        ),
        (
            ("http://127.0.0.1:9/api/explore/v2.1/catalog/datasets/x/exports/csv",),
            "--url : « exports/csv » ne se lit pas : donnez l'adresse de « /records » ou de « /exports/json ».\n",
        ),
        (
            ("http://127.0.0.1:9/api/records/1.0/search/",),
            "--url : L'adresse ne dit pas quel jeu de données : « dataset=… » y manque.\n",
        ),
        (("http://127.0.0.1:9/a.json", "--key", " "), "--key : La clé de lecture : vide ou illisible.\n"),
    ],
)
async def test_wrong_words_are_told_and_exit_2(command, connection, words, told):
    assert await command(*add(*words)) == (2, "", told)
    assert await connection.fetchval("SELECT count(*) FROM feed") == 0


async def test_an_agenda_still_needs_its_number_and_its_key(command):
    code, _, err = await command(
        "feeds", "add", "x", "--kind", "openagenda-v2", "--url", "http://127.0.0.1:9"
    )
    assert (code, [line.split(" ")[0] for line in err.splitlines()]) == (2, ["--agenda", "--key"])


async def test_a_file_that_is_no_more_is_incomplete(command, connection, tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([record("601")]), encoding="utf-8")
    await command(*add(str(path)))
    await command("sync", "edition-2017")
    path.unlink()
    code, out, err = await command("sync", "edition-2017", "--json")
    assert (code, json.loads(out)["complete"], "ne se lit pas" in err) == (3, False, True)
    assert await connection.fetchval("SELECT count(*) FROM agenda_card") == 1
