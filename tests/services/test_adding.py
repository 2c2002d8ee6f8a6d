"""Files from the terminal: what comes in, what stays out, what is a new version, what is free."""

from meeting.people import Participant
from services.adding import Added, Wish
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
    added = desk.add("b.txt", "Other\nText.", title="Costs")
    assert added == Added("Costs", 2, passages=2, file_before="a.txt")


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
    result = desk.adding.add(desk.folder / "none.txt", Wish(), lambda share: None)
    assert result.reason == "The file cannot be opened (No such file or directory)."


def test_progress_goes_up_to_the_whole(desk: Desk) -> None:
    path = desk.folder / "long.txt"
    path.write_text("\n".join(f"Line {n}." for n in range(600)))
    shares: list[float] = []
    desk.adding.add(path, Wish(), shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.1, 1.0)  # read, and embedded


def test_file_that_can_be_nothing_else_is_a_new_version_whatever_it_is_called(desk: Desk) -> None:
    desk.add("cases.txt", "Country cases\nFour cases.")
    added = desk.add("final FINAL.txt", "Country cases\nFive cases.")
    assert added == Added("Country cases", 2, passages=2, file_before="cases.txt")
    assert [(line.title, line.number) for line in desk.shelf.published(ANYBODY)] == [
        ("Country cases", 2)
    ]


def test_file_in_doubt_is_refused_until_somebody_says_what_it_is(desk: Desk) -> None:
    desk.add("cases.txt", "Country cases\nFour cases.")
    desk.recognising.unsure.add("Country studies")
    text = "Country studies\nFive cases."
    refused = desk.add("studies.txt", text)
    path = desk.folder / "studies.txt"
    assert refused.reason == (
        "It may be a new version of “Country cases”; nothing was changed. If it is: "
        f'python ingest.py add --title "Country cases" "{path}". '
        f'If it is a new paper: python ingest.py add --new "{path}"'
    )
    assert [row.title for row in desk.shelf.everything()] == ["Country cases"]
    assert desk.model.embedded == ["Country cases", "Four cases."]
    new = desk.bring("studies.txt", text, Wish(is_new=True))
    assert new == Added("Country studies", 1, passages=2)
    again = desk.bring("studies.txt", text, Wish(is_new=True))
    assert again == Added("Country studies", 1, unchanged=True)


def test_title_ends_the_doubt(desk: Desk) -> None:
    desk.add("cases.txt", "Country cases\nFour cases.")
    desk.recognising.unsure.add("Country studies")
    added = desk.add("studies.txt", "Country studies\nFive cases.", title="Country cases")
    assert added == Added("Country cases", 2, passages=2, file_before="cases.txt")


def test_new_paper_is_still_known_by_its_file_name(desk: Desk) -> None:
    desk.add("cases.txt", "Country cases\nFour cases.")
    added = desk.bring("cases.txt", "Country cases\nFive cases.", Wish(is_new=True))
    assert added == Added("Country cases", 2, passages=2)


def test_file_without_a_passage_is_refused(desk: Desk) -> None:
    desk.reader.silent.add("blank.txt")
    assert desk.add("blank.txt", "Title\nText.") == Added(
        reason="There is nothing to read in it; is it the right file?"
    )
    assert desk.shelf.everything() == ()
