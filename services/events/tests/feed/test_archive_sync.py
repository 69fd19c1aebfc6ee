"""Runs of past editions on a real PostgreSQL: one event whichever door it comes by, and nothing lost."""

import json

import pytest
from archive_rows import as_v1, public_record, record
from feed_checks import KEYS, counts, everything, nothing_written
from feed_rows import PLACE, row
from ombelle_events.feed.sync import HELD, INCOMPLETE


async def test_a_first_run_creates_all_under_the_edition_bound(archive):
    outcome = await archive.sync()
    assert set(outcome.summary.as_dict()) == KEYS
    assert (outcome.code, counts(outcome), outcome.report) == (0, {"created": 8}, None)
    assert await archive.shown() == 8
    assert await archive.connection.fetchval("SELECT array_agg(year) FROM edition") == [2017]
    event = await archive.event(601)
    assert (event["slug"], event["publication"]) == ("marees-du-canal-601", "published")
    assert (
        event["long_description_html"]
        == "<p>Une <strong>éclusière</strong> raconte.</p>\n<p>Venez nombreux.</p>"
    )
    assert await archive.connection.fetchval("SELECT insee FROM venue") == "80021"
    run = await archive.connection.fetchrow("SELECT mode, state, report FROM feed_run")
    assert tuple(run) == ("full", "complete", None)


async def test_a_second_run_lists_all_again_and_writes_nothing(archive):
    await archive.sync()
    before = await everything(archive.connection)
    outcome = await archive.sync()
    assert (nothing_written(outcome), outcome.summary.unchanged) == (True, 8)
    assert await everything(archive.connection) == before
    modes = await archive.connection.fetchval("SELECT array_agg(mode) FROM feed_run")
    assert modes == ["full", "full"]


async def test_a_date_that_moved_alone_changes_nothing(archive):
    await archive.sync()
    archive.site.edit("601", derniere_mise_a_jour="2018-02-01T00:00:00+00:00")
    assert nothing_written(await archive.sync())


async def test_edits_are_updates_and_records_taken_away_are_withdrawn_and_come_back(archive):
    await archive.sync()
    archive.site.edit("601", titre_fr="Autre titre")
    [gone] = archive.site.remove("602")
    assert counts(await archive.sync()) == {"updated": 1, "withdrawn": 1, "unchanged": 6}
    assert (await archive.event(601))["title"] == "Autre titre"
    assert (await archive.event(602))["withdrawn_at"] is not None
    assert await archive.shown() == 7
    archive.site.rows.append(gone)
    assert counts(await archive.sync()) == {"restored": 1, "unchanged": 7}
    assert await archive.shown() == 8


async def test_many_records_taken_away_wait_for_a_person(archive):
    await archive.sync()
    archive.site.remove(*map(str, range(601, 607)))
    outcome = await archive.sync()
    assert (outcome.code, outcome.summary.complete, await archive.shown()) == (HELD, False, 8)
    assert counts(await archive.sync(force=True)) == {"withdrawn": 6, "unchanged": 2}


async def test_what_is_no_longer_published_is_withdrawn_and_what_is_cancelled_stays(make_archive):
    feed = await make_archive([record(str(uid)) for uid in range(601, 605)], edition=2023)
    await feed.sync()
    feed.site.edit("601", statut="refusé")
    feed.site.edit("602", annulation="Oui")
    outcome = await feed.sync()
    assert counts(outcome) == {"updated": 1, "withdrawn": 1, "unchanged": 2}
    assert await feed.shown() == 3
    assert (await feed.event(602))["status"] == "cancelled"


async def test_bad_records_are_put_aside_and_the_last_good_version_stays(archive):
    await archive.sync()
    archive.site.edit("601", titre_fr=None)
    archive.site.edit("602", horaires_iso="un jour")
    archive.site.rows += [{"identifiant": None, "titre_fr": "Sans numéro"}, "pas un objet", None]
    outcome = await archive.sync()
    assert (outcome.code, counts(outcome)) == (0, {"quarantined": 5, "unchanged": 6})
    assert await archive.shown() == 8
    held = await archive.connection.fetch("SELECT pointer, reason FROM feed_quarantine ORDER BY external_id")
    assert [tuple(one) for one in held][:2] == [
        ("/titre_fr", "le titre manque"), ("/horaires_iso", "aucun horaire lisible"),
    ]  # fmt: skip


async def test_one_archive_may_mix_shapes(make_archive):
    rows = [record("601"), as_v1(record("602")), public_record("603"), {"record": {"fields": record("604")}}]
    feed = await make_archive(rows, form="document")
    assert counts(await feed.sync()) == {"created": 4}


async def test_what_lies_outside_is_put_aside_unless_the_feed_admits_all(make_archive):
    rows = [record("601"), record("602", ville="Caen", departement="Calvados", code_postal="14000",
                                  selection=None, geolocalisation={"lon": -0.37, "lat": 49.18})]  # fmt: skip
    feed = await make_archive(rows)
    assert counts(await feed.sync()) == {"created": 1, "quarantined": 1}
    await feed.connection.execute("UPDATE feed SET territory = NULL")
    assert counts(await feed.sync()) == {"created": 1, "unchanged": 1}


