"""`heed due`: when something is due, as others may call it."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed.rulebook.due_command import main


def answer(capsys, *argv):
    code = main(list(argv))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(
    ("argv", "due"),
    [
        (["notification", "2026-03-30"], "2026-04-08"),
        (["rapid-review", "2026-04-02"], "2026-04-27"),
        (["rapid-review", "2026-04-02", "--policy", "include-trigger"], "2026-04-24"),
        (["publication", "2026-04-27"], "2026-10-27"),
        (["advance-copy", "2026-10-27"], "2026-10-16"),
        (["availability", "2026-10-27"], "2027-10-27"),
        (["notification", "30 March 2026"], "2026-04-08"),
        (["notification", "30", "March", "2026"], "2026-04-08"),
        (["notification", "30 Mar 2026"], "2026-04-08"),
        (["notification", "30/03/2026"], "2026-04-08"),
    ],
)
def test_the_due_date_comes_first(capsys, argv, due):
    code, out, err = answer(capsys, *argv)
    assert code == 0
    assert out.startswith(due)
    assert err == ""


def test_the_json_has_the_agreed_shape(capsys):
    code, out, _ = answer(capsys, "publication", "2026-08-30", "--json")
    told = json.loads(out)

    assert code == 0
    assert list(told) == [
        "clock",
        "force",
        "source",
        "from",
        "due",
        "last_working_day",
        "counting",
    ]
    assert told["clock"] == "publication"
    assert told["force"] == "statutory_guidance"
    assert told["from"] == "2026-08-30"
    assert told["due"] == "2027-02-28"
    assert told["last_working_day"] == "2027-02-26"
    assert all(list(day) == ["date", "counts", "why"] for day in told["counting"])


def test_the_counting_shows_easter(capsys):
    _, out, _ = answer(capsys, "notification", "2026-03-30", "--json")
    days = {day["date"]: day for day in json.loads(out)["counting"]}
    assert days["2026-04-03"] == {
        "date": "2026-04-03",
        "counts": False,
        "why": "Good Friday",
    }
    assert sum(day["counts"] for day in days.values()) == 5


def test_in_words_it_says_how_binding_that_is_and_who_says_so(capsys):
    _, out, _ = answer(capsys, "rapid-review", "2 April 2026")
    assert "Monday 27 April 2026" in out
    assert "15 working days" in out
    assert "Expected by the Panel" in out


def test_a_day_off_at_the_end_is_told_with_the_last_working_day(capsys):
    _, out, _ = answer(capsys, "publication", "31 August 2026")
    assert "The last working day is Friday 26 February 2027." in out


def test_the_leap_day_is_told_with_the_safer_date(capsys):
    _, out, _ = answer(capsys, "availability", "2028-02-29")
    assert out.startswith("2029-02-28")
    assert "Set for Thursday 1 March 2029, to be safe" in out


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["funeral", "2026-03-30"], "There is no clock “funeral”"),
        (["notification", "31/02/2026"], "“31/02/2026” cannot be read as a date"),
        (["notification", "soon"], "cannot be read as a date"),
        (["notification", "2041-01-06"], "The bank holidays of 2041 are not known"),
        (["notification", "9999-12-31"], "The bank holidays of 9999 are not known"),
        (["publication", "9999-12-01"], "The bank holidays of 10000 are not known"),
        (["notification"], "arguments are required: DATE"),
        ([], "arguments are required: CLOCK, DATE"),
        (["notification", "2026-03-30", "--policy", "guess"], "invalid choice"),
        (["notification", "2026-03-30", "--sideways"], "Unrecognized arguments"),
        (
            ["publication", "2026-03-30", "--policy", "include-trigger"],
            "Only rapid-review may be counted with include-trigger",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_2(capsys, argv, sentence):
    code, out, err = answer(capsys, *argv)
    assert code == 2
    assert out == ""
    assert sentence in err
    assert err.count("\n") == 1


def test_help_is_no_failure(capsys):
    code, out, _ = answer(capsys, "--help")
    assert code == 0
    assert "advance-copy" in out


@given(st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_in_place_of_a_date_end_in_a_traceback(capsys, text):
    code, _, err = answer(capsys, "notification", "--", text)
    assert code in {0, 2}
    assert (code == 2) is bool(err)


@given(st.dates(date(2018, 1, 1), date(2035, 6, 1)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_date_is_read_as_it_was_written_in_each_way(capsys, day):
    ways = [day.isoformat(), f"{day.day} {day:%B %Y}", f"{day:%d/%m/%Y}"]
    answers = {answer(capsys, "notification", way)[1] for way in ways}
    assert len(answers) == 1


def test_it_starts_in_less_than_half_a_second_and_without_django():
    script = (
        "import sys; from heed.rulebook.due_command import main; code = main();"
        "sys.exit(code or 3 * any(m in sys.modules for m in ('django', 'holidays')))"
    )
    command = [sys.executable, "-c", script, "notification", "2026-03-30"]
    fastest = timedelta.max
    for _ in range(3):
        before = os.times()
        ran = subprocess.run(
            command, check=False, capture_output=True, env={**os.environ, "LC_ALL": "C"}
        )
        after = os.times()  # of its work: others may keep the machine busy
        worked = after.children_user - before.children_user
        worked += after.children_system - before.children_system
        fastest = min(fastest, timedelta(seconds=worked))
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.startswith(b"2026-04-08")

    assert fastest < timedelta(seconds=0.5)


def test_a_machine_that_speaks_plain_ascii_still_gets_its_sentence():
    script = "import sys; from heed.rulebook.due_command import main; sys.exit(main())"
    plain = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
    }
    ran = subprocess.run(
        [sys.executable, "-c", script, "notification", "soon"],
        check=False,
        capture_output=True,
        env=plain,
    )
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr
