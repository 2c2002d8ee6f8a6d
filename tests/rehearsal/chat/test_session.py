import io
import sys
from pathlib import Path

import pytest

from rehearsal.chat.session import Settings, chat
from rehearsal.errors import ControlError


@pytest.fixture
def talk(tmp_path: Path, tiny_bot, monkeypatch, capsys):
    """Runs a chat over typed lines and returns the exit code and what was printed."""
    people = tmp_path / "people.csv"
    people.write_text("key,name,language\nada,Ada Moe,en\n,Bo Lie,fr\n,Bo Lund,en\n")

    async def run(*lines: str, **more: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        settings = Settings(tmp_path / "data", people, **{"command": tiny_bot, **more})
        code = await chat(settings)
        return code, capsys.readouterr().out

    return run


async def test_typed_lines_are_answered_and_buttons_pressed(talk) -> None:
    code, printed = await talk("Where?", "1", "2", "7")
    assert code == 0
    assert printed.split("\n", 3)[3] == (
        "Attaché\n  ↩ /start\n  Ada (en): /start\n  [1] Louder\n  [2] Alert\n"
        "> Where?\n"
        "Attaché\n  ↩ Where?\n  Ada (en): Where?\n  [1] Louder\n  [2] Alert\n"
        "> 1\n"
        "Attaché (edited)\n  ↩ Where?\n  ADA (EN): WHERE?\n  [1] Louder\n  [2] Alert\n"
        "> 2\n"
        "  ⓘ Look out\n"
        "> 7\n"
        "There is no button 7; there are 2.\n"
    )


async def test_one_becomes_somebody_else_and_comes_back(talk) -> None:
    code, printed = await talk("/as bo", "/as Bo Lie", "/as New Name fr", "/as ada", "/who")
    assert code == 0
    tail = printed.split("> /as bo\n")[1]
    assert tail == (
        "Which one? Bo Lie, Bo Lund\n"
        "> /as Bo Lie\n"
        "You are Bo Lie (fr).\n"
        "Attaché\n  ↩ /start\n  Bo (fr): /start\n  [1] Louder\n  [2] Alert\n"
        "> /as New Name fr\n"
        "You are New Name (fr).\n"
        "Attaché\n  ↩ /start\n  New (fr): /start\n  [1] Louder\n  [2] Alert\n"
        "> /as ada\n"
        "You are Ada Moe (en).\n"
        "Ada\n  /start\n"
        "Attaché\n  ↩ /start\n  Ada (en): /start\n  [1] Louder\n  [2] Alert\n"
        "> /who\n"
        "▶ Ada Moe (en)\n  Bo Lie (fr)\n  Bo Lund (en)\n  New Name (fr)\n"
    )


async def test_files_are_sent_and_what_comes_back_is_saved(talk, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("abc")
    code, printed = await talk(f"/send {tmp_path / 'note.txt'}", "/send nothing.pdf")
    saved = tmp_path / "data" / "downloads" / "reversed-note.txt"
    assert (code, saved.read_text()) == (0, "cba")
    assert printed.endswith(
        f"  📎 reversed-note.txt (1 kB) → {saved}\n"
        "> /send nothing.pdf\n"
        "There is no file to read at nothing.pdf: /send PATH\n"
    )


async def test_bot_that_dies_is_reported_with_its_last_words(talk, tmp_path: Path) -> None:
    code, printed = await talk("/die", "Hello?")
    assert code == 1
    log = tmp_path / "data" / "bot.log"
    assert printed.endswith(
        "> /die\n"
        f"The bot has stopped (exit code 3). The end of {log}:\n"
        "  the bot was told to die\n"
        "Start the chat again to go on.\n"
    )
    assert log.read_text().endswith("the bot was told to die\n")


async def test_killed_bot_goes_on_with_what_waits_when_it_is_started(talk) -> None:
    code, printed = await talk("/killbot", "Still there?", "/startbot", "/startbot", "Fine")
    assert code == 0
    assert printed.split("/start\n  [1] Louder\n  [2] Alert\n")[1] == (
        "> /killbot\n"
        "The bot was killed. /startbot starts it again.\n"
        "> Still there?\n"
        "> /startbot\n"
        "The bot is starting.\n"
        "Attaché\n  ↩ Still there?\n  Ada (en): Still there?\n  [1] Louder\n  [2] Alert\n"
        "> /startbot\n"
        "The bot is running. /killbot kills it, /restart stops and starts it.\n"
        "> Fine\n"
        "Attaché\n  ↩ Fine\n  Ada (en): Fine\n  [1] Louder\n  [2] Alert\n"
    )


async def test_trouble_is_made_with_words_of_the_chat(talk) -> None:
    code, printed = await talk("/fault gone", "/block", "Hi", "/unblock", "Hi")
    assert code == 0
    assert printed.split("> /block\n")[1] == (
        "Ada has blocked the bot. /unblock lets it write again.\n"
        "> Hi\n"
        "The bot is blocked or was removed; nothing can be sent to it.\n"
        "> /unblock\n"
        "Ada lets the bot write again.\n"
        "> Hi\n"
        "Attaché\n  ↩ Hi\n  Ada (en): Hi\n  [1] Louder\n  [2] Alert\n"
    )


async def test_quit_ends_before_the_rest(talk) -> None:
    code, printed = await talk("/quit", "Hello?", person="bo lu")
    assert (code, "Hello?" in printed, "Bo (en): /start" in printed) == (0, False, True)


async def test_invited_people_open_their_link_and_others_have_none(talk) -> None:
    code, printed = await talk("/as bo lie", invited=True)
    assert code == 0
    assert printed.split("\n", 3)[3] == (
        "Attaché\n  ↩ /start ada-code\n  Ada (en): /start ada-code\n  [1] Louder\n  [2] Alert\n"
        "> /as bo lie\n"
        "You are Bo Lie (fr).\n"
        "Attaché\n  ↩ /start\n  Bo (fr): /start\n  [1] Louder\n  [2] Alert\n"
    )


async def test_bot_that_cannot_invite_is_heard(talk, tiny_bot, tmp_path: Path) -> None:
    with pytest.raises(ControlError) as caught:
        await talk(invited=True, command=(*tiny_bot, "wrong"))
    assert str(caught.value) == "No invitations:\n  the bot has no such command"


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"person": "bo"}, "Which one? Bo Lie, Bo Lund"),
        ({"clock": "soon"}, "--clock soon is not a time such as 2008-02-11T08:30"),
    ],
)
async def test_wrong_settings_are_refused_with_a_sentence(talk, more, sentence) -> None:
    with pytest.raises(ControlError) as caught:
        await talk(**more)
    assert str(caught.value) == sentence
