"""Conflicts of interest that the database finds by itself, whoever writes what they rest on."""

import asyncio

import asyncpg
import pytest


@pytest.fixture
async def rose(rows, somebody):
    return somebody("Rose", "reviewer", email="rose@univ-lille.fr")


async def test_the_organisation_of_the_dossier_and_its_partners_are_found(rows, rose):
    call, lab, museum = await rows.call(), await rows.organisation("Labo"), await rows.organisation("Musée")
    own, beside, neither = [await rows.application(call, o) for o in (lab, museum, None)]
    await rows.member(call, rose)
    assert await rows.conflicts() == set()
    await rows.belongs(rose, lab)
    assert await rows.conflicts(own) == {(rose.account_id, "organisation")}
    for role in ("partner", "co_holder", "provider"):
        party = await rows.insert(
            "application_party", application_id=beside, role=role, organisation_id=lab, invited_by="tests"
        )
        assert await rows.conflicts(beside) == {(rose.account_id, "partner")}
        await rows.connection.execute("UPDATE application_party SET refused_at = now() WHERE id = $1", party)
        assert await rows.conflicts(beside) == set()
        await rows.connection.execute("DELETE FROM application_party WHERE id = $1", party)
    named = await rows.insert(
        "application_party", application_id=beside, role="partner", name="LABO", invited_by="tests"
    )
    assert await rows.conflicts(beside) == {(rose.account_id, "partner")}
    await rows.connection.execute("DELETE FROM application_party WHERE id = $1", named)
    assert await rows.conflicts(beside) == await rows.conflicts(neither) == set()


async def test_what_the_coordination_knows_of_a_member_counts(rows, rose):
    call, lab = await rows.call(), await rows.organisation("Labo")
    own = await rows.application(call, lab)
    await rows.member(call, rose, organisation_ids=[lab])
    assert await rows.conflicts(own) == {(rose.account_id, "organisation")}
    await rows.connection.execute("UPDATE committee_member SET organisation_ids = '{}'")
    assert await rows.conflicts(own) == set()


@pytest.mark.parametrize(
    ("mine", "theirs", "is_one"),
    [
        ("rose@univ-lille.fr", "contact@univ-lille.fr", True),
        ("rose@univ-lille.fr", "Contact@UNIV-Lille.FR", True),
        ("rose@univ-lille.fr", "contact@chimie.univ-lille.fr", True),
        ("rose@chimie.univ-lille.fr", "contact@univ-lille.fr", True),
        ("rose@univ-lille.fr", "contact@autre-univ-lille.fr", False),
        ("rose@univ-lille.fr", "contact@univ-amiens.fr", False),
        ("rose@gmail.com", "contact@gmail.com", False),
        ("rose@wanadoo.fr", "contact@wanadoo.fr", False),
        ("rose@rose.free.fr", "contact@rose.free.fr", False),
    ],
)
@pytest.mark.parametrize("where", ["contact", "people"])
async def test_addresses_of_one_domain_are_found_unless_anybody_has_them(
    rows, somebody, mine, theirs, is_one, where
):
    rose = somebody("Rose", email=mine)
    call = await rows.call()
    await rows.member(call, rose)
    answers = {"courriel": theirs} if where == "contact" else {"equipe": [{"nom": "A"}, {"adresse": theirs}]}
    dossier = await rows.application(call, answers=answers)
    assert await rows.conflicts(dossier) == ({(rose.account_id, "address_domain")} if is_one else set())


async def test_addresses_in_a_text_are_nobody_s_of_the_dossier(rows, rose):
    call = await rows.call()
    await rows.member(call, rose)
    dossier = await rows.application(call, answers={"resume": "Écrire à l'accueil@univ-lille.fr"})
    assert await rows.conflicts(dossier) == set()


