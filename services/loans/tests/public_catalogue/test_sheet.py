"""An item's whole sheet, for everybody: JSON and PDF."""

from io import BytesIO

from ombelle_loans.availability.days import today_in_paris
from pypdf import PdfReader

_NOTHING = {
    "abstract": None, "description": None, "themes": [], "audiences": [], "languages": ["fr"], "accessibility": [],
    "producer": None, "year": None, "credits": None, "condition": None, "handling": "handled_here", "contact": None,
    "retired_on": None, "photos": [], "documents": [], "tariff": None, "pickup_places": [], "similar": [],
}  # fmt: skip
_RULES = {
    "min_days": 1,
    "max_days": 366,
    "notice_days": 0,
    "opening_days": [1, 2, 3, 4, 5],
    "insurance": "none",
}


async def test_an_item_of_which_little_is_known(people, makes):
    made = await makes("Abeilles")
    sheet = await people.anonymous().get("/catalogue/abeilles")
    assert sheet == _NOTHING | {
        "id": made["id"], "slug": "abeilles", "title": "Abeilles", "category": "kit",
        "owner": {"id": None, "name": "Ombelliscience", "department": None},
        "formats": [{
            "id": made["format"], "format": "panels", "label": None, "panels": None, "dimensions": None,
            "space_m2": None, "needs_power": None, "weight_kg": None, "packages": None, "transport": None,
            "setup": None, "insurance_value_cents": None, "copies": 1, "modules": [],
        }],
        "rules": _RULES, "updated_at": sheet["updated_at"],
    }  # fmt: skip
    assert await people.anonymous().get(f"/catalogue/{made['id']}") == sheet


async def _full(people, makes):
    """Make an item with all that one can say, of a lender that has settled all."""
    owner = await people.organisation("Écomusée", department="02")
    editor = people.editor(owner)
    await editor.patch(
        f"/lending-settings/{owner}",
        {
            "min_days": 7, "max_days": 60, "notice_days": 5, "opening_days": [2, 4], "insurance": "clause",
            "signatory_name": "Nom Secret", "email": "secret@ecomusee.example",
            "pickup_places": [{"name": "Réserve", "address": "2 rue du Lin, Hirson", "hours": "Le matin"}],
        },
    )  # fmt: skip
    tariff = {
        "lender": str(owner), "category": "kit", "starts_on": "2020-01-01", "basis": "per_period", "period_days": 30,
        "member_cents": 0, "other_cents": 125_050,
    }  # fmt: skip
    await editor.post("/tariffs", tariff, 201)
    made = await makes(
        "Les abeilles", owner, abstract="Pollen *et* #miel", description="Un paragraphe.\n\nUn autre.",
        themes=["environment"], audiences=["families"], weight_kg=40, needs_power=True, setup="Deux personnes",
        insurance_value_cents=580_000, handling="contact_only", contact_email="pret@ecomusee.example", credits="L'équipe",
        condition="good", min_days=28, max_days=None, year=2020, producer="Écomusée",
    )  # fmt: skip
    await people.connection.execute(
        "UPDATE item_format SET weight_kg = 8, panels = 12 WHERE id = $1", made["format"]
    )
    second = await people.connection.fetchval(
        "INSERT INTO item_format (item_id, format, label, position) VALUES ($1, 'roll_up', 'Petit', 1) RETURNING id",
        made["id"],
    )
    for number, name in ((1, "La ruche"), (2, None)):
        await people.connection.execute(
            "INSERT INTO unit (format_id, module_number, name, state_note, place) VALUES ($1, $2, $3, 'caché', 'caché')",
            second, number, name,
        )  # fmt: skip
    await people.connection.execute(
        "INSERT INTO item_format (item_id, format, added_on, retired_on) VALUES ($1, 'case', $2, $2)",
        made["id"], today_in_paris(),
    )  # fmt: skip
    return owner, made, str(second)


