"""What those concerned would read, each different message once."""

from bot.releasing.message_preview import previews
from bot.render import LONGEST, units
from tests.bot.handlers.changing import changed
from tests.bot.releasing.views import ENGLISH, told, view
from tests.two_days import AGENDA, at

NOW = at(11, "13:52")
BOTH = changed("closing", changed("peace", AGENDA, room="nobel"), room="munch")
PEACE, CLOSING = view(BOTH).lines


def test_message_that_most_would_read_comes_first() -> None:
    people = [told("Ada", CLOSING), told("Bo", PEACE, CLOSING), told("Cy", CLOSING)]
    found = previews(ENGLISH, view(BOTH, people=people), NOW)
    heads = [each.partition("\n\n")[0] for each in found]
    assert heads == ["This is what 2 people would read:", "This is what 1 person would read:"]
    assert ["Closing" in each for each in found] == [True, True]
    assert ["Peace processes" in each for each in found] == [False, True]


def test_long_messages_fit_below_their_heading() -> None:
    after = AGENDA
    for session in AGENDA.sessions:
        after = changed(session.session_id, after, title="&" * 2000, room="munch")
    lines = view(after).lines
    (found,) = previews(ENGLISH, view(after, people=[told("Ada", *lines)]), NOW)
    assert units(found) <= LONGEST


def test_each_reads_of_their_own_part() -> None:
    after = changed("peace", AGENDA, chairs=("ada@example.org",))
    (peace,) = view(after).lines
    people = [told("Ada", peace, key="ada@example.org"), told("Bo", peace, key="bo")]
    chairs, no_longer = previews(ENGLISH, view(after, people=people), NOW)
    assert ("you chair it" in chairs, "you no longer have one" in no_longer) == (True, True)