async def test_changed_answers_are_looked_at_again(rows, rose):
    call = await rows.call()
    await rows.member(call, rose)
    dossier = await rows.application(call, answers={"courriel": "a@univ-lille.fr"}, status="draft")
    assert await rows.conflicts() == set()  # nobody judges a draft
    await rows.connection.execute(
        "UPDATE application SET status = 'submitted', submitted_at = now(), submitted_by = 'x'"
    )
    assert await rows.conflicts(dossier) == {(rose.account_id, "address_domain")}
    await rows.connection.execute("""UPDATE application SET answers = '{"courriel": "a@ailleurs.example"}'""")
    assert await rows.conflicts(dossier) == set()
    assert await rows.connection.fetchval("SELECT domain FROM application_domain") == "ailleurs.example"


async def test_whoever_leaves_an_organisation_after_its_dossier_was_begun_stays_in_conflict(rows, rose, tell):
    call, lab = await rows.call(), await rows.organisation("Labo")
    await rows.member(call, rose)
    await tell(
        "membership.changed",
        rose.account_id,
        3,
        account_id=rose.account_id,
        organisation_id=lab,
        role="editor",
    )
    before = await rows.application(call, lab)
    await tell(
        "membership.changed", rose.account_id, 4, account_id=rose.account_id, organisation_id=lab, role=None
    )
    after = await rows.application(call, lab)
    assert await rows.conflicts(before) == {(rose.account_id, "organisation")}
    assert await rows.conflicts(after) == set()
    await tell(
        "membership.changed",
        rose.account_id,
        2,
        account_id=rose.account_id,
        organisation_id=lab,
        role="editor",
    )  # older, and late
    assert await rows.conflicts(after) == set()


async def test_a_merged_organisation_takes_its_conflicts_and_their_dismissals_along(rows, somebody, tell):
    rose, paul = somebody("Rose"), somebody("Paul")
    call, gone, kept = await rows.call(), await rows.organisation("Parti"), await rows.organisation("Resté")
    for one in (rose, paul):
        await rows.member(call, one)
        await rows.belongs(one, gone)
    dossier = await rows.application(call, gone)
    await _dismiss(rows, paul)
    assert (await tell("organisation.merged", gone, 2, organisation_id=gone, into=kept)).status_code == 204
    assert await rows.conflicts(dossier) == {(rose.account_id, "organisation")}
    other = await rows.application(call, kept)
    assert await rows.conflicts(other) == {
        (rose.account_id, "organisation"),
        (paul.account_id, "organisation"),
    }


async def test_the_coordination_is_looked_at_too(rows, somebody, tell):
    clara = somebody("Clara")
    call, lab = await rows.call(), await rows.organisation("Labo")
    dossier = await rows.application(call, lab, answers={"courriel": "a@agence.example"})
    await rows.belongs(clara, lab)
    fact = {"account_id": clara.account_id, "name": "Clara", "email": "clara@agence.example"}
    assert await rows.conflicts(dossier) == set()
    await tell("team.changed", clara.account_id, 1, **fact, roles=["coordinator"])
    both = {(clara.account_id, "organisation"), (clara.account_id, "address_domain")}
    assert await rows.conflicts(dossier) == both
    await tell("team.changed", clara.account_id, 2, **fact, roles=["treasurer"])
    assert await rows.conflicts(dossier) == set()


async def _dismiss(rows, someone, kind="organisation"):
    await rows.connection.execute(
        "UPDATE conflict_of_interest SET dismissed_at = now(), dismissed_by = 'clara', dismissal_reason = 'Vu' "
        "WHERE account_id = $1 AND kind = $2",
        someone.account_id,
        kind,
    )


async def test_a_dismissed_conflict_comes_back_only_with_more_evidence(rows, rose):
    call, lab, museum = await rows.call(), await rows.organisation("Labo"), await rows.organisation("Musée")
    dossier = await rows.application(call)
    await rows.member(call, rose, organisation_ids=[lab, museum])

    async def partner(organisation):
        return await rows.insert(
            "application_party",
            application_id=dossier,
            role="partner",
            organisation_id=organisation,
            invited_by="tests",
        )

    first = await partner(lab)
    await _dismiss(rows, rose, "partner")
    assert await rows.conflicts(dossier) == set()
    await rows.connection.execute("UPDATE committee_member SET email = 'autre@example.org'")
    assert await rows.conflicts(dossier) == set()
    await rows.connection.execute("DELETE FROM application_party WHERE id = $1", first)
    await partner(lab)
    assert await rows.conflicts(dossier) == set()
    await partner(museum)
    assert await rows.conflicts(dossier) == {(rose.account_id, "partner")}
    [row] = await rows.connection.fetch("SELECT dismissed_by, dismissal_reason FROM conflict_of_interest")
    assert tuple(row) == (None, None)


