"""What all pictures of groups are made of, pure: what is drawn, sizes and colours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import ImageDraw

from meeting.people import Community

WIDTH, MARGIN = 1080, 40  # pixels
SQUARE = 30
INK, SOFT, EDGE, ALARM = "#17212B", "#5A6772", "#8795A1", "#B00020"
# Blue, orange and black of Okabe and Ito, which colour-blind people tell apart
# (jfly.uni-koeln.de/color), and a pale grey; a test holds them to that.
COLOURS: Mapping[Community, str] = {
    Community.DIPLOMACY: "#0072B2",
    Community.DEVELOPMENT: "#E69F00",
    Community.DEFENCE: "#1B1B2F",
    Community.OTHER: "#C8D0D6",
}
ON: Mapping[Community, str] = {  # the colour of a number on each of them
    Community.DIPLOMACY: "#FFFFFF",
    Community.DEVELOPMENT: INK,
    Community.DEFENCE: "#FFFFFF",
    Community.OTHER: INK,
}


@dataclass(frozen=True, slots=True)
class RoomShown:
    """One room: what it is called, its session, how many seats are taken in words, how many there
    are (None: nobody counted), and how many of each community are in it."""

    name: str
    title: str
    taken: str
    seats: int | None
    mix: Mapping[Community, int]

    @property
    def count(self) -> int:
        return sum(self.mix.values())

    @property
    def is_over(self) -> bool:
        return self.seats is not None and self.count > self.seats


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: a heading, the rooms, and the names of the communities in their order."""

    heading: str
    rooms: Sequence[RoomShown]
    legend: Mapping[Community, str]

    @property
    def most(self) -> int:
        """How many seats a full bar stands for, at least 1: as many as people are in the fullest
        room and half as many more, so that one huge room does not make all others small."""
        people = max((room.count for room in self.rooms), default=0)
        seats = max((room.seats or 0 for room in self.rooms), default=0)
        return max(people, min(seats, people * 3 // 2)) or 1


Point = tuple[int, int]


def frame(draw: ImageDraw.ImageDraw, room: RoomShown, corners: tuple[Point, ...]) -> None:
    """The seats of a room, from the corner where they would end to the other one; open between
    the two where there are more seats than fit into the picture."""
    colour = ALARM if room.is_over else EDGE
    draw.line(corners, fill=colour, width=4, joint="curve")


def square(draw: ImageDraw.ImageDraw, at: tuple[int, int], community: Community) -> None:
    """A square in the colour of a community, from its upper left corner."""
    x, y = at
    draw.rectangle((x, y, x + SQUARE, y + SQUARE), fill=COLOURS[community])
