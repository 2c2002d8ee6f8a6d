"""Whatever changes who is to be reminded of what is followed by their reminders, as wired."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from meeting.codes import session_code
from meeting.people import Participant
from services.config import Environment, load_config
from services.wiring import Services, wire
from store.agendas import Agendas
from store.database import prepare
from store.tables import people, reminders
from tests.new_store import put_new_store
from tests.services.mailroom import Hand
from tests.stage import ROOT
from tests.two_days import AGENDA, POLICE, at

LIST = b"key,name,role,sessions\nada,Ada,organiser,funding\nbo,Bo,participant,\n"


@dataclass
class Wired:
    services: Services
    engine: Engine

    def enter(self, key: str, chat_id: int) -> Participant:
        """Somebody opens their link."""
        listed = self.services.people.by_key(key)
        [invitation] = self.services.invitations.issue([listed])
        self.services.invitations.open(chat_id, invitation.code)
        person = self.services.people.meet(chat_id, key, "en")
        assert person is not None
        return person

    def waiting(self, key: str) -> dict[str, str]:
        """The times on the wall of somebody's reminders, by session."""
        query = select(reminders.c.session_id, reminders.c.wall).join_from(reminders, people)
        with self.engine.connect() as connection:
            found = connection.execute(query.where(people.c.folded_key == key)).all()
        return {name: f"{datetime.fromisoformat(wall):%H:%M}" for name, wall in found}


@pytest.fixture
def wired(tmp_path: Path) -> Wired:
    engine = prepare(put_new_store(tmp_path))
    clock = Hand()
    clock.time = at(11, "08:00")
    Agendas(engine).add(AGENDA, "", clock.time)
    environment = Environment(attache_data=tmp_path)
    config = load_config(ROOT / "config.toml")
    made = wire(config, environment, clock=clock)
    made.intake.people(LIST, "people.csv")
    return Wired(made, engine)


def test_whoever_opens_their_link_is_reminded(wired: Wired) -> None:
    assert wired.waiting("ada") == {}
    wired.enter("ada", 5)
    assert wired.waiting("ada") == {"peace": "13:50", "funding": "15:35", "closing": "08:50"}


def test_tap_on_add_or_remove_is_followed(wired: Wired) -> None:
    bo, code = wired.enter("bo", 6), session_code(POLICE.session_id)
    wired.services.sessions.follow(bo, code, True)
    assert wired.waiting("bo") == {"peace": "13:50", "police": "15:35", "closing": "08:50"}
    wired.services.sessions.follow(bo, code, False)
    assert wired.waiting("bo") == {"peace": "13:50", "closing": "08:50"}


def test_new_list_is_followed(wired: Wired) -> None:
    wired.enter("ada", 5)
    wired.services.intake.people(LIST.replace(b"funding", b"police"), "people.csv")
    assert wired.waiting("ada") == {"peace": "13:50", "police": "15:35", "closing": "08:50"}


def test_choice_goes_with_the_phone(wired: Wired) -> None:
    """On a new one nobody has chosen yet."""
    bo = wired.enter("bo", 6)
    wired.services.reminders.choose(bo, 30)
    assert wired.waiting("bo") == {"peace": "13:30", "closing": "08:30"}
    wired.enter("bo", 7)
    assert wired.waiting("bo") == {"peace": "13:50", "closing": "08:50"}
