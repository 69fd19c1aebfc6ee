"""Where webhooks may lead: never to a machine that only we reach."""

import socket
from ipaddress import ip_network

import pytest
from access_people import problem
from ombelle_gateway.accounts.settings import Settings
from ombelle_gateway.accounts.webhooks.doors import AddressRefused, Doors

PUBLIC = ("93.184.216.34", "2001:4860:4860::8888")
PRIVATE = (
    "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
    "ff02::1", "::ffff:127.0.0.1", "::ffff:93.184.216.34", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
)  # fmt: skip


def test_public_machines_alone_are_reached():
    assert [one for one in PUBLIC if not Doors().is_open(one)] == []
    assert [one for one in PRIVATE if Doors().is_open(one)] == []


def test_an_operator_opens_more_on_purpose():
    doors = Doors((ip_network("127.0.0.0/8"),))
    assert doors.is_open("127.0.0.1")
    assert not doors.is_open("10.0.0.1")
    assert not doors.is_open("::1")
    settings = Settings(database_url="postgresql://x", webhook_networks="127.0.0.0/8, ::1/128")
    assert settings.webhook_networks == (ip_network("127.0.0.0/8"), ip_network("::1/128"))
    assert Settings(database_url="postgresql://x").webhook_networks == ()


@pytest.mark.parametrize("where", [("169.254.169.254", 80), ("::1", 80, 0, 0)])
def test_no_socket_is_made_towards_them(where):
    family = socket.AF_INET6 if len(where) == 4 else socket.AF_INET
    with pytest.raises(AddressRefused):
        Doors().socket_for((family, socket.SOCK_STREAM, 6, "", where))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "169.254.169.254", "[::1]", "2130706433", "0x7f.1", "0177.0.0.1",
     "nowhere.invalid", "[::ffff:10.0.0.1]", "127.0.0.1."],
)  # fmt: skip
async def test_an_address_inside_or_nowhere_is_refused_when_it_is_written(people, host):
    organisation = await people.organisation()
    administrator = await people.member(organisation, "administrator")
    body = {
        "organisation_id": str(organisation),
        "name": "a",
        "url": f"https://{host}/",
        "events": ["application.decided"],
    }
    refused = await people.ask("POST", "/webhooks", administrator, json=body)
    assert problem(refused) == (422, "address_not_public")
    assert refused.json()["detail"] == "Cette adresse ne mène pas à un serveur public : vérifiez-la."


async def test_plain_http_serves_on_a_developer_s_machine_only(people):
    organisation = await people.organisation()
    administrator = await people.member(organisation, "administrator")
    body = {
        "organisation_id": str(organisation),
        "name": "a",
        "url": "http://93.184.216.34/",
        "events": ["application.decided"],
    }
    refused = await people.ask("POST", "/webhooks", administrator, json=body)
    assert refused.json()["errors"] == [
        {"pointer": "/body/url", "code": "invalid", "detail": "Une adresse en https:// est attendue."}
    ]