async def test_an_item_of_which_all_is_known(people, makes):
    owner, made, second = await _full(people, makes)
    sheet = await people.anonymous().get("/catalogue/les-abeilles")
    common = {
        "dimensions": None, "space_m2": None, "needs_power": True, "packages": None, "transport": None,
        "setup": "Deux personnes", "insurance_value_cents": 580_000, "copies": 1,
    }  # fmt: skip
    place = sheet["pickup_places"][0]["id"]
    assert sheet == _NOTHING | {
        "id": made["id"], "slug": "les-abeilles", "title": "Les abeilles", "category": "kit",
        "abstract": "Pollen *et* #miel", "description": "Un paragraphe.\n\nUn autre.", "themes": ["environment"],
        "audiences": ["families"], "producer": "Écomusée", "year": 2020, "credits": "L'équipe", "condition": "good",
        "handling": "contact_only", "contact": {"email": "pret@ecomusee.example", "phone": None},
        "owner": {"id": str(owner), "name": "Écomusée", "department": "02"},
        "formats": [
            {**common, "id": made["format"], "format": "panels", "label": None, "panels": 12, "weight_kg": 8,
             "modules": []},
            {**common, "id": second, "format": "roll_up", "label": "Petit", "panels": None, "weight_kg": 40,
             "modules": ["La ruche", "Module 2"]},
        ],
        "rules": {"min_days": 28, "max_days": 60, "notice_days": 5, "opening_days": [2, 4], "insurance": "clause"},
        "tariff": {"basis": "per_period", "period_days": 30, "member_cents": 0, "other_cents": 125_050},
        "pickup_places": [{"id": place, "name": "Réserve", "address": "2 rue du Lin, Hirson", "hours": "Le matin",
                           "directions": None}],
        "updated_at": sheet["updated_at"],
    }  # fmt: skip


async def test_the_pdf_says_what_the_page_says(people, makes):
    await _full(people, makes)
    answer = await people.anonymous().call("GET", "/catalogue/les-abeilles/sheet.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "public, no-cache"
    reader = PdfReader(BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in (
        "Les abeilles", "Mallette pédagogique · Écomusée", "Pollen *et* #miel", "Un autre.", "Environnement", "Familles",
        "Panneaux 12", "8 kg", "Enrouleurs (roll-up) : Petit", "La ruche", "5 800 €", "de 28 jours à 60 jours",
        "mardi, jeudi", "Clause de la convention", "gratuit", "250,50 €", "par période de 30 jours commencée",
        "Réserve, 2 rue du Lin, Hirson", "pret@ecomusee.example", "https://ombelle.example/catalogue/les-abeilles",
    ):  # fmt: skip
        assert words in text.replace("\N{NARROW NO-BREAK SPACE}", " "), (words, text)
    assert "Secret" not in text
    assert "secret" not in text
    assert reader.metadata.title == "Les abeilles"
    same = await people.anonymous().call("GET", "/catalogue/les-abeilles/sheet.pdf")
    assert same.headers["etag"] == answer.headers["etag"]


async def test_nothing_unpublished_has_a_sheet(people, makes):
    made = await makes("Brouillon", publication="draft")
    for key in (made["id"], "brouillon", "rien"):
        assert (await people.anonymous().get(f"/catalogue/{key}", 404))["code"] == "item_unknown"
        await people.anonymous().get(f"/catalogue/{key}/sheet.pdf", 404)


async def test_similar_items_are_those_that_share_most(people, makes):
    await makes("Abeilles", themes=["environment"], audiences=["families"])
    await makes("Abeilles sauvages", themes=["environment"], audiences=["families"])
    await makes("Forêts", themes=["environment"], category="light_exhibition")
    await makes("Étoiles", themes=["astronomy"], category="light_exhibition")
    await makes("Cachées", themes=["environment"], publication="draft")
    sheet = await people.anonymous().get("/catalogue/abeilles")
    assert [one["title"] for one in sheet["similar"]] == ["Abeilles sauvages", "Forêts"]
    listed = (await people.anonymous().get("/catalogue?q=sauvages"))["items"][0]
    assert sheet["similar"][0] == listed