async def test_of_two_halves_of_a_conflict_written_at_once_neither_is_missed(rows, rose, territory_url):
    call, lab = await rows.call(), await rows.organisation("Labo")
    await rows.member(call, rose)
    for _ in range(10):
        dossier = await rows.application(call)
        await rows.connection.execute("DELETE FROM membership_copy")
        ready = asyncio.Barrier(2)

        async def write(statement, *values, ready=ready):
            connection = await asyncpg.connect(territory_url)
            async with connection.transaction():
                await connection.fetchval("SELECT now()")
                await ready.wait()
                await connection.execute(statement, *values)
            await connection.close()

        await asyncio.gather(
            write("INSERT INTO membership_copy VALUES ($1, $2, 'editor', 1)", rose.account_id, lab),
            write(
                "INSERT INTO application_party (application_id, role, organisation_id, invited_by) "
                "VALUES ($1, 'partner', $2, 'x')",
                dossier,
                lab,
            ),
        )
        assert await rows.conflicts(dossier) == {(rose.account_id, "partner")}


async def test_an_erased_account_is_named_nowhere_and_its_scores_still_count(rows, rose, tell):
    call, lab = await rows.call(), await rows.organisation("Labo")
    dossier, own = await rows.application(call), await rows.application(call, lab)
    await rows.member(call, rose)
    await rows.team(rose, "reviewer")
    await rows.belongs(rose, lab)
    await rows.assign(dossier, rose)
    await rows.review(dossier, rose, 4, 2)
    assert await rows.conflicts(own) == {(rose.account_id, "organisation")}
    score = "SELECT reviews, mean, out_of FROM application_score WHERE application_id = $1"
    before = await rows.connection.fetchrow(score, dossier)
    assert tuple(before) == (1, 2.5, 5)
    told = {"account_id": rose.account_id, "email_digest": "0" * 64}
    assert (await tell("account.erased", rose.account_id, 1, **told)).status_code == 204
    assert await rows.connection.fetchrow(score, dossier) == before
    for table in (
        "membership_copy", "team_copy", "committee_member", "assignment", "conflict_of_interest", "review",
        "review_score",
    ):  # fmt: skip
        dump = str(await rows.connection.fetch(f"SELECT * FROM {table}"))
        assert str(rose.account_id) not in dump, table
        assert "rose" not in dump.lower(), table


async def test_the_list_of_public_domains_is_the_file_s(rows):
    from ombelle_events.reviews.public_domains import public_domains

    held = await rows.connection.fetch("SELECT domain FROM public_mail_domain ORDER BY domain")
    assert [row["domain"] for row in held] == sorted(set(public_domains())) == sorted(public_domains())
    assert {domain for domain in public_domains() if domain != domain.lower() or "." not in domain} == set()


async def test_whoever_loses_the_role_for_it_sits_nowhere_and_a_new_name_is_shown(rows, rose, tell):
    call = await rows.call()
    dossier = await rows.application(call)
    await rows.member(call, rose)
    await rows.assign(dossier, rose)
    fact = {"account_id": rose.account_id, "name": "Rosa", "email": "rosa@gmail.com"}
    await tell("team.changed", rose.account_id, 2, **fact, roles=["lender", "reviewer"])
    await tell(
        "team.changed", rose.account_id, 1, **{**fact, "name": "Ancienne"}, roles=[]
    )  # older, and late
    assert [one["state"] for one in (await rose.get("/reviews"))["items"]] == ["to_do"]
    await tell("team.changed", rose.account_id, 3, **fact, roles=["lender"])
    member = await rows.connection.fetchrow("SELECT name, email, left_at IS NOT NULL FROM committee_member")
    assert tuple(member) == ("Rosa", "rosa@gmail.com", True)
    assert (await rose.get("/reviews"))["items"] == []
    await rose.get(f"/applications/{dossier}", 404)
