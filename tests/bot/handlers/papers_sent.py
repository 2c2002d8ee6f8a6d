"""What tests of papers in the chat share: three versions of one paper, and how they are sent."""

from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage

NAME = "country-cases.md"
OVERVIEW = "The overview covers four cases from three regions, each of them on two pages."
AUTHORS = "Norway writes the paper together with the World Bank and sends it out in March."
COATS = "Coats go to the cloakroom on the left of the entrance hall, which is never locked."
COPIES = "Printed copies lie on the table beside the door, in English and French."
FIVE = OVERVIEW.replace("four", "five")
ONE = f"# Country cases\n\n{OVERVIEW}\n\n{AUTHORS}\n\n{COATS}\n"
TWO = f"# Country cases\n\n{FIVE}\n\n{AUTHORS}\n\n{COPIES}\n"
THREE = f"# Country cases\n\n{OVERVIEW.replace('four', 'six')}\n\n{AUTHORS}\n\n{COATS}\n"


async def send_paper(phone: Phone, text: str, name: str = NAME) -> ScreenMessage:
    """The message that showed how far the reading was, as it is at the end."""
    await phone.send_document(text.encode(), name)
    begun = await phone.next_message()
    return await ended(phone, begun.message_id)


async def ended(phone: Phone, message_id: int) -> ScreenMessage:
    """A message of progress once it has its last words."""
    while True:
        message = await phone.next_edit()
        if message.message_id == message_id and not message.text.endswith("…"):
            return message


async def published(phone: Phone, text: str, name: str = NAME) -> ScreenMessage:
    """What is said once a paper was sent and published."""
    await phone.press(await send_paper(phone, text, name), "Publish")
    return await phone.next_edit()


async def listed(phone: Phone) -> list[str]:
    """The papers that /papers shows."""
    await phone.say("/papers")
    return (await phone.next_message()).labels


async def card(phone: Phone, title: str = "1. Country cases") -> ScreenMessage:
    """A paper of /library."""
    await phone.say("/library")
    await phone.press(await phone.next_message(), title)
    return await phone.next_edit()
