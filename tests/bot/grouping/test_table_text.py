"""Who is where, one person to be moved, and what is wrong with a file."""

from dataclasses import replace

from bot.grouping import table_text
from bot.render import LONGEST, units
from meeting.formats.group_faults import Fault
from services.group_tables import TableFault
from tests.bot.grouping.views import (
    ADA,
    BO,
    CY,
    DI,
    ENGLISH,
    FRENCH,
    VIEW,
    somebody,
    unplaced,
    view,
)


def test_table_goes_by_group_and_marks_wishes_parts_and_hands() -> None:
    shown = view(ADA, BO, replace(CY, pinned=True), unplaced(DI))
    assert table_text.table(ENGLISH, shown, 0) == (
        "<b>Who is where: Monday 11 February, 15:45</b>\n\n"
        "<b>Nobel</b> · <i>Funding early recovery</i> · 2 of 2 seats taken\n"
        "• Bo, MFA · has a part\n"
        "• Cy, MFA ② · by hand\n\n"
        "<b>Munch</b> · <i>Police and justice</i> · 1 of 3 seats taken\n"
        "• Ada, MFA ①\n\n"
        "<b>No place yet</b>\n"
        "• Di, MFA"
    )


def test_long_table_has_pages_that_fit() -> None:
    many = view(*(somebody(n, f"{n:02} {'name ' * 30}", "police") for n in range(45)))
    last = table_text.table(FRENCH, many, 40)
    assert last.splitlines()[-1] == "41 à 45 sur 45"
    assert units(table_text.table(FRENCH, many, 0)) < LONGEST


def test_person_to_be_moved_is_shown_with_their_wishes_or_part() -> None:
    texts = [table_text.person(ENGLISH, VIEW, one) for one in (ADA, BO, unplaced(DI))]
    assert texts == [
        "<b>Ada, MFA</b>\nNow in <b>Munch</b>: <i>Police and justice</i>\n"
        "Would like: ① Munch ② Nobel\n\nWhere to?",
        "<b>Bo, MFA</b>\nNow in <b>Nobel</b>: <i>Funding early recovery</i>\n"
        "Has a part in <i>Funding early recovery</i>\n\nWhere to?",
        "<b>Di, MFA</b>\nNo place yet\nHas not chosen\n\nWhere to?",
    ]


def test_faults_of_a_file_are_named_with_their_rows_and_counted() -> None:
    faults = [TableFault(Fault.UNKNOWN_KEY, 3, "<zoe>"), TableFault(Fault.NO_KEY, 4)]
    assert table_text.refused(FRENCH, "groupes.xlsx", faults) == (
        "<b>Je n’ai pas pris groupes.xlsx.</b> Rien n’a changé. Corrigez ceci, puis renvoyez-le"
        "\u202f:\n"
        "• Ligne 3\u202f: personne sur la liste n’a la clé «\u202f&lt;zoe&gt;\u202f».\n"
        "• Ligne 4\u202f: la clé manque."
    )
    many = [TableFault(Fault.BROKEN, row) for row in range(2, 22)]
    assert table_text.refused(ENGLISH, "f.csv", many).splitlines()[-1] == "… and 5 more"


def test_what_a_file_or_a_hand_changed_is_said() -> None:
    assert [table_text.took(ENGLISH, count) for count in (0, 1, 4)] == [
        "<i>Your file has everybody where they are already.</i>",
        "<i>From your file: 1 person has another place.</i>",
        "<i>From your file: 4 people have another place.</i>",
    ]
    assert table_text.was_moved(ENGLISH, VIEW, 1) == (
        "<i>Ada is in Munch now, and stays there in the next proposals.</i>"
    )
