"""F21: two broken papers of every kind go all the way: quarantine, confined reader,
database. 10,000 in bench/mutants.py; 300 through the readers in tests/papers."""

import pytest

from heed.documents.models import Document
from tests.cases.factories import NOON
from tests.documents.standing_by import readers_standing_by
from tests.documents.taken_in import verdict_on
from tests.papers.mutants import mutant, papers
from tests.partnership.factories import a_partnership
from tests.referrals.factories import a_referral

MOST_MEMORY = 256 * 1024
KINDS = len(papers())


@pytest.fixture(scope="module")
def readers():
    with readers_standing_by() as standing_by:
        yield standing_by


@pytest.mark.django_db
@pytest.mark.parametrize("times", [0, 1])
def test_a_broken_paper_of_every_kind_is_taken_in_and_has_a_verdict(readers, times):
    referral = a_referral(a_partnership(at=NOON))
    numbers = range(times * KINDS, (times + 1) * KINDS)

    verdicts = [verdict_on(number, referral, at=NOON) for number in numbers]

    assert [each for each in verdicts if each.is_fault] == []
    assert (
        Document.objects.count() >= KINDS - 4
    )  # an email that is turned away has none
    assert readers.deaths == []
    assert 0 < readers.largest <= MOST_MEMORY
    assert {"page.tiff", "message.msg"} <= {mutant(n)[0] for n in range(2 * KINDS)}
