from typing import get_args

import pytest
from ombelle_events.programme import vocabulary


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        (vocabulary.Theme, vocabulary.THEMES),
        (vocabulary.ActivityType, vocabulary.ACTIVITY_TYPES),
        (vocabulary.Audience, vocabulary.AUDIENCES),
        (vocabulary.SchoolLevel, vocabulary.SCHOOL_LEVELS),
        (vocabulary.Need, vocabulary.ACCESSIBILITY),
        (vocabulary.Status, vocabulary.STATUSES),
        (vocabulary.Publication, vocabulary.PUBLICATIONS),
        (vocabulary.Structure, vocabulary.STRUCTURES),
        (vocabulary.AttendanceMode, vocabulary.ATTENDANCE_MODES),
        (vocabulary.CommuneSize, vocabulary.COMMUNE_SIZES),
    ],
)
def test_every_code_has_a_label_and_no_other_has(kind, labels):
    assert get_args(kind) == tuple(labels)
    assert len(set(labels.values())) == len(labels)
