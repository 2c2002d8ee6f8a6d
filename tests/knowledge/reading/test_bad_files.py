"""Every bad file ends in one outcome, with a sentence that says what to do next."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image
from pypdf import PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from knowledge.papers import Outcome
from knowledge.reading.files import read

PAGES = 50
GIB = 1024**3


def pdf_bytes(text: str = "The quay is open.", pages: int = 1) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    for _ in range(pages):
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def protected(user: str, owner: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_bytes()))
    writer.encrypt(user, owner, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def picture_pdf(stamp: str = "") -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    picture = ImageReader(Image.new("RGB", (60, 80), "grey"))
    canvas.drawImage(picture, 0, 0, 595, 842)
    canvas.drawString(72, 20, stamp)
    canvas.save()
    return target.getvalue()


def pdf_without_pages() -> bytes:
    target = io.BytesIO()
    PdfWriter().write(target)
    return target.getvalue()


def docx_bytes() -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("The quay is open.")
    document.save(target)
    return target.getvalue()


def zipped(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in entries:
            container.writestr(name, data)
    return target.getvalue()


WORD = (("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>"))


def declared_huge() -> bytes:
    """A container whose directory says that one small entry unpacks to 1 GiB."""
    data = bytearray(zipped(*WORD))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (GIB).to_bytes(4, "little")
    return bytes(data)


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + stream.encode("utf-16-le")


BAD = {
    "empty pdf": ("a.pdf", b"", Outcome.DAMAGED, "empty"),
    "blank text": ("a.txt", b" \n\n", Outcome.DAMAGED, "empty"),
    "text without a letter": ("a.md", b"---\n\n!!!\n", Outcome.DAMAGED, "empty"),
    "truncated pdf": ("a.pdf", b"%PDF-1.7\n1 0 obj <<", Outcome.DAMAGED, "cut short"),
    "garbage pdf": ("a.pdf", bytes(range(256)) * 9, Outcome.DAMAGED, "cut short"),
    "pdf with a password": ("a.pdf", protected("key", "own"), Outcome.ENCRYPTED, "password"),
    "picture pdf": ("a.pdf", picture_pdf(), Outcome.NEEDS_OCR, "OCR"),
    "picture pdf with a stamp": ("a.pdf", picture_pdf("No. 7"), Outcome.NEEDS_OCR, "OCR"),
    "blank pdf": ("a.pdf", pdf_bytes(" "), Outcome.NEEDS_OCR, "OCR"),
    "pdf without pages": ("a.pdf", pdf_without_pages(), Outcome.DAMAGED, "no pages"),
    "pdf with too many pages": ("a.pdf", pdf_bytes(pages=51), Outcome.TOO_BIG, "50 pages"),
    "word named pdf": ("a.pdf", docx_bytes(), Outcome.UNSUPPORTED, "says it is a PDF"),
    "text named pdf": ("a.pdf", b"The quay is open.", Outcome.UNSUPPORTED, "holds text"),
    "pdf named docx": ("a.docx", pdf_bytes(), Outcome.UNSUPPORTED, "holds a PDF"),
    "pdf named txt": ("a.txt", pdf_bytes(), Outcome.UNSUPPORTED, "holds a PDF"),
    "web page named txt": ("a.txt", b"<!DOCTYPE html><p>x", Outcome.UNSUPPORTED, "a web page"),
    "program named md": ("a.md", b"\x7fELF\x02" + bytes(99), Outcome.UNSUPPORTED, "a program"),
    "picture": ("a.png", b"\x89PNG", Outcome.UNSUPPORTED, "end in .png"),
    "no ending": ("a", b"text", Outcome.UNSUPPORTED, "without an ending"),
    "truncated docx": ("a.docx", docx_bytes()[:900], Outcome.DAMAGED, "cut short"),
    "docx of broken xml": ("a.docx", zipped(*WORD), Outcome.DAMAGED, "cut short"),
    "docx with a password": (
        "a.docx",
        old_office("EncryptedPackage"),
        Outcome.ENCRYPTED,
        "password",
    ),
    "old word named docx": (
        "a.docx",
        old_office("WordDocument"),
        Outcome.UNSUPPORTED,
        "an old Office document",
    ),
    "docx that declares 1 GiB": ("a.docx", declared_huge(), Outcome.TOO_BIG, "unpacks"),
    "docx of zeros": (
        "a.docx",
        zipped(*WORD, ("word/media/a.bin", bytes(20_000_000))),
        Outcome.TOO_BIG,
        "unpacks",
    ),
    "docx of too many entries": (
        "a.docx",
        zipped(*WORD, *((f"word/{n}.xml", b"") for n in range(2_000))),
        Outcome.TOO_BIG,
        "unpacks",
    ),
    "docx that climbs out": (
        "a.docx",
        zipped(*WORD, ("../evil.sh", b"x")),
        Outcome.DAMAGED,
        "cut short",
    ),
    "spreadsheet named docx": (
        "a.docx",
        zipped(("[Content_Types].xml", b""), ("xl/workbook.xml", b"")),
        Outcome.UNSUPPORTED,
        "a spreadsheet",
    ),
    "zip named docx": ("a.docx", zipped(("b.txt", b"x")), Outcome.UNSUPPORTED, "a zip archive"),
}


@pytest.mark.parametrize(("name", "data", "outcome", "words"), BAD.values(), ids=BAD.keys())
def test_bad_file_ends_in_its_outcome_with_a_plain_sentence(
    tmp_path: Path, name: str, data: bytes, outcome: Outcome, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    reading = read(path, PAGES)

    assert (reading.outcome, reading.passages) == (outcome, ())
    assert words in reading.reason
    assert reading.reason[0].isupper()
    assert reading.reason.endswith(".")


def test_pdf_with_an_empty_user_password_is_read(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(protected("", "own"))

    assert read(path, PAGES).outcome is Outcome.OK


def test_entities_of_a_docx_are_not_expanded(tmp_path: Path) -> None:
    bomb = (
        b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    path = tmp_path / "paper.docx"
    with zipfile.ZipFile(io.BytesIO(docx_bytes())) as good:
        entries = [(name, good.read(name)) for name in good.namelist()]
    path.write_bytes(
        zipped(*((name, bomb if name == "word/document.xml" else data) for name, data in entries))
    )

    assert read(path, PAGES).outcome is Outcome.NEEDS_OCR
