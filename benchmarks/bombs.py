"""Files made to hurt whoever reads them: they unpack to much, are deep, or never end."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import docx
import pptx
from PIL import Image
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

MIB = 1024 * 1024
SENTENCE = "The ferry leaves the northern quay at eight."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
Entry = tuple[str, bytes]


def write_files(folder: Path, files: Mapping[str, Callable[[], bytes]]) -> list[Path]:
    """Write such files into the folder; all bombs take some ten seconds."""
    paths = []
    for name, make in files.items():
        path = folder / name
        path.write_bytes(make())
        paths.append(path)
    return paths


def swollen(piece: bytes, mib: int, times: int) -> bytes:
    """Deflate that many MiB of one piece, again and again."""
    packer, block = zlib.compressobj(9), piece * (MIB // len(piece))
    data = b"".join(packer.compress(block) for _ in range(mib)) + packer.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


def pdf(*objects: bytes) -> bytes:
    """Write objects, numbered from 1 and the first the catalogue, as a PDF."""
    body, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    body += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    start = body.rfind(b"xref\n0")
    return body + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)


def one_page(content: bytes, filters: int, more: bytes = b"", box: str = "0 0 595 842") -> bytes:
    """Write a PDF of one page whose content stream was deflated `filters` times."""
    names = b"/FlateDecode " * filters
    stream = b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (
        len(content),
        names,
        content,
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> %s >> >>" % (box.encode(), more)
    )
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        stream,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def many_pages(count: int) -> bytes:
    """Write that many pages that all show one content stream."""
    content = b"BT /F 11 Tf 72 700 Td (%s) Tj ET" % SENTENCE.encode()
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R"
        b" /Resources << /Font << /F 4 0 R >> >> >>"
    )
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *[page] * count,
    )


def full_pages(count: int) -> bytes:
    """Write a report of that many pages full of text."""
    target = io.BytesIO()
    canvas = Canvas(target)
    for page in range(count):
        for line in range(40):
            canvas.drawString(
                72, 780 - 17 * line, f"Page {page}, line {line}. {SENTENCE} {SENTENCE}"[:90]
            )
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def laughing_forms(levels: int, calls: int) -> bytes:
    """Write forms each of which draws the next one several times: calls ** levels in all."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for level in range(levels):
        draws = b"/X Do " * calls
        objects.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject"
            b" << /X %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
            % (level + 6, len(draws), draws)
        )
    objects.append(
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream"
    )
    return pdf(*objects)


def deep_page_tree(depth: int) -> bytes:
    """Write a page below that many levels of the page tree."""
    levels = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(depth)
    ]
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", *levels, b"<< /Type /Page >>")


def huge_picture(pixels: int, shown: bytes = b"") -> bytes:
    """Write a PDF whose one picture is that wide and high, and what is drawn over it."""
    drawn = b"q 595 0 0 842 0 0 cm /X Do Q " + shown
    picture = swollen(b"\0", pixels * pixels // 8 // MIB + 1, 1)
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources"
        b" << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace"
        b" /DeviceGray /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (pixels, pixels, len(picture), picture),
    )


def locked_pdf() -> bytes:
    """Write a PDF that asks for a password."""
    writer = PdfWriter(clone_from=io.BytesIO(many_pages(1)))
    writer.encrypt("key", "own", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def word() -> bytes:
    """Write a good Word document."""
    target, document = io.BytesIO(), docx.Document()
    document.add_paragraph(SENTENCE)
    document.save(target)
    return target.getvalue()


def slides(count: int = 1, pictures: bool = False) -> bytes:
    """Write a good presentation, or one that only shows pictures."""
    target, deck = io.BytesIO(), pptx.Presentation()
    for _ in range(count):
        slide = deck.slides.add_slide(deck.slide_layouts[6 if pictures else 5])
        if pictures:
            picture = io.BytesIO()
            Image.new("RGB", (60, 40), "grey").save(picture, "PNG")
            slide.shapes.add_picture(picture, 0, 0)
        else:
            slide.shapes.title.text = SENTENCE
    deck.save(target)
    return target.getvalue()


def entries(data: bytes) -> Iterator[Entry]:
    """Unpack a container."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        for name in container.namelist():
            yield name, container.read(name)


def zipped(*packed: Entry) -> bytes:
    """Pack a container."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in packed:
            container.writestr(name, data)
    return target.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """Replace one part of a container, or add it."""
    kept = [(entry, content) for entry, content in entries(data) if entry != name]
    return zipped(*kept, (name, part))


def declaring(data: bytes, size: int) -> bytes:
    """Let the directory of a container say that its first entry unpacks to that many bytes."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    changed[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(changed)


def locked_office() -> bytes:
    """Write the beginning of an Office file with a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "EncryptedPackage".encode("utf-16-le")


def laughing_xml(root: str, namespace: str) -> bytes:
    """Write XML whose entities would grow to 10 ** 9 letters."""
    names = "abcdefghij"
    lines = [f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)]
    return (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "laughter">{"".join(lines)}]>'
        f'<{root} xmlns:{root[0]}="{namespace}">&j;</{root}>'
    ).encode()


