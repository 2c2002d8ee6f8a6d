"""The picture: its size, its colours and for whom they differ, its letters."""

from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from bot.grouping.drawing import caption, drawing
from bot.grouping.lettering import fitted, font, known, wrapped
from bot.grouping.picture import draw_png
from bot.grouping.picture_parts import ALARM, COLOURS, EDGE, WIDTH, Drawing, RoomShown
from meeting.agenda import Agenda
from meeting.people import Community
from tests.bot.grouping.views import ADA, ENGLISH, FRENCH, VIEW, view

LEGEND = {each: each.value for each in Community}
MIX = dict(zip(Community, (7, 6, 5, 1), strict=True))
ROOM = RoomShown("Nobel", "Funding early recovery", "19 of 20", 20, MIX)
FULL = RoomShown("Munch", "Police", "19 of 18", 18, MIX)
# How the three kinds of colour-blindness see red, green and blue, in linear light (Machado,
# Oliveira and Fernandes 2009, severity 1).
SIGHTS = {
    "protan": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "deutan": ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "tritan": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9309, 0.1476), (0.0047, 0.6914, 0.3039)),
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.95047, 1.0, 1.08883)
CLEAR = 35  # CIE 1976 difference; 2.3 is just noticeable


def drawn(*rooms: RoomShown) -> Image.Image:
    return Image.open(BytesIO(draw_png(Drawing("Monday 11 February", rooms, LEGEND))))


def colours(image: Image.Image) -> set[str]:
    counted = image.convert("RGB").getcolors(2**20) or []
    return {"#{:02X}{:02X}{:02X}".format(*colour) for _, colour in counted}


def lab(colour: str, sight: str) -> np.ndarray:
    """A colour in CIE L*a*b*, as somebody with this sight sees it."""
    values = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(SIGHTS[sight]) @ linear, 0, 1)
    x, y, z = np.cbrt(np.array(TO_XYZ) @ seen / np.array(WHITE))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("sight", SIGHTS)
def test_colour_blind_people_tell_the_communities_apart(sight: str) -> None:
    seen = [lab(colour, sight) for colour in COLOURS.values()]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) > CLEAR


@pytest.mark.parametrize("count", [1, 3, 4, 5, 20])
def test_picture_is_as_wide_as_a_phone_shows_it_and_not_too_high(count: int) -> None:
    width, height = drawn(*[ROOM] * count).size
    assert width == WIDTH
    assert height < 1.6 * WIDTH


@pytest.mark.parametrize("count", [2, 6])
def test_every_community_has_its_colour_and_a_full_room_an_alarm(count: int) -> None:
    calm, alarmed = drawn(*[ROOM] * count), drawn(*[FULL] * count)
    assert {*COLOURS.values(), EDGE} <= colours(calm)
    assert ALARM not in colours(calm)
    assert ALARM in colours(alarmed)


def test_bar_is_as_high_as_its_people_are_many() -> None:
    """Seen in a column of pixels through the middle of the only bar."""
    image, middle = drawn(ROOM).convert("RGB"), WIDTH // 2 + 60
    column = [image.getpixel((middle, y)) for y in range(250, 655)]
    blue, orange = ((0, 0x72, 0xB2), (0xE6, 0x9F, 0))
    assert column.count(blue) / column.count(orange) == pytest.approx(7 / 6, rel=0.05)


def test_huge_room_does_not_make_the_others_small() -> None:
    huge = RoomShown("Hall", "", "1 of 900", 900, {Community.OTHER: 1})
    assert Drawing("", (ROOM, huge), LEGEND).most == 28
    assert Drawing("", (), LEGEND).most == 1


def test_letters_of_european_languages_are_there_and_others_left_out() -> None:
    text = "Réunion à Łódź, Şişli, Ærø, Ελλάδα, Київ\u202f: «\u202fœuvre\u202f»"
    assert known(text) == " ".join(text.split())
    assert known("Room ① 会議 ⚠ B") == "Room B"


def test_text_that_is_too_wide_gets_smaller_then_cut() -> None:
    text, used = fitted("Integrated responses of many", 300, 44)
    assert used.size < 44
    assert used.getlength(text) <= 300
    assert text.endswith("…")
    lines = wrapped("what missions need from capitals and others", 300, font(32), 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_room_whose_name_cannot_be_written_has_a_number() -> None:
    nameless = RoomShown("会議", "", "19", None, MIX)
    assert drawn(nameless).tobytes() == drawn(RoomShown("1", "", "19", None, MIX)).tobytes()


def test_picture_shows_what_is_proposed_in_the_readers_language() -> None:
    shown = drawing(FRENCH, VIEW)
    assert (shown.heading, [(room.name, room.taken) for room in shown.rooms]) == (
        "Lundi 11 février, 15:45", [("Nobel", "2 sur 2"), ("Munch", "2 sur 3")],
    )  # fmt: skip
    assert list(shown.legend.values()) == ["Diplomatie", "Développement"]
    assert caption(FRENCH, VIEW) == "Groupes pour lundi 11 février, 15:45, proposés à 13:40"
    uncounted = drawing(ENGLISH, view(ADA, agenda=Agenda(VIEW.agenda.zone)))
    assert [room.taken for room in uncounted.rooms] == ["0", "1"]
