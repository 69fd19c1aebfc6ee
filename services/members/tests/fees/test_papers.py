"""Payments from HelloAsso's file, calls for Chorus Pro, and who reads what of fees."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from members_fees import THIS_YEAR
from ombelle_chassis.pagination import encode_cursor
from ombelle_members.days import today_in_paris
from ombelle_members.personal_data.jobs import keep_to_the_rules
from openpyxl import Workbook

TODAY = today_in_paris()
_SPOKEN = TODAY.strftime("%d/%m/%Y")
_HEADER = (
    "Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Email payeur;"
    "Raison sociale;Tarif;Montant tarif"
)


def _file(*rows, name="export.csv"):
    content = "\r\n".join((_HEADER, *rows)).encode("utf-8-sig")
    return {"file": (name, content, "text/csv")}


async def _imports(treasury, files, status=200, **fields):
    answer = await treasury.treasurer.call("POST", "/fees/payments/import", files=files, data=fields)
    assert answer.status_code == status, answer.text
    return answer.json()


@pytest.fixture
async def owed(treasury):
    """Fees of two organisations and two persons who share a name."""
    await treasury.adopts()
    members = {
        "museum": await treasury.legal("Musée d’Amiens", "small"),
        "planetarium": await treasury.legal("Planétarium", "small"),
        "zoe": await treasury.natural("Zoé Martin"),
        "leo": await treasury.natural("Léo Petit"),
    }
    await treasury.natural("Léo Petit")
    return {name: (await treasury.calls(member, tells=False))["id"] for name, member in members.items()}


async def test_helloassos_file_is_taken_in_once_and_what_it_does_not_fit_is_told(treasury, owed):
    rows = (
        f"1001;{_SPOKEN} 14:02;Validé;MARTIN;Zoé;z@ailleurs.fr;;Individuel;20,00",
        f"1002;{_SPOKEN};Validé;DUPONT;Anne;;musee d'amiens;Petite structure;50",
        f"1003;{_SPOKEN};Validé;DURAND;Paul;planétarium@exemple.fr;;Petite structure;30,00",
        f"1004;{_SPOKEN};Validé;PETIT;Léo;;;Individuel;20",
        f"1005;{_SPOKEN};Validé;INCONNUE;Ana;ana@exemple.org;;Individuel;20",
        f"1006;{_SPOKEN};Remboursé;MARTIN;Zoé;;;Individuel;20",
        f"1007;{_SPOKEN};Validé;DURAND;Paul;planétarium@exemple.fr;;Petite structure;30,00",
        "1008;31/02/2026;Validé;MARTIN;Zoé;;;Individuel;20",
    )
    outcomes = [
        "taken",
        "taken",
        "taken",
        "several_members",
        "unknown_member",
        "not_paid",
        "too_much",
        "unreadable",
    ]
    rehearsed = await _imports(treasury, _file(*rows))
    assert [one["outcome"] for one in rehearsed["items"]] == outcomes
    assert (await treasury.treasurer.get("/fees"))["received_cents"] == 0
    done = await _imports(treasury, _file(*rows), dry_run="false")
    assert done == rehearsed | {"dry_run": False}
    assert [one["fee_id"] for one in done["items"][:3]] == [owed["zoe"], owed["museum"], owed["planetarium"]]
    assert {name: done[name] for name in ("rows", "taken", "known", "left", "amount_cents")} == {
        "rows": 8, "taken": 3, "known": 0, "left": 5, "amount_cents": 10000,
    }  # fmt: skip
    again = await _imports(treasury, _file(*rows), dry_run="false")
    assert (again["taken"], again["known"]) == (0, 3)
    assert (await treasury.treasurer.get("/fees"))["received_cents"] == 10000


async def test_a_file_that_is_no_table_of_payments_is_refused(treasury):
    for content, why in (
        (b"nom;prenom\r\nA;B", "Ce fichier ne nomme pas la référence de la commande, la date, le montant."),
        (b"PK\x03\x04nothing", "Ce classeur est abîmé, ou protégé par un mot de passe."),
        (b"a\x00b", "Ce fichier n'est pas un tableau : enregistrez-le en CSV ou en XLSX."),
    ):
        refused = await _imports(treasury, {"file": ("x.csv", content, "text/csv")}, 422)
        assert (refused["code"], refused["detail"]) == ("file_unreadable", why)


async def test_what_chorus_pro_asks_is_checked_before_it_is_told(treasury):
    await treasury.adopts()
    complete = await treasury.legal("Ville d’Amiens", "medium", siret="21800019200016")
    lacking = await treasury.legal("Lycée Jules-Verne", "small")
    fee = (await treasury.calls(complete, due_on=str(TODAY + timedelta(days=30))))["id"]
    await treasury.calls(lacking)
    await treasury.receives(fee, 2550)
    billing = {
        "uses_chorus_pro": True,
        "siret": None,
        "service_code": "CULTURE",
        "commitment_number": "=2026-1",
    }
    kept = await treasury.put(f"/members/{complete}/billing", billing, if_match='"v0"')
    assert kept == billing | {
        "member_id": str(complete), "organisation_siret": "21800019200016", "missing": ["issuer_siret"], "version": 1,
        "allowed_actions": ["edit"],
    }  # fmt: skip
    await treasury.put(f"/members/{lacking}/billing", {"uses_chorus_pro": True})
    await treasury.connection.execute("UPDATE fee_settings SET siret = '44306184100047'")
    refused = await treasury.treasurer.get(f"/fees/chorus-pro.csv?year={THIS_YEAR}", 409)
    assert refused["code"] == "chorus_data_missing"
    assert refused["members"] == [{"id": str(lacking), "name": "Lycée Jules-Verne", "missing": ["siret"]}]
    answer = await treasury.treasurer.call("GET", f"/fees/chorus-pro.csv?year={THIS_YEAR}&complete_only=true")
    header, line, end = answer.content.decode("utf-8-sig").split("\r\n")
    assert end == ""
    assert dict(zip(header.split(";"), line.split(";"), strict=True)) == {
        "numero": f"COT-{THIS_YEAR}-0001",
        "date": str(TODAY),
        "echeance": str(TODAY + timedelta(days=30)),
        "emetteur_siret": "44306184100047",
        "debiteur": "Ville d’Amiens",
        "siret": "21800019200016",
        "adresse": "1 rue des Lilas",
        "code_postal": "80000",
        "ville": "Amiens",
        "code_service": "CULTURE",
        "numero_engagement": "'=2026-1",
        "objet": f"Cotisation {THIS_YEAR}",
        "montant": "124,50",
    }
    person = await treasury.natural("Zoé Martin")
    problem = await treasury.put(f"/members/{person}/billing", {"uses_chorus_pro": True}, 422)
    assert problem["errors"][0]["pointer"] == "/body/uses_chorus_pro"


async def test_a_member_reads_its_own_fees_and_papers_and_no_others(treasury, people):
    await treasury.adopts()
    alice = await people.account("Alice")
    organisation = await alice.enters(name="La Marmite")
    own = await treasury.connection.fetchval(
        "WITH m AS (INSERT INTO member (kind, organisation_id, fee_category) VALUES ('legal', $1, 'small') RETURNING id) "
        "INSERT INTO college_membership (member_id, college, period, began_as) "
        "SELECT id, 'C', '[2021-01-01,)', 'admission' FROM m RETURNING member_id",
        organisation,
    )
    mine = (await treasury.calls(own))["id"]
    other = (await treasury.calls(await treasury.legal("Ailleurs")))["id"]
    await treasury.receives(mine, 5000)
    seen = await alice.get("/fees")
    assert [(one["id"], one["allowed_actions"]) for one in seen["items"]] == [
        (mine, ["read_call", "read_receipt"])
    ]
    assert (seen["total"], seen["amount_cents"]) == (1, 5000)
    assert (await alice.call("GET", f"/fees/{mine}/receipt.pdf")).content.startswith(b"%PDF")
    assert (await alice.call("GET", f"/fees/{mine}/call.pdf")).content.startswith(b"%PDF")
    for path in (f"/fees/{other}", f"/fees/{other}/receipt.pdf", f"/fees/{other}/call.pdf"):
        assert (await alice.get(path, 404))["code"] == "fee_unknown"
    secretary = await people.account("Sarah", "secretary")
    assert (await secretary.get("/fees"))["total"] == 2
    paid = {"method": "cash", "received_on": str(TODAY), "amount_cents": 1}
    for someone in (alice, secretary):
        assert (await someone.post(f"/fees/{other}/payments", paid, 403))["code"] == "forbidden"


async def test_lists_are_filtered_and_paged(treasury):
    await treasury.adopts()
    await treasury.adopts(date(THIS_YEAR - 1, 1, 1))
    for name in ("Écomusée", "Bibliothèque", "Atelier"):
        member = await treasury.legal(name, "small", "C")
        await treasury.calls(member, THIS_YEAR - 1, tells=False)
        await treasury.calls(member, tells=False)
    first = await treasury.treasurer.get("/fees?limit=4")
    second = await treasury.treasurer.get(f"/fees?limit=4&after={first['next']}")
    assert [(one["year"], one["member"]["name"]) for one in first["items"] + second["items"]] == [
        (year, name) for year in (THIS_YEAR, THIS_YEAR - 1) for name in ("Atelier", "Bibliothèque", "Écomusée")
    ]  # fmt: skip
    assert second["next"] is None
    for query, total in (
        ("q=ecomusee", 2), ("q=3", 2), (f"year={THIS_YEAR}", 3), ("state=paid", 0), ("college=C&category=small", 6),
        ("late=true", 0),
    ):  # fmt: skip
        assert (await treasury.treasurer.get(f"/fees?{query}"))["total"] == total, query


async def test_words_of_a_receipt_stay_what_they_were(treasury):
    await treasury.adopts()
    fee = (await treasury.calls(await treasury.legal("Ancien nom")))["id"]
    await treasury.receives(fee, 15000)
    before = (await treasury.treasurer.call("GET", f"/fees/{fee}/receipt.pdf")).content
    await treasury.connection.execute("UPDATE organisation SET name = 'Nouveau nom', address = 'Ailleurs'")
    after = (await treasury.treasurer.call("GET", f"/fees/{fee}/receipt.pdf")).content
    assert re.sub(rb"uuid:[0-9a-f-]+", b"", before) == re.sub(rb"uuid:[0-9a-f-]+", b"", after)


async def test_ten_years_after_a_receipt_names_nobody_and_says_as_much(treasury, app):
    await treasury.adopts()
    fee = (await treasury.calls(await treasury.natural("Zoé Martin")))["id"]
    await treasury.receives(fee, 2000, reference="VIR MARTIN ZOE")
    sessions = app.state.context.sessions
    before = datetime.now(UTC) + timedelta(days=10 * 365 - 30)
    assert (await keep_to_the_rules(sessions, before))["fee_payer"] == 0
    assert (await keep_to_the_rules(sessions, before + timedelta(days=60)))["fee_payer"] == 2
    kept = await treasury.treasurer.get(f"/fees/{fee}")
    assert (kept["receipt"], kept["payments"][0]["reference"]) == (f"{THIS_YEAR}-0001", None)
    assert (await treasury.treasurer.call("GET", f"/fees/{fee}/receipt.pdf")).status_code == 200


async def test_one_is_given_ones_own_fees(treasury, people):
    await treasury.adopts()
    zoe = await people.account("Zoé")
    member = await treasury.connection.fetchval(
        "WITH m AS (INSERT INTO member (kind, person_id, fee_category) SELECT 'natural', id, 'natural' FROM person "
        "WHERE name = 'Zoé' RETURNING id) INSERT INTO college_membership (member_id, college, period, began_as) "
        "SELECT id, 'D', '[2021-01-01,)', 'admission' FROM m RETURNING member_id"
    )
    fee = (await treasury.calls(member, due_on=str(TODAY)))["id"]
    await treasury.receives(fee, 500, method="cheque", reference="77")
    held = (await people.api.get("/internal/personal-data", headers=zoe.headers)).json()["sections"]
    paid = {"method": "cheque", "reference": "77", "received_on": str(TODAY), "amount_cents": 500}
    assert held["fees"] == [
        {
            "year": THIS_YEAR,
            "amount_cents": 2000,
            "state": "partially_paid",
            "due_on": str(TODAY),
            "reason": None,
            "payments": [paid],
        }
    ]


async def test_days_that_are_infinity_to_postgresql_are_refused(treasury):
    await treasury.adopts()
    fee = (await treasury.calls(await treasury.legal("Musée")))["id"]
    for day in ("0001-01-01", "9999-12-31"):
        await treasury.receives(fee, 1, 422, received_on=day)
        await treasury.changes(fee, "postpone", {"due_on": day}, 422)
        await treasury.treasurer.get(f"/fees/ageing?on={day}", 422)
    cursor = encode_cursor("fees", 2**31, "a", fee)
    assert (await treasury.treasurer.get(f"/fees?after={cursor}", 422))["errors"][0][
        "pointer"
    ] == "/query/after"


async def test_a_workbook_says_the_same_with_cells_of_its_own_kinds(treasury, owed):
    book = Workbook()
    book.active.append(["Référence commande", "Date de la commande", "Montant tarif", "N° adhérent", "Année"])
    book.active.append([2001, datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30), 50.0, 1, THIS_YEAR])  # noqa: DTZ001
    book.active.append([2002, TODAY, "50,00 €", 2, THIS_YEAR - 1])
    content = BytesIO()
    book.save(content)
    report = await _imports(treasury, {"file": ("reglements.xlsx", content.getvalue())}, dry_run="false")
    assert [
        (one["reference"], one["received_on"], one["outcome"], one["fee_id"]) for one in report["items"]
    ] == [
        ("2001", str(TODAY), "taken", owed["museum"]),
        ("2002", str(TODAY), "nothing_owed", None),
    ]


async def test_the_table_of_fees_follows_the_filters_and_runs_no_formula(treasury):
    await treasury.adopts()
    risky = await treasury.legal("=HYPERLINK(0)", category="small")
    other = await treasury.legal("Musée")
    due = str(TODAY + timedelta(days=30))
    fee = await treasury.calls(risky, due_on=due)
    await treasury.calls(other, due_on=due)
    await treasury.receives(fee["id"], 2050, method="cheque", reference="7")
    answer = await treasury.treasurer.call("GET", f"/fees.csv?year={THIS_YEAR}&state=partially_paid")
    assert answer.headers["content-disposition"] == f'attachment; filename="cotisations-{THIS_YEAR}.csv"'
    header, line, end = answer.content.decode("utf-8-sig").split("\r\n")
    assert end == ""
    assert dict(zip(header.split(";"), line.split(";"), strict=True)) == {
        "Année": str(THIS_YEAR), "Numéro": "1", "Adhérent": "'=HYPERLINK(0)", "Collège": "B",
        "Catégorie": "petite structure", "Montant": "50,00", "Payé": "20,50", "Reste": "29,50",
        "État": "payée en partie", "En retard": "non", "Appelée le": str(TODAY), "Échéance": due,
        "Dernier règlement": str(TODAY), "Moyen": "chèque", "Relances": "0", "Dernière relance": "", "Reçu": "",
    }  # fmt: skip
    every = (await treasury.treasurer.call("GET", "/fees.csv")).content.decode().splitlines()
    assert len(every) == 3
