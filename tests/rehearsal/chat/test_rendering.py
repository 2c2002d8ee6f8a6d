from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from rehearsal.chat.rendering import Look, draw, preview, said, welcome, words
from rehearsal.chat.roster import Character
from rehearsal.formatted import utf16_length
from rehearsal.screen import Button, Document, Mark, ScreenMessage

PLAIN, ANSI = Look(ansi=False, width=30), Look(ansi=True, width=30)
MESSAGE = ScreenMessage(
    message_id=1,
    chat_id=1,
    from_bot=True,
    sender="Attaché",
    date=0,
    kind="text",
    text="",
    marks=(),
    rows=(),
    document=None,
    reply_to=None,
    reply_to_text="",
    edited=False,
    deleted=False,
    earlier=(),
)


def test_welcome_is_three_lines_that_fit() -> None:
    lines = welcome(Character("Ingrid Solberg"), PLAIN).split("\n")
    assert len(lines) == 3
    assert all(len(line) < 100 for line in lines)


def test_message_has_text_and_numbered_buttons() -> None:
    rows = ((Button("Show", "a"), Button("Paper", url="https://a.org")), (Button("👍", "b"),))
    assert draw(replace(MESSAGE, text="It is at two.", rows=rows), PLAIN) == (
        "Attaché\n  It is at two.\n  [1] Show   [2] Paper → https://a.org\n  [3] 👍"
    )


def test_edited_reply_with_a_document_says_all_of_that() -> None:
    message = replace(
        MESSAGE,
        kind="document",
        text="The plan",
        edited=True,
        reply_to=1,
        reply_to_text="May I\nhave it?",
        document=Document("x", "plan.pdf", 12_345),
    )
    assert draw(message, PLAIN, "var/plan.pdf") == (
        "Attaché (edited)\n  ↩ May I have it?\n  The plan\n  📎 plan.pdf (12 kB) → var/plan.pdf"
    )


def test_styles_are_ansi_codes_and_links_show_where_they_lead() -> None:
    marks = (Mark("bold", 0, 4), Mark("italic", 3, 1), Mark("text_link", 5, 4, "https://a.org"))
    message = replace(MESSAGE, text="😀ab here", marks=marks)
    assert words(message, PLAIN) == ["😀ab here (https://a.org)"]
    assert words(message, ANSI) == [
        "\x1b[1m😀a\x1b[0m\x1b[1;3mb\x1b[0m \x1b[4;36mhere\x1b[0m\x1b[2m (https://a.org)\x1b[0m"
    ]


def test_quotation_has_a_bar_before_every_line() -> None:
    text = "He said:\nthese words are wide enough to break"
    message = replace(MESSAGE, text=text, marks=(Mark("blockquote", 9, 36),))
    assert words(message, PLAIN) == ["He said:", "│ these words are wide", "│ enough to break"]


def test_text_cannot_steer_the_terminal() -> None:
    message = replace(MESSAGE, text="a\x1b[2Jb", rows=((Button("c\x07\x9b", "x"),),))
    assert draw(message, PLAIN) == "Attaché\n  a[2Jb\n  [1] c"


def test_person_is_shown_with_a_name() -> None:
    assert said(replace(MESSAGE, text="Hi"), "Ada", PLAIN) == "Ada\n  Hi"
    assert said(replace(MESSAGE, kind="sticker"), "Ada", PLAIN) == "Ada\n  (sticker)"


def test_preview_is_one_short_line() -> None:
    assert preview("a\nb") == "a b"
    assert len(preview("word " * 50)) == 60


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc", "Mn", "Me", "Cf"]), max_size=200))
def test_wrapped_lines_keep_every_word_and_fit(text: str) -> None:
    mark = Mark("bold", 0, max(utf16_length(text) // 2, 1))
    lines = words(replace(MESSAGE, text=text, marks=(mark,)), PLAIN)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(get_cwidth(line) <= PLAIN.width - 2 for line in lines)
