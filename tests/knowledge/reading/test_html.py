"""HTML: what a browser shows of a saved page."""

from pathlib import Path

import pytest

from knowledge.papers import Outcome, Passage, Reading, ReadingWarning, WarningKind
from knowledge.reading.blocks import Block, Kind
from knowledge.reading.files import read
from knowledge.reading.html import read_html

FERRY = "The ferry leaves the northern quay at eight."
SECRET = "The ferry is cancelled for good."


def blocks(folder: Path, body: str, head: str = "") -> list[Block]:
    path = folder / "a.html"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")
    return list(read_html(path).blocks)


def test_headings_paragraphs_and_lists(tmp_path: Path) -> None:
    body = f"""<h1>Plans</h1><nav>Home</nav><div>{FERRY}<p>Bring <b>along</b>:</p></div>
        <ul><li>a coat</li><li>a ticket<ol start=3><li>return</li><li><p>single</p></li></ol>
        </ul><script>alert("no")</script><pre>One\n  two</pre>"""

    assert blocks(tmp_path, body) == [
        Block("Plans", Kind.HEADING, level=1),
        Block(FERRY),
        Block("Bring along:"),
        Block("a coat", Kind.ITEM),
        Block("a ticket", Kind.ITEM),
        Block("3. return", Kind.ITEM, level=1),
        Block("4. single", Kind.ITEM, level=1),
        Block("One two"),
    ]


def test_table_gives_rows_with_their_header_and_a_table_for_layout_its_texts(
    tmp_path: Path,
) -> None:
    inner = "<table><tr><th>Boat<th>Seats<tr><td>Ann<td>40</table>"
    body = f"<table><tr><td><h2>Boats</h2>{inner}</td><td>{FERRY}</td></tr></table>"

    assert [block.text for block in blocks(tmp_path, body)] == [
        "Boats",
        "Boat: Ann · Seats: 40",
        FERRY,
    ]


@pytest.mark.parametrize(
    ("head", "hidden"),
    [
        ("", f"<p style='color:red; display : none'>{SECRET}</p>"),
        ("", f"<div hidden><p>{SECRET}</p></div>"),
        ("", f"<span style='font-size:0'>{SECRET}</span>"),
        ("<style>p.x { } .x, .y { visibility: hidden }</style>", f"<p class='a y'>{SECRET}</p>"),
        ("<style>/* { */ .x { opacity: 0 }</style>", f"<p class='x'>{SECRET}</p>"),
        ("", f"<p style='font-size: 1pt'>{SECRET}</p>"),
        ("", f"<p style='color: #FFF'>{SECRET}</p>"),
        ("", f"<p><font color=white>{SECRET}</font></p>"),
        ("", f"<p style='color: rgb(255, 255, 255); background: white'>{SECRET}</p>"),
        ("<style>.x { color: transparent }</style>", f"<p class=x>{SECRET}</p>"),
    ],
)
def test_hidden_text_is_told_and_left_out(tmp_path: Path, head: str, hidden: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<head><title>Plans</title>{head}</head><p>{FERRY}</p>{hidden}tail")

    assert read(path, 50) == Reading(
        Outcome.OK,
        title="Plans",
        passages=(Passage(0, FERRY, 1, None), Passage(1, "tail", 2, None)),
        warnings=(ReadingWarning(WarningKind.HIDDEN, None, SECRET),),
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<p style='color: white; background: navy'>{FERRY}</p>",
        f"<body bgcolor=navy><p style='color: white'>{FERRY}</p></body>",
        f"<style>body {{ background: #123 }}</style><p style='color: #fff'>{FERRY}</p>",
        f"<style>div.a {{ background-color: navy }}</style>"
        f"<div class=a><p style='color: #fff'>{FERRY}</p></div>",
        f"<link rel=stylesheet href=a.css><p style='color: #fff'>{FERRY}</p>",
        f"<div style='color: #fff'><p style='color: #000'>{FERRY}</p></div>",
        f"<style>@media print {{ .a {{ display: none }} }}</style><p class=a>{FERRY}</p>",
        f"<p style='font-size: 1em; opacity: 0.5'>{FERRY}</p>",
    ],
)
def test_text_that_may_be_seen_is_read(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(body)

    reading = read(path, 50)

    assert ([p.text for p in reading.passages], reading.warnings) == ([FERRY], ())


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252"])
def test_encoding_is_the_one_that_the_page_names(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes(f"<meta charset={encoding}><p>Le café est fermé.</p>".encode(encoding))

    assert [p.text for p in read(path, 50).passages] == ["Le café est fermé."]


def test_page_without_text_needs_ocr_and_a_pdf_by_that_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<img src='http://127.0.0.1:9/a.png'>")
    first = read(path, 50).outcome
    path.write_bytes(b"%PDF-1.7\n")

    assert (first, read(path, 50).outcome) == (Outcome.NEEDS_OCR, Outcome.UNSUPPORTED)
