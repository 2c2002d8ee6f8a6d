"""How far the reading of a file is, and why one was refused."""

from bot.library import reading_text
from knowledge.papers import Outcome
from services.paper_drafts import Progress, Stage
from tests.bot.drafts import ENGLISH, FRENCH
from tests.bot.library.papers import version

NAME = "a&b.pdf"


def test_each_stage_is_shown_with_how_far_it_is() -> None:
    stages = (
        None,
        Progress(Stage.READING),
        Progress(Stage.READING, 40, 300),
        Progress(Stage.COMPARING),
        Progress(Stage.EMBEDDING, 3, 5),
        Progress(Stage.EMBEDDING),
    )
    assert [reading_text.how_far(ENGLISH, NAME, each) for each in stages] == [
        "I have <b>a&amp;b.pdf</b>. It is read next …",
        "Reading <b>a&amp;b.pdf</b> …",
        "Reading <b>a&amp;b.pdf</b>: page 40 of 300 …",
        "Comparing <b>a&amp;b.pdf</b> with the papers that are here …",
        "Learning <b>a&amp;b.pdf</b> by heart: 60 % …",
        "Learning <b>a&amp;b.pdf</b> by heart: 0 % …",
    ]


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    said = {reading_text.refused(FRENCH, outcome, NAME) for outcome in Outcome}
    assert len(said) == len(Outcome)
    assert reading_text.refused(ENGLISH, Outcome.NEEDS_OCR, "a.txt") == (
        "There is nothing to read in a.txt. Is it the right file?".replace("a.txt", "<b>a.txt</b>")
    )
    assert reading_text.refused(ENGLISH, Outcome.ENCRYPTED, NAME) == (
        "<b>a&amp;b.pdf</b> is locked with a password. Save it without one, and send it again."
    )


def test_same_file_is_known_whether_it_is_read_now_or_was_before() -> None:
    assert reading_text.same(ENGLISH, version(2), None, NAME) == (
        "<b>a&amp;b.pdf</b> is the very file of <b>Country cases</b>, v2, which people read now. "
        "Nothing has changed."
    )
    assert reading_text.same(ENGLISH, version(1), version(2), NAME) == (
        "<b>a&amp;b.pdf</b> is v1 of <b>Country cases</b>, and people read v2 now. Is v1 to hold "
        "again? Then roll back to it here:"
    )
