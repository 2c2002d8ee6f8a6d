"""The buttons that choose whom an announcement is for."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup

from bot.announcing import audience_keyboards as keyboards
from meeting.audience import Audience, Kind
from meeting.codes import short_code
from services.drafts import Choice, Reach
from tests.bot.drafts import DRAFT, ENGLISH, candidate
from tests.two_days import FUNDING, PEACE, POLICE

NEW = replace(DRAFT, audience_is_chosen=False)
TICKED = replace(DRAFT, audience=Audience(((Kind.COMMUNITY, "diplomacy"),)))
COMMUNITIES = (
    Choice(Kind.COMMUNITY, "diplomacy", "", 21),
    Choice(Kind.COMMUNITY, "development", "", 19),
    Choice(Kind.COMMUNITY, "defence and security", "", 12),
    Choice(Kind.COMMUNITY, "other", "", 4),
)


def labels(keyboard: InlineKeyboardMarkup) -> list[list[str]]:
    return [[each.text for each in row] for row in keyboard.inline_keyboard]


def data(keyboard: InlineKeyboardMarkup) -> list[str]:
    return [str(each.callback_data) for row in keyboard.inline_keyboard for each in row]


def test_at_first_there_is_nothing_to_go_on_with() -> None:
    assert labels(keyboards.top(ENGLISH, NEW, COMMUNITIES)) == [
        ["Everyone 56"],
        ["Diplomacy 21", "Development 19"],
        ["Defence and security 12"],
        ["Other communities 4"],
        ["A session…", "More…"],
        ["Cancel"],
    ]


def test_what_is_chosen_is_ticked_and_leads_on() -> None:
    shown = labels(keyboards.top(ENGLISH, TICKED, COMMUNITIES))
    assert shown[0] == ["Everyone 56"]
    assert shown[1] == ["✓ Diplomacy 21", "Development 19"]
    assert shown[-2:] == [["Names", "Next ▶"], ["Cancel"]]
    assert labels(keyboards.top(ENGLISH, DRAFT, COMMUNITIES))[0] == ["✓ Everyone 56"]


def test_a_button_says_what_it_will_do_so_that_a_second_tap_does_not_undo_it() -> None:
    code = short_code("diplomacy")
    assert data(keyboards.top(ENGLISH, NEW, COMMUNITIES))[1] == f"an:tick:12:community:{code}:0:on"
    ticked = data(keyboards.top(ENGLISH, TICKED, COMMUNITIES))[1]
    assert ticked == f"an:tick:12:community:{code}:0:off"


def test_kinds_are_those_that_have_values_and_ticked_where_one_is_chosen() -> None:
    chosen = replace(DRAFT, audience=Audience(((Kind.ROLE, "editor"),)))
    shown = keyboards.kinds(ENGLISH, chosen, [Kind.UNSEEN, Kind.ROLE])
    assert labels(shown) == [["✓ Roles"], ["Not yet seen"], ["Names", "Next ▶"], ["◀ Back"]]


def test_values_are_paged_and_long_ones_keep_their_number() -> None:
    many = [Choice(Kind.ORGANISATION, f"{n} {'Ministry ' * 9}", f"{n} {'Ministry ' * 9}", 1)
            for n in range(10)]  # fmt: skip
    first = keyboards.values(ENGLISH, NEW, Kind.ORGANISATION, many, 0)
    assert labels(first)[0] == ["0 Ministry Ministry Ministry… 1"]
    assert labels(first)[-2:] == [["More ▶"], ["◀ Back"]]
    last = keyboards.values(ENGLISH, NEW, Kind.ORGANISATION, many, 8)
    assert labels(last)[-2:] == [["◀ Earlier"], ["◀ Back"]]
    assert data(last)[-2:] == ["an:list:12:organisation:0", "an:more:12"]


def test_sessions_with_people_are_offered_with_their_time() -> None:
    counts = {PEACE.session_id: 12, FUNDING.session_id: 3}
    shown = keyboards.sessions(ENGLISH, NEW, [PEACE, FUNDING, POLICE], counts, 0)
    assert labels(shown) == [
        ["14:00 Peace processes: how inclusive? 12"],
        ["15:45 Funding early recovery 3"],
        ["◀ Back"],
    ]


def test_names_lead_back_and_on() -> None:
    reach = Reach(tuple(candidate(str(n)) for n in range(21)))
    shown = keyboards.names(ENGLISH, DRAFT, reach, 0)
    assert labels(shown) == [["More ▶"], ["To whom", "Next ▶"]]


def test_data_fits_for_large_numbers() -> None:
    large = replace(NEW, draft_id=999_999_999_999)
    choices = [Choice(Kind.ORGANISATION, "O" * 200, "O" * 200, 99_999)] * 99_999
    keyboard = keyboards.values(ENGLISH, large, Kind.ORGANISATION, choices, 99_990)
    assert max(len(each.encode()) for each in data(keyboard)) <= 64
