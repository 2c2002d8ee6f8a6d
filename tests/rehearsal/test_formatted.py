from hypothesis import given
from hypothesis import strategies as st

from rehearsal.formatted import Entity, Formatted, tidied, utf16_length, utf16_slice


def covered(formatted: Formatted) -> list[tuple[str, str]]:
    text = formatted.text
    return [(e.type, utf16_slice(text, e.offset, e.length)) for e in formatted.entities]


def test_lengths_count_utf16_units() -> None:
    assert (utf16_length("aé😀"), utf16_slice("a😀b", 1, 2)) == (4, "😀")


def test_text_is_trimmed_and_entities_move_with_it() -> None:
    assert covered(tidied(Formatted("  \nBus now  ", (Entity("bold", 0, 6),)))) == [("bold", "Bus")]


def test_entity_of_trimmed_spaces_disappears() -> None:
    assert tidied(Formatted("Bus  ", (Entity("bold", 3, 2),))) == Formatted("Bus")


def test_neighbours_of_one_style_become_one() -> None:
    both = (Entity("bold", 0, 3), Entity("bold", 3, 3), Entity("bold", 0, 3))
    assert covered(tidied(Formatted("abcdef", both))) == [("bold", "abcdef")]


def test_styles_end_before_code_and_go_on_after_it() -> None:
    both = (Entity("bold", 0, 6), Entity("code", 2, 2))
    expected = [("bold", "ab"), ("code", "cd"), ("bold", "ef")]
    assert covered(tidied(Formatted("abcdef", both))) == expected


def test_commands_links_and_names_are_found() -> None:
    text = "/start https://a.org/x, write to me@a.org or @some_body about #talks; see sub.a.org"
    assert covered(tidied(Formatted(text))) == [
        ("bot_command", "/start"),
        ("url", "https://a.org/x"),
        ("email", "me@a.org"),
        ("mention", "@some_body"),
        ("hashtag", "#talks"),
        ("url", "sub.a.org"),
    ]


def test_nothing_is_found_inside_code() -> None:
    text = Formatted("/start", (Entity("code", 0, 6),))
    assert covered(tidied(text)) == [("code", "/start")]


@given(
    st.text(max_size=20),
    st.lists(
        st.builds(
            Entity,
            st.sampled_from(["bold", "italic", "code", "text_link"]),
            st.integers(0, 30),
            st.integers(0, 30),
        ),
        max_size=5,
    ),
)
def test_tidied_entities_lie_in_the_text_in_order(text: str, entities: list[Entity]) -> None:
    result = tidied(Formatted(text, tuple(entities)))
    assert result.text == text.strip()
    assert all(0 <= e.offset < e.end <= result.length for e in result.entities)
    offsets = [entity.offset for entity in result.entities]
    assert offsets == sorted(offsets)
