"""Files that loop, lie about what they are, or say a little too often; more of `bombs.py`."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence

from benchmarks.bombs import (
    DOCUMENT,
    MIB,
    SENTENCE,
    SLIDE,
    A,
    P,
    W,
    entries,
    huge_picture,
    locked_office,
    many_pages,
    one_page,
    pdf,
    slides,
    swollen,
    with_part,
    word,
    zipped,
)

LINE = f"BT /F 9 Tf 9 9 Td ({SENTENCE}) Tj ET\n".encode()
WHITE = b"BT 1 g /F 9 Tf 99 99 Td (Nobody sees this.) Tj ET\n"


def page_of(content: bytes, more: bytes = b"") -> bytes:
    """Write a PDF of one page with that content."""
    return one_page(zlib.compress(content, 9), 1, more)


def with_objects(first_page: bytes, *more: bytes) -> bytes:
    """Write a PDF whose page (object 3) has those entries; further objects count from 6."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R /PageLabels 6 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % first_page,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(LINE), LINE),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    """Write a stream that is deflated already."""
    head = b"<< /Length %d /Filter /FlateDecode %s >>" % (len(content), more)
    return b"%s\nstream\n%s\nendstream" % (head, content)


def annotated(count: int) -> bytes:
    """Write a page with so many notes stuck on it."""
    note = b"<< /Type /Annot /Subtype /Text /Rect [9 9 99 99] /Contents (Look here.) >> "
    return with_objects(b"/Resources << /Font << /F 5 0 R >> >> /Annots [%s]" % (note * count))


def coded_font(mib: int) -> bytes:
    """Write a page whose font comes with a table of characters of so many MiB."""
    table = swollen(b"1 beginbfchar <01> <0041> endbfchar\n".ljust(64), mib, 1)
    return with_objects(
        b"/Resources << /Font << /F 7 0 R >> >>",
        b"<< /Nums [0 << /S /R /St 2147483647 >>] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R >>",
        stream(table),
    )


def drawn_font(levels: int) -> bytes:
    """Write a page whose letters are drawn by letters that are drawn by letters."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0]"
        b" /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9]"
        b" /CharProcs << /a %d 0 R >> /Resources << /Font << /F %d 0 R >> >> >>"
    )
    letters = b"BT /F 9 Tf (aaaaaaaaaa) Tj ET"
    drawing = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(letters), letters)
    fonts = [
        each for level in range(levels) for each in (font % (8 + 2 * level, 9 + 2 * level), drawing)
    ]
    last = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return with_objects(b"/Resources << /Font << /F 7 0 R >> >>", b"<< >>", *fonts, last)


def claiming_picture(kind: str, side: int) -> bytes:
    """Write a picture whose header claims to be that wide and high, below white text."""
    jbig2 = b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13" + struct.pack(">II", side, side)
    jpx = b"\xff\x4f\xff\x51\x00\x29\x00\x00" + struct.pack(
        ">IIIIIIII", side, side, 0, 0, side, side, 0, 0
    )
    data = {"JBIG2Decode": jbig2 + bytes(11), "JPXDecode": jpx + b"\x00\x01\x07\x01\x01"}[kind]
    shown = b"q 595 0 0 842 0 0 cm /X Do Q " + WHITE
    image = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace"
        b" /DeviceGray /Filter /%s /Length %d >>\nstream\n%s\nendstream"
    )
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources"
        b" << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        image % (side, side, kind.encode(), len(data), data),
    )


def looping_xref() -> bytes:
    """Write a PDF whose table of objects goes back to itself."""
    good = many_pages(3)
    start = good.rindex(b"xref\n0", 0, good.rindex(b"startxref"))
    return good.replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Prev %d >>" % start)


