from uuid import uuid4

import pytest
from ombelle_contracts.messages import PAYLOADS, SUBSCRIBERS, OrganisationMerged
from pydantic import ValidationError

SERVICES = {"events", "members", "loans", "gateway"}
OWNERS = {"organisation": "members", "membership": "members", "account": "gateway"}


def test_every_message_has_a_shape_and_is_heard_by_others_than_its_owner():
    assert set(PAYLOADS) == set(SUBSCRIBERS)
    for name, subscribers in SUBSCRIBERS.items():
        assert set(subscribers) <= SERVICES - {OWNERS.get(name.partition(".")[0])}, name
        assert len(subscribers) == len(set(subscribers)) > 0, name


def test_readers_ignore_what_they_do_not_know():
    one, other = uuid4(), uuid4()
    told = {"organisation_id": str(one), "into": str(other), "since": "2027"}
    assert OrganisationMerged.model_validate(told) == OrganisationMerged(organisation_id=one, into=other)


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_message_without_what_it_is_about_is_none(name):
    with pytest.raises(ValidationError):
        PAYLOADS[name].model_validate({})
