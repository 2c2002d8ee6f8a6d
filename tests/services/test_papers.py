"""The shelf: what comes in, what stays out, what is a new version, what costs nothing."""

import pytest

from meeting.people import Participant
from services.errors import NotThere
from services.papers import Added
from tests.services.conftest import NOON, Desk

ANYBODY = Participant(1, "Ingrid")


def test_new_file_is_read_embedded_and_published(desk: Desk) -> None:
    assert desk.add("a.txt", "Title\nText.") == Added("Title", 1, passages=2)
    line = desk.shelf.published(ANYBODY)[0]
    assert (line.title, line.number, line.published_at, line.pages) == ("Title", 1, NOON, None)
    assert desk.shelf.file(ANYBODY, line.version_id).data == b"Title\nText."
    assert desk.model.embedded == ["Title", "Text."]


def test_unchanged_file_costs_nothing(desk: Desk) -> None:
    desk.add("a.txt", "Title\nText.")
    desk.model.embedded.clear()
    assert desk.add("a.txt", "Title\nText.") == Added("Title", 1, unchanged=True)
    assert (desk.reader.read, desk.model.embedded) == (["a.txt"], [])


def test_same_file_name_makes_a_new_version_and_embeds_only_what_changed(desk: Desk) -> None:
    desk.add("a.txt", "Title\nText.")
    desk.model.embedded.clear()
    assert desk.add("a.txt", "Title\nOther.") == Added("Title", 2, passages=2)
    assert desk.model.embedded == ["Other."]
    assert [(line.title, line.number) for line in desk.shelf.published(ANYBODY)] == [("Title", 2)]


def test_title_of_a_known_paper_makes_a_new_version_of_it(desk: Desk) -> None:
    desk.add("a.txt", "Title\nText.", title="Costs")
    assert desk.add("b.txt", "Other\nText.", title="Costs") == Added("Costs", 2, passages=2)


def test_draft_is_kept_back_until_it_is_added_without_draft(desk: Desk) -> None:
    desk.add("a.txt", "Title\nText.", draft=True)
    assert desk.shelf.published(ANYBODY) == ()
    assert [row.drafts for row in desk.shelf.everything()] == [1]
    assert desk.add("a.txt", "Title\nText.") == Added("Title", 1, passages=2)
    assert [line.number for line in desk.shelf.published(ANYBODY)] == [1]
    assert desk.reader.read == ["a.txt"]


def test_refused_file_leaves_nothing_behind(desk: Desk) -> None:
    assert desk.add("a.txt", "") == Added(reason="The file is empty; save it again.")
    assert (desk.shelf.everything(), desk.papers.revision()) == ((), 0)


def test_known_content_under_another_kind_of_name_is_read_again(desk: Desk) -> None:
    desk.add("a.txt", "Title\nText.")
    desk.add("a.md", "Title\nText.")
    assert desk.reader.read == ["a.txt", "a.md"]


def test_missing_file_is_refused_with_its_reason(desk: Desk) -> None:
    result = desk.shelf.add(desk.folder / "none.txt", None, False, lambda share: None)
    assert result.reason == "The file cannot be opened (No such file or directory)."


def test_draft_and_replaced_version_are_not_handed_out(desk: Desk) -> None:
    desk.add("a.txt", "Title\nText.")
    first = desk.shelf.published(ANYBODY)[0].version_id
    desk.add("a.txt", "Title\nOther.")
    for version_id in (first, 99):
        with pytest.raises(NotThere):
            desk.shelf.file(ANYBODY, version_id)


def test_progress_goes_up_to_the_whole(desk: Desk) -> None:
    path = desk.folder / "long.txt"
    path.write_text("\n".join(f"Line {n}." for n in range(600)))
    shares: list[float] = []
    desk.shelf.add(path, None, False, shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