async def test_a_village_is_an_umbrella(make_archive):
    feed = await make_archive([record("601", type_d_animation="Village des sciences"), record("602")])
    await feed.sync()
    assert ((await feed.event(601))["structure"], (await feed.event(602))["structure"]) == (
        "umbrella",
        "single",
    )


EVIL = "<script>alert(1)</script> Hétérocère <img src=x onerror=alert(1)> [a](javascript:alert(1))"
TEXTS = [
    name
    for name, value in record().items()
    if isinstance(value, str | list) and name not in ("identifiant", "horaires_iso", "dates", "statut")
]


@pytest.mark.parametrize("column", ["description_longue_fr", "description_longue_html_fr"])
async def test_nothing_that_could_run_is_served(make_archive, column):
    texts = dict.fromkeys(TEXTS, EVIL) | {"description_longue_fr": None, column: EVIL, "meteo": EVIL}
    feed = await make_archive([record("601", **texts)], territory=None)
    assert counts(await feed.sync()) == {"created": 1}
    for text in await feed.connection.fetchrow("SELECT card, detail FROM agenda_card"):
        assert "Hétérocère" in text
        assert not [bad for bad in ("onerror=", "javascript:", "<script", "<img") if bad in text]


ODD = [
    "", " ", 0, -1, 10**17, 1.5, True, [], [None], [[]], {}, {"fr": None}, {"lon": None, "lat": "x"}, [91, 181],
    "\u0000", "|", "-", "0001-01-01T00:00:00+00:53", "2017-13-45", "A" * 5000, "[", '{"id": {}}', "\u2028\u200b", "9" * 40,
]  # fmt: skip


async def test_29_whatever_is_damaged_the_others_come_in(make_archive):
    # An odd « statut » says that the record was not for the public.
    damaged = [(column, odd) for column in record(statut=...) for odd in ODD]
    rows = [record(str(1000 + n), **{column: odd}) for n, (column, odd) in enumerate(damaged)]
    rows = [as_v1(one) if n % 3 == 0 and _fits_v1(one) else one for n, one in enumerate(rows)]
    feed = await make_archive([*rows, record("601")], form="document", territory=None)
    outcome = await feed.sync()
    summary = outcome.summary
    assert (outcome.code, summary.created + summary.quarantined) == (0, len(rows) + 1)
    # Only what names an event, titles it or says when may put a record aside.
    pointers = await feed.connection.fetch("SELECT DISTINCT pointer FROM feed_quarantine")
    assert {pointer for (pointer,) in pointers} <= {"/identifiant", "/titre_fr", "/horaires_iso"}
    assert nothing_written(await feed.sync())


def _fits_v1(row):
    try:
        as_v1(row)
    except (TypeError, KeyError, AttributeError):
        return False
    return True


# --- one event, two doors ----------------------------------------------------------------------------------


def living(uid=601):
    place = {**PLACE, "uid": 7001, "phone": "03 22 99 99 99", "updatedAt": "2016-01-01T00:00:00Z"}
    return row(uid, title={"fr": "Vu de l'agenda"}, location=place)


async def test_09_an_event_of_the_living_agenda_is_the_one_of_the_archive(make_feed, make_archive):
    national = await make_feed([living()])
    await national.sync()
    archive = await make_archive([record("601")])
    before = await everything(archive.connection)
    assert counts(await archive.sync()) == {"unchanged": 1}
    assert await archive.connection.fetchval("SELECT count(*) FROM event") == 1
    assert (await archive.event(601))["title"] == "Vu de l'agenda"
    # The older picture of the place changes nothing either.
    after = await everything(archive.connection)
    assert {t for t in after if after[t] != before[t]} <= {"feed_record", "edition"}
    assert await archive.connection.fetchval("SELECT phone FROM venue") == "03 22 99 99 99"

    # The agenda of the year is taken down; the archive still speaks for the event.
    national.agenda.remove(601)
    assert counts(await national.sync()) == {"withdrawn": 1}
    assert await archive.shown() == 1
    assert counts(await archive.sync()) == {"updated": 1}
    assert (await archive.event(601))["title"] == "Les marées du canal n° 601"
    assert await archive.connection.fetchval("SELECT count(*) FROM event") == 1


async def test_09_an_archived_event_is_the_one_of_the_living_agenda(make_feed, make_archive):
    archive = await make_archive([record("601")])
    await archive.sync()
    national = await make_feed([living(), living(605)])
    assert counts(await national.sync()) == {"created": 1, "unchanged": 1}
    assert (await archive.event(601))["title"] == "Les marées du canal n° 601"
    assert await archive.connection.fetchval("SELECT count(*) FROM event") == 2
    # The place is one as well, and what the living agenda says of it counts more.
    venues = await archive.connection.fetch("SELECT phone, insee FROM venue")
    assert [tuple(venue) for venue in venues] == [("03 22 99 99 99", "80021")]