def overlapping(count: int) -> bytes:
    """Write a container whose directory names one big entry so many times."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in entries(word()):
            container.writestr(name, data)
        container.writestr("word/media/a.bin", bytes(2 * MIB))
        info = container.getinfo("word/media/a.bin")
        for number in range(count):
            other = zipfile.ZipInfo(f"word/media/{number}.bin")
            for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(other, field, getattr(info, field))
            container.filelist.append(other)
    return target.getvalue()


def linked_word(address: str) -> bytes:
    """Write a Word document that has its picture, template and note fetched from an address."""
    kinds = ("image", "attachedTemplate", "footnotes", "hyperlink")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="x{at}" Type="{kind}/{name}" Target="{address}" TargetMode="External"/>'
        for at, name in enumerate(kinds)
    )
    name = "word/_rels/document.xml.rels"
    own = (
        dict(entries(word()))[name].decode().replace("</Relationships>", f"{links}</Relationships>")
    )
    return with_part(word(), name, own.encode())


def word_with(body: str, before: str = "") -> bytes:
    """Write a Word document of that body, in XML."""
    text = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return with_part(word(), DOCUMENT, text.encode())


def reading_the_disk(path: str) -> bytes:
    """Write a Word document that names a file of the reader's disk as part of its text."""
    text = "<w:p><w:r><w:t>Here: &x; and there.</w:t></w:r></w:p>"
    return word_with(text, f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{path}">]>')


def numbered_word() -> bytes:
    """Write a Word document whose list begins at a number that has no end in letters."""
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        '<w:start w:val="2000000000"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = f"<w:p>{listed}<w:r><w:t>{SENTENCE}</w:t></w:r></w:p>" * 99
    return with_part(word_with(body), "word/numbering.xml", numbering.encode())


def wide_table(rows: int, columns: int) -> bytes:
    """Write a slide with a table of so many cells."""
    cell = "<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>7</a:t></a:r></a:p></a:txBody></a:tc>"
    row = f'<a:tr h="1">{cell * columns}</a:tr>'
    grid = '<a:gridCol w="1"/>' * columns
    head = (
        '<p:nvGraphicFramePr><p:cNvPr id="2" name=""/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm>'
    )
    table = f"<a:tbl><a:tblPr/><a:tblGrid>{grid}</a:tblGrid>{row * rows}</a:tbl>"
    address = "http://schemas.openxmlformats.org/drawingml/2006/table"
    frame = (
        f"<p:graphicFrame>{head}<a:graphic>"
        f'<a:graphicData uri="{address}">{table}</a:graphicData></a:graphic></p:graphicFrame>'
    )
    group = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    )
    tree = f"<p:cSld><p:spTree>{group}{frame}</p:spTree></p:cSld>"
    return with_part(slides(), SLIDE, f'<p:sld xmlns:a="{A}" xmlns:p="{P}">{tree}</p:sld>'.encode())


def scattered(count: int) -> Sequence[bytes]:
    """Draw so many words all over a page, each at a place of its own."""
    return [
        b"BT /F 4 Tf %d.%d %d Td (word) Tj ET\n" % (at * 7 % 580, at % 97, at * 13 % 840)
        for at in range(count)
    ]


ODD_FILES: dict[str, Callable[[], bytes]] = {
    "looping-xref.pdf": looping_xref,
    "annotations-100000.pdf": lambda: annotated(100_000),
    "texts-1000000.pdf": lambda: page_of(b"BT /F 1 Tf 9 9 Td (a) Tj ET\n" * 1_000_000),
    "scattered-30000.pdf": lambda: page_of(b"".join(scattered(30_000))),
    "white-words-100000.pdf": lambda: page_of((LINE + WHITE) * 50_000),
    "coded-font.pdf": lambda: coded_font(200),
    "drawn-font.pdf": lambda: drawn_font(12),
    "picture-below-text.pdf": lambda: huge_picture(60_000, WHITE),
    "jbig2-claims.pdf": lambda: claiming_picture("JBIG2Decode", 60_000),
    "jpx-claims.pdf": lambda: claiming_picture("JPXDecode", 60_000),
    "names-loop.pdf": lambda: with_objects(
        b"/Resources << /Font << /F 5 0 R >> >>", b"<< /Kids [6 0 R 6 0 R] >>"
    ),
    "pages-shared.pdf": lambda: pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count 900000 >>" % (b"3 0 R " * 900_000),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ),
    "states-10000000.pdf": lambda: page_of(b"q " * 10_000_000 + LINE),
    "pdf-and-zip.pdf": lambda: many_pages(2) + word(),
    "pdf-and-zip.docx": lambda: many_pages(2) + word(),
    "huge-picture.docx": lambda: zipped(
        *entries(word()), ("word/media/a.pdf", huge_picture(9_000))
    ),
    "entries-150000.docx": lambda: zipped(*((f"{n}", b"") for n in range(150_000))),
    "overlapping.docx": lambda: overlapping(1_900),
    "linked.docx": lambda: linked_word("http://127.0.0.1:9/a"),
    "reads-the-disk.docx": lambda: reading_the_disk("/etc/passwd"),
    "numbers.docx": numbered_word,
    "wide-table.pptx": lambda: wide_table(400, 400),
    "styles.html": lambda: b"<style>" + b"a" * (9 * MIB) + b"</style><p>" + SENTENCE.encode(),
    "one-line.md": lambda: b"*a _b " * (19 * MIB // 6),
    "links.md": lambda: b"[a](" * 100_000 + SENTENCE.encode(),
    "notes.md": lambda: b"".join(b"[^%d]: a[^%d]\n\n" % (n % 999, n % 999) for n in range(90_000)),
    "utf-16.txt": lambda: SENTENCE.encode("utf-16") * 9,
    "utf-16-no-mark.txt": lambda: SENTENCE.encode("utf-16-le"),
    "utf-7.txt": lambda: "Le café fermé.".encode("utf-7"),
    "nul.txt": lambda: b"The quay\x00is open.\n" * 9,
    "other-letters.txt": lambda: bytes(range(0x80, 0x100)) * (19 * MIB // 128),
    "table-words.txt": lambda: b"a | b | 1. c\n\n" * 90_000,
    "rich.rtf": lambda: b"{\\rtf1 The quay is open.}",
    "old.doc": lambda: locked_office()[:72],
    "old.xls": lambda: locked_office()[:72],
    "old.pptx": lambda: locked_office()[:72],
    "nothing.pdf": lambda: b"",
    "picture.pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(99),
}
