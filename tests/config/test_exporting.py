"""A case can be taken out of Heed and read without it: all of it, and nothing else."""

import hashlib
import json
import re
import stat
from datetime import date

import pytest
from django.core.management import CommandError

from heed.audit.actions import NotOnTheRecord
from heed.audit.models import Entry
from heed.cases.actions import exclude_person
from heed.cases.models import Child, ProtectedAddress, StepTaken
from heed.config.export.arrangement import SECTIONS, arranged
from heed.config.export.reach import NOT_EXPORTED, is_reached, models_of_casework
from heed.config.export.values import SECRETS
from heed.referrals.actions import begin_draft
from heed.referrals.models import Channel, Referral
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case, a_case_with_people, declared, it_is
from tests.config.exporting import Words, a_file, everything_in, export, planted
from tests.partnership.factories import a_partnership, a_person
from tests.referrals.factories import a_nurses_draft, a_referral, staff_of
from tests.walls.canaries import STEM

OF_NO_CASE = {"earlier_review", "earlier_withdrawal", "known_columns"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def case_and_people():
    with it_is(NOON):
        yield a_case_with_people()


def refused(folder, **asked):
    with pytest.raises(CommandError) as refusal:
        export(folder, **asked)
    assert refusal.value.returncode == 2
    assert not folder.exists()
    assert list(folder.parent.iterdir()) == []
    return str(refusal.value)


def spelled(value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return next(iter(value))
    return value.decode() if isinstance(value, bytes) else value


def test_every_sealed_word_of_the_case_is_there_in_clear_and_none_of_another(
    case_and_people, tmp_path
):
    case, people = case_and_people
    words, others = Words(), Words(start=500)
    planted(case, words)
    other = a_case(case.partnership)
    planted(other, others)

    export(tmp_path / "out", by=people["manager"], what=("case", case.reference))

    there = everything_in(tmp_path / "out").decode("utf-8", "replace")
    being_written = {"answer_draft.answers", "typed_rows.cells"}
    kept_back = {"protected_address.address", "referral.withheld", "in_key.names"}
    kept_back |= being_written
    kept_back |= {seal for seal in words.by_seal if seal.rpartition(".")[2] in SECRETS}
    missing = {
        seal
        for seal, value in words.by_seal.items()
        if seal.partition(".")[0] not in OF_NO_CASE
        and (spelled(value) in there) == (seal in kept_back)
    }
    assert missing == set()
    assert len(words.by_seal) > 80
    strangers = [
        n for n in range(501, next(others.numbers)) if f"{STEM}{n:05}" in there
    ]
    assert strangers == []
    assert other.reference not in there


def test_a_person_reads_the_words_on_pages_and_not_only_in_tables(
    case_and_people, tmp_path
):
    case, people = case_and_people
    words = Words()
    planted(case, words)

    export(tmp_path / "out", by=people["manager"], what=("case", case.reference))

    pages = "".join(p.read_text() for p in (tmp_path / "out").rglob("*.html"))
    for seal in ("child.given_name", "step_taken.reasons", "agency_answer.summary"):
        assert spelled(words.by_seal[seal]) in pages
    assert "<script" not in pages
    assert "http" not in pages.replace("http-equiv", "")


def test_every_kind_of_row_of_casework_is_exported_or_left_out_for_a_reason():
    assert [m._meta.label for m in models_of_casework() if not is_reached(m)] == []
    known = {model._meta.label for model in models_of_casework()}
    assert set(NOT_EXPORTED) <= known
    assert all(len(reason) > 30 for reason in NOT_EXPORTED.values())


def test_a_kind_of_row_has_one_place_in_the_reading_order_or_comes_at_the_end():
    placed = [label for section in SECTIONS for label in section.labels]
    known = {model._meta.label for model in models_of_casework()}
    assert len(placed) == len(set(placed))
    assert set(placed) - known == set()
    added = type("Added", (), {"_meta": type("Meta", (), {"label": "new.Added"})})
    *_, (rest, rows) = arranged({added: [1, 2]})
    assert (rest.title, rows) == ("Other records", {added: [1, 2]})


def test_the_record_says_first_who_took_it_out_and_the_step_says_why(
    case_and_people, tmp_path
):
    case, people = case_and_people
    a_file(case, Words())

    export(tmp_path / "out", by=people["manager"], what=("case", case.reference))

    last = Entry.objects.order_by("-sequence")[:2]
    assert {each.what for each in last} == {"export_case", "export_document"}
    step = StepTaken.objects.get(step="export_case")
    assert (step.reasons, step.by_id) == ("For the inquest", str(people["manager"].pk))
    entries = json.loads((tmp_path / "out/data/record.json").read_text())
    assert "export_case" in {each["what"] for each in entries}


def test_without_the_record_not_a_byte_is_written(
    case_and_people, tmp_path, monkeypatch
):
    case, people = case_and_people

    def full(**_):
        raise NotOnTheRecord("The disk is full.")

    monkeypatch.setattr("heed.cases.steps.record", full)
    asked = {"by": people["manager"], "what": ("case", case.reference)}
    assert "could not be put on the record" in refused(tmp_path / "out", **asked)


def test_what_fails_half_way_leaves_nothing(case_and_people, tmp_path, monkeypatch):
    case, people = case_and_people
    a_file(case, Words())

    def torn(*_, **__):
        raise OSError(28, "No space left on device", "out")

    monkeypatch.setattr("heed.config.export.pages.put_page", torn)
    asked = {"by": people["manager"], "what": ("case", case.reference)}
    assert "No space left" in refused(tmp_path / "out", **asked)


def test_only_a_manager_who_may_open_the_case_takes_it_out(case_and_people, tmp_path):
    case, people = case_and_people
    case = a_case(case.partnership)  # a reference that no other partnership has given
    declared(case, people["manager"], people["coordinator"])
    one = {"what": ("case", case.reference)}
    assert "Only a manager" in refused(tmp_path / "a", by=people["coordinator"], **one)
    assert Entry.objects.filter(what="export_case", result="refused").count() == 1

    stranger = a_case_with_people()[1]["manager"]
    unknown = refused(tmp_path / "a", by=stranger, **one)
    exclude_person(
        case,
        person=people["coordinator"],
        reason="Kin",
        by=people["manager"],
        at=NOON,
    )
    excluded = refused(tmp_path / "a", by=people["coordinator"], **one)
    assert unknown.startswith(f"There is no case {case.reference} that ")
    assert excluded.startswith(f"There is no case {case.reference} that ")
    assert "Say why" in refused(tmp_path / "a", by=people["manager"], reason=" ", **one)


def test_all_takes_every_case_that_the_person_may_open(case_and_people, tmp_path):
    case, people = case_and_people
    second, hidden = a_case(case.partnership), a_case(case.partnership)
    declared(second, people["manager"])

    said = export(tmp_path / "out", by=people["manager"], what=("all",))

    assert [each["reference"] for each in said["cases"]] == [
        case.reference,
        second.reference,
    ]
    index = (tmp_path / "out/index.html").read_text()
    assert hidden.reference not in index
    assert (tmp_path / "out" / second.reference / "pages/record.html").is_file()
    assert export(tmp_path / "b", by=people["manager"], what=("case", "all"))["cases"]


def test_all_takes_the_referrals_that_no_case_holds(case_and_people, tmp_path):
    case, people = case_and_people
    ours = a_referral(case.partnership, event__summary="He was found =cold.")
    typed = begin_draft(
        partnership=case.partnership,
        channel=Channel.TELEPHONE,
        by=people["coordinator"],
        at=NOON,
    )
    theirs = a_referral(a_partnership(at=NOON))
    being_written = a_nurses_draft(staff_of(case.partnership)["nurse"])

    said = export(tmp_path / "out", by=people["manager"], what=("all",))

    taken = {each["reference"] for each in said["referrals"]}
    assert taken == {ours.reference, ""}
    folder = tmp_path / "out/referrals"
    assert {each.name for each in folder.iterdir()} == {
        ours.reference,
        f"draft-{typed.public_id[:8]}",
    }
    pages = "".join(p.read_text() for p in (folder / ours.reference).rglob("*.html"))
    assert "He was found =cold." in pages
    assert "Take a referral out of Heed" in pages
    listed = (tmp_path / "out/index.html").read_text()
    assert f'href="referrals/{ours.reference}/index.html"' in listed
    there = everything_in(tmp_path / "out").decode("utf-8", "replace")
    for other in (theirs, being_written):
        assert other.public_id not in there
    for each in (tmp_path / "out").rglob("*.html"):
        for link in re.findall(r'href="([^"#]+)', each.read_text()):
            assert (each.parent / link).exists(), (each.name, link)
    step = StepTaken.objects.get(step="export_referral", spine_id=ours.pk)
    assert step.reasons == "For the inquest"


def test_every_sealed_word_of_a_referral_is_there_and_none_that_is_withheld(
    case_and_people, tmp_path
):
    case, people = case_and_people
    words = Words()
    referral = planted(case, words)[Referral]
    Referral.objects.filter(pk=referral.pk).update(
        case=None, stage=Stage.REFERRAL_RECEIVED, reference="R-1", received_at=NOON
    )

    export(tmp_path / "out", by=people["manager"], what=("all",))

    there = everything_in(tmp_path / "out/referrals/R-1").decode("utf-8", "replace")
    of_it = {
        seal: spelled(value) in there
        for seal, value in words.by_seal.items()
        if seal.partition(".")[0] in {"referral", "referrer", "added_information"}
        and seal.rpartition(".")[2] not in SECRETS
    }
    assert of_it.pop("referral.withheld") is False
    assert {"referral.answers", "referrer.identity"} <= of_it.keys()
    assert [seal for seal, found in of_it.items() if not found] == []


def test_a_referral_leaves_only_for_a_manager_and_with_a_case_once_one_holds_it(
    case_and_people, tmp_path
):
    case, people = case_and_people
    ours = a_referral(case.partnership)
    asked = {"by": people["coordinator"], "what": ("all",)}
    assert "Only a manager" in refused(tmp_path / "a", **asked)

    stranger = a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)
    asked = {"by": stranger, "what": ("all",)}
    assert "There is nothing that" in refused(tmp_path / "a", **asked)

    Referral.objects.filter(pk=ours.pk).update(case=case)
    said = export(tmp_path / "out", by=people["manager"], what=("all",))
    assert said["referrals"] == []


def test_the_folder_is_for_its_owner_alone_and_its_checksums_hold(
    case_and_people, tmp_path
):
    case, people = case_and_people
    a_file(case, Words())
    out = tmp_path / "out"
    out.mkdir(mode=0o755)

    export(out, by=people["manager"], what=("case", case.reference))

    modes = {stat.S_IMODE(p.stat().st_mode) & 0o077 for p in [out, *out.rglob("*")]}
    assert modes == {0}
    lines = (out / "SHA256SUMS").read_text().splitlines()
    for digest, name in (line.split("  ", 1) for line in lines):
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest
    assert len(lines) == sum(p.is_file() for p in out.rglob("*")) - 1


@pytest.mark.parametrize("there", ["a file in it", "a file"])
def test_nothing_that_is_there_is_written_over(case_and_people, tmp_path, there):
    case, people = case_and_people
    out = tmp_path / "out"
    if there == "a file":
        out.write_text("kept")
    else:
        out.mkdir()
        (out / "kept").write_text("kept")
    before = Entry.objects.count()

    with pytest.raises(CommandError):
        export(out, by=people["manager"], what=("case", case.reference))

    assert Entry.objects.count() == before
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


# Where somebody lives now


@pytest.fixture
def protected(case_and_people):
    case, people = case_and_people
    child = Child.objects.create(
        case=case,
        partnership=case.partnership,
        data_key=case.data_key,
        number=1,
        address="12 Otter Lane",
        notes="She lives at 7, Vole reach now; her school writes to QS12AB.",
    )
    ProtectedAddress.objects.create(
        case=case,
        partnership=case.partnership,
        data_key=case.data_key,
        of_child=child,
        recorded_at=NOON,
        address="7 Vole Reach, Ottershaw, QS1 2AB",
    )
    return case, people


def test_a_protected_address_is_nowhere_however_it_was_typed(protected, tmp_path):
    case, people = protected
    words = Words()
    for content in (
        b"Seen at 7 Vole\nReach.",
        b"He wrote to qs1 2ab.",
        b"Seen at home.",
    ):
        a_file(case, words, content, "seen.txt")

    said = export(tmp_path / "out", by=people["manager"], what=("case", case.reference))

    there = " ".join(everything_in(tmp_path / "out").decode().casefold().split())
    assert [w for w in ("vole", "qs1", "ottershaw") if w in there] == []
    assert "12 otter lane" in there
    assert "seen at home." in there
    assert (said["cases"][0]["files"], said["cases"][0]["left_out"]) == (1, 2)
    assert "it holds an address that is kept apart" in there


def test_a_file_that_nobody_could_search_for_it_stays(protected, tmp_path):
    case, people = protected
    picture = b"\x89PNG\r\n\x1a\n" + bytes(100)
    a_file(case, Words(), picture, "house.png")

    said = export(tmp_path / "out", by=people["manager"], what=("case", case.reference))

    assert said["cases"][0]["left_out"] == 1
    assert "could not be searched" in (tmp_path / "out/index.html").read_text()


# Files that could do harm; cells: test_formulas_in_exports


def test_a_file_that_was_refused_has_a_name_that_opens_nothing(
    case_and_people, tmp_path
):
    case, people = case_and_people
    a_file(case, Words(), b"<html><script>alert(1)</script></html>", "../../x.html")

    export(tmp_path / "out", by=people["manager"], what=("case", case.reference))

    assert [p.name for p in (tmp_path / "out/files").iterdir()] == ["0001-x.html.kept"]
