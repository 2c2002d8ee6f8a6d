"""The people of a group: by why, with Telegram's reason, on pages that fit into a message."""

from hypothesis import given
from hypothesis import strategies as st

from bot.render import LONGEST, units
from bot.reporting import sent_names
from bot.wording import load_wording
from meeting.delivery import State
from services.announcements import Group
from tests.bot.reports import line

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
NOT = Group.NOT_REACHED


def test_not_reached_are_grouped_by_why() -> None:
    lines = [
        line("Ada", State.HELD),
        line("Bo", State.FAILED, "Norad", "message is too long"),
        line("Cy <1>", State.NOT_LINKED, "A & B"),
        line("Di", State.BLOCKED),
        line("Ed", State.UNKNOWN),
        line("Fay", State.NOT_LINKED),
    ]
    assert sent_names.pages(ENGLISH, NOT, lines) == [
        "<b>Who was not reached</b>: 6\n\n"
        "<i>Have never opened the bot</i>\n• Cy &lt;1&gt;, A &amp; B\n• Fay\n\n"
        "<i>Blocked the bot</i>\n• Di\n\n"
        "<i>Doubtful: it may or may not have arrived</i>\n• Ada\n• Ed\n\n"
        "<i>Refused by Telegram</i>\n• Bo, Norad: message is too long"
    ]


def test_rest_of_the_reasons_have_their_headings() -> None:
    lines = [line(str(state), state) for state in (State.GONE, State.EXPIRED, State.CANCELLED)]
    assert sent_names.pages(ENGLISH, NOT, lines)[0].split("\n\n")[1:] == [
        "<i>No longer on Telegram</i>\n• gone",
        "<i>It would have come too late</i>\n• expired",
        "<i>Not sent: it was stopped before</i>\n• cancelled",
    ]


def test_other_groups_are_plain_lists() -> None:
    assert sent_names.pages(ENGLISH, Group.UNSEEN, [line("Ada", State.SENT, "Norad")]) == [
        "<b>Who has not tapped “Got it”</b>: 1\n• Ada, Norad"
    ]


def test_nobody_is_a_sentence() -> None:
    assert sent_names.pages(FRENCH, NOT, []) == [
        "<b>Qui ne l’a pas reçue</b>\u202f: 0\nIl n’y a plus personne ici."
    ]


def test_pages_repeat_their_heading_and_are_numbered() -> None:
    lines = [line(f"P{n:02}", State.NOT_LINKED) for n in range(41)]
    first, second = sent_names.pages(ENGLISH, NOT, lines)
    assert first.endswith("\n• P39\n\nPage 1 of 2")
    assert second == (
        "<b>Who was not reached</b>: 41\n\n<i>Have never opened the bot</i>\n• P40\n\nPage 2 of 2"
    )


@given(st.lists(st.sampled_from(list(sent_names.WHY)), max_size=120), st.text(max_size=300))
def test_everybody_is_on_a_page_that_fits(states: list[State], text: str) -> None:
    lines = [line(f"&{n}&{text}", state, text, text) for n, state in enumerate(states)]
    pages = sent_names.pages(FRENCH, NOT, lines)
    assert max(map(units, pages)) <= LONGEST
    assert sum(page.count("• &amp;") for page in pages) == len(lines)
