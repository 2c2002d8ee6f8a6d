"""What a file may be, by its name and its first bytes."""

import pytest

from bot.library.kinds import FileKind, file_kind, is_pdf


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Country cases v2.PDF", FileKind.PAPER),
        ("note.docx", FileKind.PAPER),
        ("slides.pptx", FileKind.PAPER),
        ("page.html", FileKind.PAPER),
        ("notes.txt", FileKind.PAPER),
        ("old.doc", FileKind.OTHER_PAPER),
        ("deck.key", FileKind.OTHER_PAPER),
        ("photo.HEIC", FileKind.OTHER),
        ("papers.zip", FileKind.OTHER),
        ("agenda.xlsx", FileKind.TABLE),
        ("agenda.ics", FileKind.TABLE),
        ("agenda.v2", FileKind.TABLE),
        ("agenda", FileKind.TABLE),
        ("", FileKind.TABLE),
    ],
)
def test_kind_is_what_the_end_of_the_name_says(name: str, kind: FileKind) -> None:
    assert file_kind(name) is kind


def test_pdf_is_known_by_its_content() -> None:
    told = [is_pdf(each) for each in (b"%PDF-1.7\n", b"\n" * 900 + b"%PDF-1.4", b"a,b", b"")]
    assert told == [True, True, False, False]