def deep_word(depth: int) -> bytes:
    """Write a Word document of content controls in one another."""
    inner = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"
    body = "<w:sdt><w:sdtContent>" * depth + inner + "</w:sdtContent></w:sdt>" * depth
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def deep_slide(depth: int) -> bytes:
    """Write a slide of groups in one another."""
    head = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    )
    groups = f"<p:grpSp>{head}" * depth + "</p:grpSp>" * depth
    tree = f"<p:cSld><p:spTree>{head}{groups}</p:spTree></p:cSld>"
    return f'<p:sld xmlns:a="{A}" xmlns:p="{P}">{tree}</p:sld>'.encode()


SLIDE, DOCUMENT = "ppt/slides/slide1.xml", "word/document.xml"
# Ends of names say how each is read. None may take more than 60 s or 1 GiB.
BOMBS: dict[str, Callable[[], bytes]] = {
    "nested-spaces.pdf": lambda: one_page(swollen(b" ", 300, 2), 2),
    "nested-words.pdf": lambda: one_page(swollen(b"BT /F 9 Tf (a) Tj ET\n", 300, 2), 2),
    "nested-paths.pdf": lambda: one_page(swollen(b"0 0 9 9 re f ", 300, 3), 3),
    "pages-5000.pdf": lambda: many_pages(5_000),
    "pages-5001.pdf": lambda: many_pages(5_001),
    "report-300.pdf": lambda: full_pages(300),
    "laughing-forms.pdf": lambda: laughing_forms(12, 20),
    "deep-page-tree.pdf": lambda: deep_page_tree(20_000),
    "looping-page-tree.pdf": lambda: pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"
    ),
    "huge-page.pdf": lambda: one_page(
        zlib.compress(b"1 g BT /F 900 Tf 9 9 Td (white) Tj ET"), 1, box="0 0 9000000 9000000"
    ),
    "huge-picture.pdf": lambda: huge_picture(20_000),
    "deep-arrays.pdf": lambda: pdf(b"[" * 200_000 + b"]" * 200_000),
    "locked.pdf": locked_pdf,
    "cut-short.pdf": lambda: full_pages(3)[:2_000],
    "declares-2-gib.docx": lambda: declaring(word(), 2**31),
    "declares-little.docx": lambda: declaring(
        zipped((DOCUMENT, bytes(200 * MIB)), *(e for e in entries(word()) if e[0] != DOCUMENT)),
        1_000,
    ),
    "zeros.docx": lambda: with_part(word(), "word/media/zeros.bin", bytes(240 * MIB)),
    "deep.docx": lambda: with_part(word(), DOCUMENT, deep_word(100_000)),
    "deep-200.docx": lambda: with_part(word(), DOCUMENT, deep_word(120)),
    "laughing.docx": lambda: with_part(word(), DOCUMENT, laughing_xml("w:document", W)),
    "climbs-out.docx": lambda: zipped(*entries(word()), ("../../evil.sh", b"x")),
    "entries-5000.docx": lambda: zipped(
        *entries(word()), *((f"word/{n}.xml", b"") for n in range(5_000))
    ),
    "paragraphs-200000.docx": lambda: with_part(
        word(),
        DOCUMENT,
        f'<w:document xmlns:w="{W}"><w:body>'.encode()
        + b"<w:p><w:r><w:t>The quay is open.</w:t></w:r></w:p>" * 200_000
        + b"</w:body></w:document>",
    ),
    "locked.docx": locked_office,
    "declares-2-gib.pptx": lambda: declaring(slides(), 2**31),
    "deep.pptx": lambda: with_part(slides(), SLIDE, deep_slide(50_000)),
    "deep-100.pptx": lambda: with_part(slides(), SLIDE, deep_slide(100)),
    "laughing.pptx": lambda: with_part(slides(), SLIDE, laughing_xml("p:sld", P)),
    "climbs-out.pptx": lambda: zipped(*entries(slides()), ("..\\evil.sh", b"x")),
    "pictures.pptx": lambda: slides(3, pictures=True),
    "slides-500.pptx": lambda: slides(500),
    "locked.pptx": locked_office,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 1_000_000 + SENTENCE.encode(),
    "deep-words.html": lambda: b"".join(b"<b>a " for _ in range(200_000)),
    "long.html": lambda: b"<p>" + SENTENCE.encode() * (19 * MIB // len(SENTENCE)),
    "paragraphs.html": lambda: b"<p>The quay is open." * (19 * MIB // 20),
    "table.html": lambda: b"<table>" + b"<tr><td colspan=999>a<td>b" * 100_000,
    "laughing.html": lambda: laughing_xml("html", "x"),
    "pictures.html": lambda: b"<html><body><img src='http://127.0.0.1:9/a.png'></body></html>",
    "nested-quotes.md": lambda: b">" * 500_000 + b" a",
    "nested-lists.md": lambda: b"".join(b" " * n * 2 + b"- a\n" for n in range(2_000)),
    "brackets.md": lambda: b"[" * 200_000,
    "stars.md": lambda: b"*a _b " * 200_000,
    "long-line.txt": lambda: b"a" * (19 * MIB),
    "lines.txt": lambda: b"1. a\n" * (4 * MIB),
}