# --- what nobody told us of --------------------------------------------------------------------------------


async def test_unknown_columns_and_labels_are_kept_and_reported_with_each_run(
    make_archive, api, administrator
):
    odd = {"meteo": "Pluie", "publics_concernes": ["Martiens"]}
    feed = await make_archive([record("601", **odd), record("602", **odd), record("603")])
    expected = {"unknown_columns": {"meteo": 2}, "unknown_labels": {"publics_concernes": {"Martiens": 2}}}
    for _ in range(2):  # the second run reads no record again, and reports all the same
        outcome = await feed.sync()
        assert (outcome.code, outcome.report) == (0, expected)
    event = await feed.event(601)
    assert {k: json.loads(event["additional"])[k] for k in odd} == {
        "meteo": ["Pluie"],
        "publics_concernes": ["Martiens"],
    }
    answer = (await api.get("/api/v1/feeds/archive/runs", headers=administrator)).json()
    assert [run["report"] for run in answer["items"]] == [expected, expected]
    one = (await api.get("/api/v1/feeds/archive", headers=administrator)).json()
    assert (one["kind"], one["agenda"], one["last_run"]["report"]) == ("opendatasoft", None, expected)
    for uid in ("601", "602"):
        feed.site.edit(uid, meteo=None, publics_concernes=None)
    assert (await feed.sync()).report is None


async def test_30_personal_data_are_nowhere_in_the_database(make_archive):
    strangers = {"contact_presse": "Ada Lovelace", "animateurs": "Ada Lovelace"}
    rows = [record("601", **strangers), as_v1(record("602", titre_fr=None, **strangers)),
            public_record("603", imagecredits=None)]  # fmt: skip
    feed = await make_archive(rows, form="document")
    assert counts(await feed.sync()) == {"created": 2, "quarantined": 1}
    for table in ("feed_record", "feed_quarantine", "event", "agenda_card", "feed_run"):
        stored = str(await feed.connection.fetch(f"SELECT to_jsonb(t)::text FROM {table} t"))
        assert not [word for word in ("Ada", "ada@", "Grace") if word in stored]


# --- files -------------------------------------------------------------------------------------------------

ROWS = [record("601"), record("602")]
FILES = {
    "a list": json.dumps(ROWS),
    "a list of v1": json.dumps([as_v1(one) for one in ROWS]),
    "an answer of v2.1": json.dumps({"total_count": 2, "results": ROWS}),
    "an answer of v1": json.dumps({"nhits": 2, "records": [as_v1(one) for one in ROWS]}),
    "an answer of v2.0": json.dumps(
        {"total_count": 2, "records": [{"record": {"fields": one}} for one in ROWS]}
    ),
    "one a line": "\n".join(json.dumps(one) for one in ROWS) + "\n",
    "with a byte order mark": "\ufeff" + json.dumps(ROWS),
    "with half an emoji": json.dumps(ROWS).replace("Pourquoi", "\\ud83d Pourquoi"),
}


@pytest.mark.parametrize("form", FILES)
async def test_a_file_in_any_usual_wrapping(make_archive, tmp_path, form):
    path = tmp_path / "l'édition 2017.json"
    path.write_text(FILES[form], encoding="utf-8")
    feed = await make_archive(url=str(path))
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)) == (0, {"created": 2})
    before = await everything(feed.connection)
    assert nothing_written(await feed.sync())
    assert await everything(feed.connection) == before


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (json.dumps(ROWS)[:-40], "un JSON illisible ou coupé"),
        ("\n".join(json.dumps(one) for one in ROWS)[:-40], "ligne 2 : un JSON illisible ou coupé"),
        ('{"total_count": 3, "results": ' + json.dumps(ROWS) + "}", "2 lignes vues sur 3 annoncées"),
        ('{"error_code": "x"}', "pas de liste d'enregistrements"),
        ("<html></html>", "une page HTML"),
        ("3", "pas de liste d'enregistrements"),
        ("", "un JSON illisible ou coupé"),
        (None, "ne se lit pas"),
    ],
)
async def test_a_damaged_file_withdraws_nothing(make_archive, tmp_path, content, problem):
    path = tmp_path / "archive.json"
    path.write_text(json.dumps([record(str(uid)) for uid in range(601, 605)]), encoding="utf-8")
    feed = await make_archive(url=str(path))
    await feed.sync()
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    outcome = await feed.sync()
    assert (outcome.code, await feed.shown()) == (INCOMPLETE, 4)
    assert problem in outcome.problems[0]


async def test_an_empty_file_is_held(make_archive, tmp_path):
    path = tmp_path / "archive.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8")
    feed = await make_archive(url=str(path))
    await feed.sync()
    path.write_text("[]", encoding="utf-8")
    assert ((await feed.sync()).code, await feed.shown()) == (HELD, 2)
