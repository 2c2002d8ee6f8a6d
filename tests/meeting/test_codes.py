"""Short names of sessions: stable, and told apart."""

from meeting.codes import CHARACTERS, session_code


def test_code_is_ten_letters_and_digits_whatever_the_id() -> None:
    codes = [session_code(one) for one in ("", "s1", "Séance n° 4 / salle A", "x" * 500)]
    assert [(len(code), code.isalnum()) for code in codes] == [(CHARACTERS, True)] * 4


def test_code_stays_the_same_between_runs() -> None:
    assert session_code("peace") == "t2mqgupb3r"


def test_ten_thousand_sessions_have_ten_thousand_codes() -> None:
    assert len({session_code(f"session {number}") for number in range(10_000)}) == 10_000
