"""What tests of /announce share: the people of a small meeting, and the way to the last step."""

from meeting.people import Community, Person, Role
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.stage import Stage

OLA = Person("ola", "Ola Li", "Norad", Community.DEVELOPMENT, Role.ORGANISER, "en")
SAM = Person("sam", "Sam Roe", "NATO", Community.DEFENCE, Role.SENDER, "en")
LUC = Person("luc", "Luc Roy", "MFA", Community.DIPLOMACY, language="fr", sessions=("funding",))
EVA = Person("eva", "Eva Lund", "MFA", Community.DIPLOMACY, language="en")
EVERYBODY = (OLA, SAM, LUC, EVA)
GONE = (
    "This draft is gone, or has been sent. /sent shows what went out, /announce begins a new one."
)


async def member(stage: Stage, person: Person) -> Phone:
    """Somebody on the list who has opened the bot."""
    phone = await stage.person(person.name.split()[0], person.language or "en")
    stage.link(phone, person.key)
    await phone.say("/start")
    await phone.next_message()
    return phone


async def to_whom(phone: Phone, text: str = "Buses at 18:30") -> ScreenMessage:
    """The question to whom, after a message was written."""
    await phone.say(f"/announce {text}")
    return await phone.next_message()


async def to_control(phone: Phone, text: str = "Buses at 18:30") -> ScreenMessage:
    """The message with all that can be done, below the preview of one for everyone."""
    await pressed(phone, await to_whom(phone, text), "Everyone 4")
    preview = await phone.next_message()
    assert preview.text == text
    return await phone.next_message()


async def pressed(phone: Phone, message: ScreenMessage, label: str) -> ScreenMessage:
    """The message after one of its buttons was pressed."""
    await phone.press(message, label)
    return await phone.next_edit()


async def note(phone: Phone, message: ScreenMessage, label: str) -> str:
    """What pops up when a button is pressed."""
    answer = await phone.press(message, label)
    assert answer is not None
    return answer.text
