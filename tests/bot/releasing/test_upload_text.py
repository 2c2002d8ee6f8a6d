"""What is said of a file that was sent as a new agenda."""

from bot.releasing import upload_text
from bot.render import LONGEST, units
from meeting.formats.problems import Problem, Severity
from services.agenda_drafts import Uploaded
from tests.bot.releasing.views import ENGLISH, FRENCH

ERROR = Problem(Severity.ERROR, "row 3", "“late” is <no> time.")
WARNING = Problem(Severity.WARNING, "", "Nobody is in the chair.")


def test_errors_have_their_rows_and_warnings_are_left_out() -> None:
    said = upload_text.refused(ENGLISH, Uploaded((WARNING, ERROR), (), 3, None), "a&b.csv")
    assert said.split("\n")[:4] == [
        "I can’t use <b>a&amp;b.csv</b>:", "• <b>row 3</b>: “late” is &lt;no&gt; time.", "",
        "Nothing has changed. Mend the file and send it again; an agenda can be Excel (.xlsx), csv,"
        " a calendar (.ics) or schedule JSON.",
    ]  # fmt: skip


def test_many_errors_are_counted() -> None:
    said = upload_text.refused(ENGLISH, Uploaded((ERROR,) * 24, (), 3, None), "a.csv")
    assert said.split("\n")[13] == "… and 12 more"


def test_long_errors_fit_into_one_message() -> None:
    problem = Problem(Severity.ERROR, "🕊" * 400, "&" * 5000)
    said = upload_text.refused(ENGLISH, Uploaded((problem,) * 24, (), 3, None), "🕊" * 200)
    assert units(said) <= LONGEST


def test_what_was_odd_stands_above_the_draft() -> None:
    uploaded = Uploaded((WARNING,) * 5, ("Sheet “Old” was passed over.",), 1, None)
    assert upload_text.read(ENGLISH, uploaded) == (
        "I read 1 session.\n<i>Sheet “Old” was passed over.</i>\nIn the file I noticed:\n"
        "• Nobody is in the chair.\n• Nobody is in the chair.\n• Nobody is in the chair.\n"
        "… and 2 more"
    )
    assert upload_text.unchanged(FRENCH, Uploaded((), (), 2, None), 4) == (
        "J’ai lu 2 séances.\nIl dit ce que dit déjà la version 4\u202f; rien ne change."
    )
