from uuid import UUID, uuid4

FULL = {
    "name": "  Collectif La Marmite ",
    "legal_name": "Association La Marmite savante",
    "kind": "popular_education",
    "siret": "732 829 320 00074",
    "address": "14 rue des Pêcheurs",
    "postal_code": "59000",
    "commune_insee": "59350",
    "commune_name": "Lille",
    "latitude": 50.63,
    "longitude": 3.06,
    "website": "https://marmite.example",
    "email": "Contact@Marmite.example",
    "phone": "03 20 00 00 00",
    "description": "Des cuisiniers\net des chimistes.",
    "themes": ["health"],
    "offers": ["workshops", "visits"],
    "is_public": True,
}
STORED = FULL | {
    "name": "Collectif La Marmite",
    "siret": "73282932000074",
    "email": "Contact@marmite.example",
    "department": "59",
}
ADMINISTRATOR_ACTIONS = [
    "edit", "read_contacts", "edit_contacts", "read_memberships", "change_memberships", "invite", "decide_join_requests",
    "read_history", "leave",
]  # fmt: skip


async def test_who_enters_an_organisation_administers_it_and_reads_it_whole(people):
    alice = await people.account("Alice")
    answer = await alice.call("POST", "/organisations", json=FULL)
    entered = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/organisations/{entered['id']}"
    assert answer.headers["etag"] == '"v1"'
    read = await alice.call("GET", f"/organisations/{entered['id']}")
    assert read.json() == entered
    assert (read.headers["etag"], read.headers["cache-control"]) == ('"v1"', "private, no-store")
    times = {name: entered.pop(name) for name in ("id", "created_at", "updated_at")}
    consent = {"consented_at": entered["consent"]["consented_at"], "consented_by": "Alice"}
    expected = {name: value for name, value in STORED.items() if name != "is_public"}
    assert entered == expected | {
        "view": "full",
        "is_public": True,
        "consent": consent,
        "unadministered_since": None,
        "version": 1,
        "role": "administrator",
        "allowed_actions": ADMINISTRATOR_ACTIONS,
    }
    assert await people.posted("organisation.changed") == [
        {
            "organisation_id": times["id"],
            "name": "Collectif La Marmite",
            "kind": "popular_education",
            "commune_insee": "59350",
            "commune_name": "Lille",
            "department": "59",
            "is_public": True,
            "merged_into": None,
        }
    ]
    assert await people.posted("membership.changed") == [
        {"account_id": str(alice.account_id), "organisation_id": times["id"], "role": "administrator"}
    ]


async def test_others_read_its_brief_facts_and_nothing_more(people):
    alice, bob = await people.account("Alice"), await people.account("Bob")
    organisation = await alice.enters(**FULL)
    await (await people.account("Clara", "coordinator")).post(
        f"/organisations/{organisation}/notes", {"text": "Rappeler."}, 201
    )
    brief = {
        "view": "brief",
        "id": str(organisation),
        "name": "Collectif La Marmite",
        "kind": "popular_education",
        "commune_insee": "59350",
        "commune_name": "Lille",
        "department": "59",
        "role": None,
        "allowed_actions": ["ask_to_join"],
    }
    answer = await bob.call("GET", f"/organisations/{organisation}")
    assert answer.json() == brief
    assert "etag" not in answer.headers  # what they may not read must not tell when it changes either
    listed = await bob.get("/organisations")
    assert listed == {"items": [brief | {"unadministered_since": None}], "next": None, "total": 1}
    program = people.program(uuid4(), "organisations:read")
    assert await program.get(f"/organisations/{organisation}") == brief | {"allowed_actions": []}


async def test_the_agency_reads_every_field(people):
    alice = await people.account("Alice")
    organisation = await alice.enters(**FULL)
    for role in ("reviewer", "coordinator", "lender", "secretary", "treasurer", "administrator"):
        someone = await people.account(f"Team{role}", role)
        read = await someone.get(f"/organisations/{organisation}")
        assert (read["view"], read["email"], read["role"]) == ("full", "Contact@marmite.example", None)
        assert ("merge" in read["allowed_actions"]) == (role in {"coordinator", "secretary", "administrator"})


async def test_a_program_of_the_organisation_edits_it_but_touches_nobody(people):
    alice = await people.account("Alice")
    organisation = await alice.enters(**FULL)
    program = people.program(organisation, "organisations:read", "organisations:write")
    read = await program.get(f"/organisations/{organisation}")
    assert (read["role"], read["allowed_actions"]) == ("editor", ["read_contacts", "edit", "edit_contacts"])
    changed = await program.patch(f"/organisations/{organisation}", {"phone": "0321000000"}, if_match='"v1"')
    assert (changed["phone"], changed["version"]) == ("0321000000", 2)
    assert (await program.get("/organisations?mine=true"))["total"] == 1
    persons = await people.connection.fetchval("SELECT count(*) FROM person")
    assert persons == 1  # whoever made the token did not act in person


async def test_the_command_enters_organisations_that_wait_for_an_administrator(people):
    command = people.command()
    entered = await command.post("/organisations", {"name": "Musée", "kind": "museum_science_centre"}, 201)
    assert entered["role"] is None
    assert entered["unadministered_since"] is not None
    assert await people.posted("membership.changed") == []
    coordinator = await people.account("Clara", "coordinator")
    await coordinator.enters(name="Planétarium", without_me=True)
    listed = await coordinator.get("/organisations?unadministered=true")
    assert [(one["name"], one["unadministered_since"] is not None) for one in listed["items"]] == [
        ("Musée", True),
        ("Planétarium", True),
    ]
    bob = await people.account("Bob")
    await bob.get("/organisations?unadministered=true", 403)
    await bob.post("/organisations", {"name": "Z", "kind": "other", "without_me": True}, 403)
    assert [one["unadministered_since"] for one in (await bob.get("/organisations"))["items"]] == [None, None]


async def test_the_directory_is_found_by_words_kind_department_siret_and_what_is_mine(people):
    alice, bob = await people.account("Alice"), await people.account("Bob")
    await alice.enters(**FULL)
    await bob.enters(
        name="Médiathèque d'Ajaccio", kind="library", commune_insee="2A004", commune_name="Ajaccio"
    )
    await bob.enters(
        name="École de Saint-Denis", kind="primary_school", commune_insee="97411", commune_name="Saint-Denis"
    )

    async def names(query):
        return [one["name"] for one in (await bob.get(f"/organisations?{query}"))["items"]]

    assert await names("") == ["Collectif La Marmite", "École de Saint-Denis", "Médiathèque d'Ajaccio"]
    assert await names("q=MEDIATHEQUE%20ajaccio") == ["Médiathèque d'Ajaccio"]
    assert await names("q=savante%20lille") == ["Collectif La Marmite"]
    assert await names("q=732%20829%20320%2000074") == ["Collectif La Marmite"]
    assert await names("q=%25") == await names("")  # signs are no words: nothing is asked
    assert await names("kind=library") == ["Médiathèque d'Ajaccio"]
    assert await names("department=2A") == ["Médiathèque d'Ajaccio"]
    assert await names("department=974") == ["École de Saint-Denis"]
    assert await names("mine=true") == ["École de Saint-Denis", "Médiathèque d'Ajaccio"]
    assert await names("mine=true&kind=fablab") == []


async def test_the_directory_turns_its_pages_through_equal_names(people):
    alice = await people.account("Alice")
    ids = sorted(
        [await alice.enters(name="Même nom", commune_insee=f"5935{n}", commune_name="X") for n in range(5)]
    )
    seen, after = [], ""
    while after is not None:
        page = await alice.get(f"/organisations?limit=2{after and f'&after={after}'}")
        assert page["total"] == 5
        seen += [UUID(one["id"]) for one in page["items"]]
        after = page["next"]
    assert seen == ids
    refused = await alice.get("/organisations?after=abc", 422)
    assert refused["errors"][0]["pointer"] == "/query/after"


async def test_a_change_is_made_on_the_version_that_was_read(people):
    alice, bob = await people.account("Alice"), await people.account("Bob")
    organisation = await alice.enters(**FULL)
    path = f"/organisations/{organisation}"
    assert (await alice.patch(path, {"name": "A"}, 428, if_match=None))["code"] == "version_needed"
    # Both versions are told whole, whatever they hold: here who consented to be public, and when.
    lost = await alice.patch(path, {"name": "A"}, 412, if_match='"v0"')
    assert (lost["current"], lost["yours"]) == ((await alice.call("GET", path)).json(), {"name": "A"})
    changed = await alice.patch(path, {"name": "La Marmite", "is_public": False}, if_match='"v1"')
    assert (changed["name"], changed["version"], changed["consent"]) == ("La Marmite", 2, None)
    stale = await alice.patch(path, {"phone": None}, 412, if_match='"v1"')
    assert (stale["code"], stale["current"]["name"], stale["yours"]) == (
        "changed_meanwhile",
        "La Marmite",
        {"phone": None},
    )
    assert (await alice.patch(path, {"name": "La Marmite"}, if_match='"v2"'))[
        "version"
    ] == 2  # nothing changed
    refused = await bob.patch(path, {"name": "À moi"}, 403, if_match='"v1"')
    assert "current" not in refused
    assert [fact["name"] for fact in await people.posted("organisation.changed")] == [
        "Collectif La Marmite",
        "La Marmite",
    ]


async def test_an_editor_changes_the_page_and_the_consent_keeps_who_gave_it(people):
    alice, bob = await people.account("Alice"), await people.account("Bob")
    organisation = await alice.enters()
    await alice.post(f"/organisations/{organisation}/invitations", {"email": bob.email}, 201)
    [invitation] = (await bob.get("/me/invitations"))["items"]
    await bob.post(f"/me/invitations/{invitation['id']}/acceptance")
    changed = await bob.patch(f"/organisations/{organisation}", {"is_public": True})
    assert (changed["role"], changed["consent"]["consented_by"]) == ("editor", "Bob")


async def test_the_log_tells_what_changed_without_addresses(people):
    alice = await people.account("Alice")
    organisation = await alice.enters()
    await alice.patch(f"/organisations/{organisation}", {"email": "a@exemple.fr", "kind": "fablab"})
    [entry, _] = (await people.command().get("/audit/members?subject_kind=organisation&limit=2"))["items"]
    assert (entry["actor"], entry["action"], entry["subject_id"], entry["values"]) == (
        str(alice.account_id),
        "organisation_edited",
        str(organisation),
        {"before": {"email": None, "kind": "popular_education"}, "after": {"email": None, "kind": "fablab"}},
    )


async def test_the_closed_lists_are_public(api):
    body = (await api.get("/api/v1/organisation-kinds")).json()
    assert {name: len(values) for name, values in body.items()} == {
        "items": 17, "themes": 9, "offers": 6, "roles": 2,
    }  # fmt: skip
    assert body["items"][0] == {
        "code": "higher_education_research",
        "label_fr": "Enseignement supérieur et recherche",
        "label_en": "Higher education and research",
    }
