"""What is embedded for a passage: short ones whole, long ones in parts."""

from pathlib import Path

from tokenizers import Tokenizer

from knowledge.models import SHIPPED, shipped_folder
from knowledge.papers import Passage
from knowledge.windows import WORD_PIECES, windows

PATH = ("II. TRANSPORT", "Ferries")
SENTENCE = "The ferry from the northern pier leaves every second hour in calm weather."


def pieces(text: str) -> int:
    folder: Path = shipped_folder(SHIPPED)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return len(tokenizer.encode(text))


def test_short_passage_is_one_window_under_its_headings() -> None:
    passage = Passage(0, SENTENCE, 1, 1, PATH)
    assert windows(passage) == (f"II. TRANSPORT › Ferries\n{SENTENCE}",)


def test_passage_without_headings_is_its_text() -> None:
    assert windows(Passage(0, SENTENCE, 1, None)) == (SENTENCE,)


def test_long_prose_is_cut_at_sentence_ends_and_nothing_is_lost() -> None:
    found = windows(Passage(0, " ".join([SENTENCE] * 40), 1, 1, PATH))
    assert len(found) > 1
    assert all(pieces(window) <= WORD_PIECES for window in found)
    bodies = [window.removeprefix("II. TRANSPORT › Ferries\n") for window in found]
    assert " ".join(bodies) == " ".join([SENTENCE] * 40)


def test_every_window_of_a_long_list_has_headings_and_introducing_line() -> None:
    items = [f"- number {number}: {SENTENCE}" for number in range(40)]
    found = windows(Passage(0, "\n".join(["The ferries are these:", *items]), 1, 1, PATH))
    head = "II. TRANSPORT › Ferries\nThe ferries are these:\n"
    assert all(window.startswith(head) for window in found)
    assert all(pieces(window) <= WORD_PIECES for window in found)
    assert [line for window in found for line in window.removeprefix(head).split("\n")] == items


def test_endless_introduction_leaves_room_for_the_items() -> None:
    items = ["- one", "- two"]
    found = windows(Passage(0, "\n".join([" ".join([SENTENCE] * 30), *items]), 1, 1, PATH))
    assert all(pieces(window) <= WORD_PIECES for window in found)
    assert found[-1].endswith("- one\n- two")


def test_sentence_longer_than_a_window_stays_whole() -> None:
    endless = " ".join(["ferry"] * 400) + "."
    assert windows(Passage(0, endless, 1, 1)) == (endless,)


def test_windows_hold_as_many_sentences_as_the_model_reads() -> None:
    found = windows(Passage(0, " ".join([SENTENCE] * 40), 1, 1, PATH))
    assert pieces(f"{found[0]} {SENTENCE}") > WORD_PIECES
