"""Rendering is pure: equality, and properties over any text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot import render
from knowledge.answering import Answer, Citation, Claim
from knowledge.papers import Passage, Source, VersionLabel

LABEL = VersionLabel(1, "A & B", 2)


def source(paragraph: int | None = 9, page: int | None = None) -> Source:
    return Source(LABEL, Passage(0, "Text.", paragraph, page))


def visible(html: str) -> str:
    """What a reader sees of Telegram HTML; fails on tags that do not match."""

    class Reader(HTMLParser):
        text, open = "", 0

        def handle_data(self, data: str) -> None:
            self.text += data

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.open += 1

        def handle_endtag(self, tag: str) -> None:
            self.open -= 1
            assert self.open >= 0

    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == 0
    return reader.text


def test_answer_has_its_claims_first_and_its_sources_below() -> None:
    answer = Answer(
        (Claim("Costs < 5 & more.", (1,)), Claim("Three things:", (2,), ("one", "two"))),
        (Citation(1, source(9, 4), ()), Citation(2, source(None), ())),
    )
    assert render.answer(answer, "“{text}”") == (
        "“Costs &lt; 5 &amp; more.”¹\n\n“Three things:”²\n• one\n• two\n\n"
        "¹ A &amp; B, v2, ¶ 9, p. 4\n² A &amp; B, v2, front page"
    )


@given(st.lists(st.text(max_size=900), min_size=1, max_size=12))
def test_answer_of_any_length_is_one_message(items: list[str]) -> None:
    answer = Answer((Claim("List:", (1,), tuple(items)),), (Citation(1, source(), ()),))
    text = render.answer(answer, "“{text}”")
    assert render.units(text) <= render.LONGEST
    assert text.endswith("\n\n¹ A &amp; B, v2, ¶ 9")


@given(st.text(alphabet="ab .!?\n<&é😀", min_size=1, max_size=3000), st.integers(20, 400))
def test_pieces_fit_and_lose_nothing_but_white_space(text: str, most: int) -> None:
    found = render.pieces(text, most)
    assert all(render.units(piece) <= most for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_pieces_end_at_sentences_where_they_can() -> None:
    text = "The first one is here. The second one is longer than that. The third."
    assert render.pieces(text, 60) == [
        "The first one is here. The second one is longer than that.",
        "The third.",
    ]


@given(st.text(alphabet="ab .<&é😀\n", min_size=1, max_size=9000), st.integers(0, 50))
def test_passage_of_any_length_arrives_in_messages_that_are_valid(text: str, at: int) -> None:
    quote = text[at : at + 40]
    messages = render.passage("T, v1, ¶ 1", ["H & M"], "before", text, "after", [quote])
    assert all(render.units(message) <= render.LONGEST for message in messages)
    shown = "".join(visible(message) for message in messages)
    assert "".join(shown.split()) == "".join(f"T, v1, ¶ 1 H & M … before {text} after …".split())


def test_superscripts() -> None:
    assert render.superscript(12) == "¹²"
