"""What imports refuse, by row and column; what a rehearsal leaves; what another import of a row changes."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

ITEMS = "item_id;title;category;format;format_of;added_on;insurance_value_eur\n"
ITEM = "it-1;Le ciel à l'œil nu;light_exhibition;panels;;01/02/2024;1 250,50\n"
LOANS = "loan_id,item_id,borrower_organisation_id,channel,starts_on,ends_on,status,cancelled_on,fee_eur\n"
LOAN = "lo-1,it-1,col-1,pass_culture,2025-03-01,2025-03-10,closed,,0\n"
REPLIES = "loan_id,satisfaction,audience_method,audience\n"


async def send(lender, name, content, status=200, **fields):
    content = content.encode() if isinstance(content, str) else content
    options = {"files": {"file": (name, content)}, "data": fields}
    return await lender.post("/imports/loans", None, status, **options)


@pytest.fixture
async def lender(people):
    """A lender of the agency; « Collège Berlioz » is in the directory, known as `col-1`, and the item is there."""
    await people.organisation()
    lender = people.lender()
    for name, content in (
        ("organisations.csv", "organisation_id,name,insee\ncol-1,COLLEGE BERLIOZ,80021\n"),
        ("items.csv", ITEMS + ITEM),
    ):
        await send(lender, name, content, dry_run="false")
    return lender


def _faults(report):
    return [(one["row"], one["column"], one["code"]) for one in report["faults"]]


async def test_a_rehearsal_tells_everything_and_leaves_nothing(lender, connection):
    report = await send(lender, "loans.csv", LOANS + LOAN)
    assert report == {
        "dry_run": True, "changed": True, "faults": [], "fault_count": 0,
        "tables": [{"table": "loans", "rows": 1, "created": 1, "updated": 0, "unchanged": 0, "ignored_columns": []}],
    }  # fmt: skip
    assert await connection.fetchval("SELECT count(*) FROM loan") == 0
    assert await connection.fetchval("SELECT count(*) FROM loan_request") == 0


async def test_faults_are_told_by_row_and_column_and_nothing_is_written(lender, connection):
    wrong = LOANS + LOAN + (
        "lo-2,it-9,col-1,direct,2025-04-10,2025-04-01,closed,,0\n"
        "lo-3,it-9,org-9,direct,2025-04-01,2025-04-10,closed,,0\n"
        "lo-4,it-1,col-1,post,2025-04-31,2025-04-10,open,,-3\n"
        "lo-1,it-1,col-1,direct,2025-05-01,2025-05-10,closed,,0\n"
        "lo-6,it-1,col-1,direct,2025-06-01,2025-06-10,cancelled,,0\n"
        "lo-7,it-1,col-1,direct,2023-06-01,2023-06-10,closed,,0\n"
    )  # fmt: skip
    report = await send(lender, "loans.csv", wrong)
    assert _faults(report) == [
        (3, "", "invalid"),
        (4, "borrower_organisation_id", "unknown"),
        (4, "item_id", "unknown"),
        (5, "channel", "literal_error"),
        (5, "fee_eur", "greater_than_equal"),
        (5, "starts_on", "date_from_datetime_parsing"),
        (5, "status", "literal_error"),
        (6, "loan_id", "duplicate"),
        (7, "", "invalid"),
        (8, "starts_on", "before_item"),
    ]
    refused = await send(lender, "loans.csv", wrong, 422, dry_run="false")
    assert (refused["code"], refused["detail"]) == (
        "import_refused", "Rien n'a été repris : 10 cellules ne vont pas.",
    )  # fmt: skip
    assert refused["errors"][1] == {
        "pointer": "/loans/4/borrower_organisation_id", "code": "unknown",
        "detail": "Ligne 4, colonne borrower_organisation_id : Aucune structure ne porte la référence « org-9 ».",
    }  # fmt: skip
    assert await connection.fetchval("SELECT count(*) FROM loan") == 0


async def test_another_import_of_a_loan_corrects_it_and_its_item_stays(lender, connection):
    await send(lender, "loans.csv", LOANS + LOAN, dry_run="false")
    corrected = LOAN.replace("2025-03-10", "2025-03-12").replace(",0\n", ",40\n")
    report = await send(lender, "loans.csv", LOANS + corrected, dry_run="false")
    assert [report["tables"][0][name] for name in ("created", "updated", "unchanged")] == [0, 1, 0]
    row = await connection.fetchrow("SELECT ends_on, returned_on, fee_cents, version FROM loan")
    assert tuple(row) == (date(2025, 3, 12), date(2025, 3, 12), 4000, 2)
    cancelled = LOAN.replace("closed,", "cancelled,2025-02-01")
    assert _faults(await send(lender, "loans.csv", LOANS + cancelled)) == [(2, "status", "another_status")]
    other = "it-2;Autre;kit;case;;2024-02-01;\n"
    await send(lender, "items.csv", ITEMS + ITEM.replace("œil nu", "autre") + other, dry_run="false")
    assert _faults(await send(lender, "loans.csv", LOANS + LOAN.replace("it-1", "it-2"))) == [
        (2, "item_id", "another_item")
    ]
    titles = await connection.fetch("SELECT title, insurance_value_cents FROM item ORDER BY title")
    assert [tuple(row) for row in titles] == [("Autre", None), ("Le ciel à l'œil nu", 125050)]


async def test_what_was_answered_here_stays(lender, connection):
    await send(lender, "loans.csv", LOANS + LOAN, dry_run="false")
    await send(lender, "loan_evaluations.csv", REPLIES + "lo-1,satisfied,counted,30\n", dry_run="false")
    report = await send(
        lender, "loan_evaluations.csv", REPLIES + "lo-1,satisfied,unknown,\n", dry_run="false"
    )
    assert report["tables"][0]["updated"] == 1
    await connection.execute("UPDATE evaluation SET answered_by = 'somebody'")
    report = await send(
        lender, "loan_evaluations.csv", REPLIES + "lo-1,dissatisfied,counted,3\n", dry_run="false"
    )
    assert report["changed"] is False
    assert await connection.fetchval("SELECT satisfaction FROM evaluation") == "satisfied"
    wrong = REPLIES + "lo-1,satisfied,counted,\nlo-2,satisfied,unknown,\n"
    assert _faults(await send(lender, "loan_evaluations.csv", wrong)) == [
        (2, "", "invalid"),
        (3, "loan_id", "unknown"),
    ]


async def test_organisations_are_those_of_the_directory(people, connection):
    lender = people.lender()
    first = await people.organisation("École Jean-Macé", kind="primary_school")
    await people.organisation("École Jean-Macé", kind="primary_school", insee="02691", department="02")
    rows = "organisation_id,name,insee\na,Ecole Jean-Mace,80021\nb,École Jean-Macé,\nc,Inconnue,\n"
    assert _faults(await send(lender, "organisations.csv", rows)) == [
        (3, "name", "ambiguous"), (4, "name", "unknown"),
    ]  # fmt: skip
    report = await send(lender, "organisations.csv", rows.rsplit("\nb", 1)[0] + "\n", dry_run="false")
    assert report["tables"][0]["created"] == 1
    survivor = await people.organisation("Groupe scolaire Macé")
    merge = {"organisation_id": str(first), "into": str(survivor)}
    await people.delivers("organisation.merged", str(first), merge, 2)
    assert await connection.fetchval("SELECT organisation_id FROM organisation_reference") == survivor


async def test_an_organisation_written_just_so_goes_before_one_that_sounds_alike(people, connection):
    lender = people.lender()
    asked = await people.organisation("Médiathèque du Plateau", kind="library")
    await people.organisation("Mediathèque du plateau", kind="library")
    rows = "organisation_id,name,insee\na,Médiathèque du Plateau,\n"
    await send(lender, "organisations.csv", rows, dry_run="false")
    assert await connection.fetchval("SELECT organisation_id FROM organisation_reference") == asked
    rows = "organisation_id,name,insee\nb,MÉDIATHÈQUE DU PLATEAU,\n"
    assert _faults(await send(lender, "organisations.csv", rows)) == [(2, "name", "ambiguous")]


async def test_a_workbook_holds_several_tables(lender, connection):
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheets = {
        "Prêts": [
            ["loan_id", "item_id", "borrower_organisation_id", "starts_on", "ends_on", "status"],
            ["lo-9", "it-9", "col-1", date(2025, 3, 1), date(2025, 3, 10), "closed"],
        ],
        "Outils": [
            ["item_id", "title", "category", "format", "added_on", "insurance_value_eur"],
            ["it-9", "Ondes", "kit", "case", date(2024, 1, 1), 99.5],
        ],
        "Notes": [["à lire"]],
    }
    for name, lines in sheets.items():
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    book.close()
    report = await send(lender, "reprise.xlsx", file.getvalue(), dry_run="false")
    assert [(one["table"], one["created"]) for one in report["tables"]] == [("items", 1), ("loans", 1)]
    row = await connection.fetchrow("SELECT starts_on, ends_on, status, went_out_on FROM loan")
    assert tuple(row) == (date(2025, 3, 1), date(2025, 3, 10), "closed", date(2025, 3, 1))


def _bomb():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (65 * 1024 * 1024))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("loans.csv", b""),
        ("loans.csv", b"\x00\x01\x02,a\n"),
        ("prets-de-mars.csv", LOANS.encode()),
        ("loans.csv", b"loan_id,loan_id\n"),
        ("loans.csv", LOANS.encode() + b'"lo-1\n'),
        ("loans.csv", LOANS.encode() + LOAN.strip().encode() + b",trop\n"),
        ("loans.xlsx", b"PK\x03\x04 nothing"),
        ("loans.xlsx", _bomb()),
    ],
    # the workbook holds the moment it was made: its bytes are no name
    ids=["empty", "binary", "unknown", "twice", "unended", "long", "no workbook", "bomb"],
)
async def test_what_is_no_table_is_refused(people, name, content):
    refused = await send(people.lender(), name, content, 422)
    assert refused["code"] == "file_unreadable"


async def test_a_column_that_is_needed_is_named(people):
    report = await send(people.lender(), "loans.csv", "loan_id,item_id\na,b\n")
    assert [(one["row"], one["column"], one["detail"]) for one in report["faults"]] == [
        (
            1,
            "borrower_organisation_id",
            "Cette colonne manque : borrower_organisation_id, starts_on, ends_on, status.",
        )
    ]


async def test_an_import_sent_twice_under_one_key_is_carried_out_once(lender, connection):
    options = {
        "files": {"file": ("loans.csv", (LOANS + LOAN).encode())}, "data": {"dry_run": "false"},
        "headers": {"Idempotency-Key": "once"},
    }  # fmt: skip
    first = await lender.post("/imports/loans", None, **options)
    assert await lender.post("/imports/loans", None, **options) == first
    assert first["tables"][0]["created"] == 1
    assert await connection.fetchval("SELECT count(*) FROM loan") == 1


async def test_only_the_agency_s_lenders_import(people):
    for someone in (people.account(), people.editor(await people.organisation())):
        assert (await send(someone, "loans.csv", LOANS, 403))["code"] == "forbidden"
    await send(people.anonymous(), "loans.csv", LOANS, 401)


async def test_what_is_under_way_blocks_its_item_and_goes_on_here(lender, connection):
    rows = LOANS + (
        "lo-1,it-1,col-1,direct,2027-03-01,2027-03-10,out,,0\n"
        "lo-2,it-1,col-1,direct,2027-03-11,2027-03-20,confirmed,,0\n"
        "lo-3,it-1,col-1,direct,2027-02-01,2027-02-10,inspected,,0\n"
    )  # fmt: skip
    clash = rows + "lo-4,it-1,col-1,direct,2027-03-20,2027-03-25,confirmed,,0\n"
    assert _faults(await send(lender, "loans.csv", clash)) == [(5, "starts_on", "taken")]
    await send(lender, "loans.csv", rows, dry_run="false")
    blocks = await connection.fetch(
        "SELECT kind, period::text, blocked = period AS same FROM unit_block ORDER BY period"
    )
    assert [tuple(row) for row in blocks] == [
        ("loan", "[2027-03-01,2027-03-11)", True), ("loan", "[2027-03-11,2027-03-21)", True),
    ]  # fmt: skip
    again = await send(lender, "loans.csv", rows, dry_run="false")
    assert (again["changed"], again["tables"][0]["unchanged"]) == (False, 3)
