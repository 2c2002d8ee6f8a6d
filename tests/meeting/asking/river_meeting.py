"""A made-up meeting of two days in Oslo, and a table to ask it from at any time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Mine, Room, Session, concerns_everybody, ordered
from meeting.asking.answers import Table
from meeting.logistics import LogisticsEntry
from meeting.people import Person, Role

ZONE = ZoneInfo("Europe/Oslo")
DAY_ONE, DAY_TWO = "2025-10-21", "2025-10-22"  # a Tuesday and a Wednesday

ROOMS = (
    Room("amundsen", "Amundsen", "first floor, left of the stairs", 90, "t.lie@host.example"),
    Room("nansen", "Nansen", "first floor, at the end of the corridor", 30),
    Room("kahlo", "Kahlo", "third floor, opposite the lift", 25),
    Room("atrium", "Atrium", "ground floor"),
    Room("canteen", "Canteen", "ground floor, behind the Atrium"),
    Room("terrace", "Fjord Terrace", "by the water, ten minutes on foot"),
)
PEOPLE = (
    Person("lena", "Lena Fischer", "Rhine Commission", language="en"),
    Person("a.berge@host.example", "Astrid Berge", "River Agency", role=Role.ORGANISER),
    Person("t.lie@host.example", "Torstein Lie", "River Agency"),
    Person("o.mensah@volta.example", "Oumar Mensah", "Volta Basin Authority"),
    Person("p.ranganathan@dams.example", "Priya Ranganathan", "Dam Watch"),
    Person("c.moreau@eau.example", "Camille Moreau", "Agence de l’eau"),
    Person("j.okafor@lakes.example", "Joy Okafor", "Lakes Forum"),
    Person("d.petrov@danube.example", "Dimitri Petrov", "Danube Office"),
    Person("s.quispe@andes.example", "Sonia Quispe", "Andes Water Trust"),
)


def _at(day: str, time: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZONE)


def _session(
    session_id: str, title: str, day: str, times: str, room: str, **more: object
) -> Session:
    starts, ends = times.split("-")
    return Session(session_id, title, _at(day, starts), _at(day, ends), room, **more)  # type: ignore[arg-type]


SESSIONS = (
    _session("registration", "Registration", DAY_ONE, "08:30-09:00", "atrium", is_break=True),
    _session(
        "opening", "Opening: rivers without borders", DAY_ONE, "09:00-10:00", "amundsen",
        chairs=("a.berge@host.example",), speakers=("o.mensah@volta.example", "Minister Holm"),
        description="Words of welcome and the aims of the two days.", plenary=True,
    ),
    _session("coffee-1", "Coffee break", DAY_ONE, "10:00-10:30", "atrium", is_break=True),
    _session(
        "dams", "Financing shared dams", DAY_ONE, "10:30-12:00", "amundsen",
        chairs=("j.okafor@lakes.example",), speakers=("p.ranganathan@dams.example",),
        rapporteurs=("d.petrov@danube.example",), papers=("Who pays for a dam",), plenary=True,
        description="Loans, guarantees and tariffs for works that two countries own together.",
    ),
    _session("lunch-1", "Lunch", DAY_ONE, "12:00-13:15", "canteen", is_break=True),
    _session(
        "drought", "Drought early warning", DAY_ONE, "13:15-14:45", "amundsen", block="a",
        chairs=("s.quispe@andes.example",), speakers=("o.mensah@volta.example",),
        description="Satellites, gauges and the telephone: who hears of a dry year first?",
    ),
    _session(
        "treaties", "Treaties that hold: what makes agreements last?", DAY_ONE, "13:15-14:45",
        "nansen", block="a", chairs=("c.moreau@eau.example",),
        speakers=("d.petrov@danube.example",), rapporteurs=("lena",),
        description="Three river treaties of a century, clause by clause.",
    ),
    _session(
        "women", "Women in water committees", DAY_ONE, "13:15-14:45", "kahlo", block="a",
        chairs=("j.okafor@lakes.example",), description="Who sits at the table in the village.",
    ),
    _session("coffee-2", "Coffee break", DAY_ONE, "14:45-15:15", "atrium", is_break=True),
    _session(
        "groundwater", "Groundwater data: who shares what?", DAY_ONE, "15:15-16:45", "amundsen",
        block="b", chairs=("t.lie@host.example",), speakers=("lena", "s.quispe@andes.example"),
        description="Wells, maps and secrets.",
    ),
    _session(
        "mediation", "Mediation when talks stall", DAY_ONE, "15:15-16:45", "nansen", block="b",
        chairs=("o.mensah@volta.example",), description="A third party, and when to call for one.",
    ),
    _session(
        "utilities", "Financing small utilities", DAY_ONE, "15:15-16:45", "kahlo", block="b",
        chairs=("p.ranganathan@dams.example",), description="Town waterworks and their loans.",
    ),
    _session(
        "wrap", "Wrap-up of the first day", DAY_ONE, "17:00-17:30", "amundsen",
        chairs=("a.berge@host.example",), plenary=True,
    ),
    _session("dinner", "Dinner", DAY_ONE, "19:00-21:30", "terrace", is_break=True),
    _session(
        "reports", "Reports from the groups", DAY_TWO, "09:00-10:30", "amundsen", plenary=True,
        chairs=("c.moreau@eau.example",), speakers=("lena", "s.quispe@andes.example"),
    ),
    _session("coffee-3", "Coffee break", DAY_TWO, "10:30-11:00", "atrium", is_break=True),
    _session(
        "security", "Security risks and early cooperation", DAY_TWO, "11:00-12:30", "nansen",
        chairs=("d.petrov@danube.example",), plenary=True, description="Dams as targets.",
    ),
    _session("lunch-2", "Lunch", DAY_TWO, "12:30-13:30", "canteen", is_break=True),
    _session(
        "draft", "Draft recommendations", DAY_TWO, "13:30-15:00", "amundsen", plenary=True,
        chairs=("a.berge@host.example",), rapporteurs=("j.okafor@lakes.example",),
    ),
    _session(
        "closing", "Closing session", DAY_TWO, "15:00-15:30", "amundsen", plenary=True,
        chairs=("a.berge@host.example",), speakers=("Minister Holm",),
    ),
)  # fmt: skip
AGENDA = Agenda("Europe/Oslo", ordered(SESSIONS), ROOMS)

LOGISTICS = tuple(
    LogisticsEntry(
        topic, {"en": f"About {topic}.", "fr": f"Sur {topic}."},
        {"en": tuple(english.split("; ")), "fr": tuple(french.split("; "))},
    )
    for topic, english, french in (
        ("Wi-Fi", "wifi; internet; wireless password", "wifi; internet; mot de passe"),
        ("Venue", "venue; address; how do I get there", "lieu; adresse; comment venir"),
        ("Badge", "badge; name tag", "badge; accréditation"),
        ("Meals", "meals; vegetarian; halal; allergies", "repas; végétarien; halal; allergies"),
        ("Shuttle", "shuttle; bus; airport train", "navette; bus; train de l’aéroport"),
        ("Dress code", "dress code; what should I wear", "tenue; code vestimentaire"),
        ("Emergency", "emergency; ambulance; doctor", "urgence; ambulance; médecin"),
        ("Visa letter", "visa; invitation letter", "visa; lettre d’invitation"),
        ("Contact", "contact; secretariat; phone number", "contact; secrétariat; téléphone"),
        ("Luggage", "luggage; where can I leave my suitcase", "bagages; consigne"),
        ("Prayer room", "prayer room; quiet room", "salle de prière; salle de silence"),
        ("Expenses", "reimbursement; per diem; expenses", "remboursement; frais; indemnités"),
    )
)  # fmt: skip

OF_LENA = frozenset({"treaties", "groundwater"})


def mine_of(assigned: frozenset[str]) -> Mine:
    return lambda session: session.session_id in assigned or concerns_everybody(AGENDA, session)


def table_at(at: str, assigned: frozenset[str] = OF_LENA, mentioned: str = "") -> Table:
    """Lena Fischer's table at a local time, in ISO form."""
    return Table(
        agenda=AGENDA,
        now=datetime.fromisoformat(at).replace(tzinfo=ZONE),
        mine=mine_of(assigned),
        people=lambda: PEOPLE,
        logistics=LOGISTICS,
        mentioned=AGENDA.session(mentioned),
        me="lena",
    )
