"""config.toml and the environment, read into typed sections; the unknown is refused by name."""

from datetime import date, datetime, time
from ipaddress import ip_address
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from services.errors import ConfigError

TELEGRAM = "https://api.telegram.org/bot"
TELEGRAM_FILES = "https://api.telegram.org/file/bot"
# Messages a second to all chats together, unless one pays for more:
# core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
TELEGRAM_RATE = 30


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Meeting(Section):
    """`first_day` and `last_day`: days of the meeting's zone; sessions outside are warned of."""

    name: dict[str, str]
    time_zone: str
    first_day: date | None = None
    last_day: date | None = None

    @field_validator("time_zone")
    @classmethod
    def known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("not an IANA time zone such as Europe/Oslo")
        return value

    @model_validator(mode="after")
    def days_in_order(self) -> Self:
        if (self.first_day is None) != (self.last_day is None):
            raise ValueError("first_day and last_day go together")
        if self.days and self.days[1] < self.days[0]:
            raise ValueError("last_day is before first_day")
        return self

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day, where they are set."""
        return (self.first_day, self.last_day) if self.first_day and self.last_day else None


class Languages(Section):
    offered: tuple[str, ...] = Field(min_length=1)
    papers: str


class Suggestion(BaseModel):
    """A question to try: every key but `question` is a language and its label. A tap asks the
    label, or `question` where that is set: the papers may be in another language."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]
    question: str | None = None

    def label(self, language: str) -> str:
        labels = self.__pydantic_extra__
        return labels.get(language) or next(iter(labels.values()), self.question or "")

    def asks(self, language: str) -> str:
        """What a tap asks."""
        return self.question or self.label(language)


class SearchSection(Section):
    model: str


class ReadingSection(Section):
    """Limits for reading one file: seconds of time, MiB of memory and of size, pages."""

    seconds: float = Field(gt=0)
    memory_mib: int = Field(ge=256)
    file_mib: int = Field(ge=1)
    pages: int = Field(ge=1)


class InvitationsSection(Section):
    """`days`: how long a link can be opened; `alarm_misses`: wrong codes in an hour."""

    days: int = Field(60, ge=1)
    alarm_misses: int = Field(20, ge=5)


class AnnouncementsSection(Section):
    """How announcements are sent: deliveries on their way at once, messages a second over all
    chats, and when phones stay silent (on the meeting's clock)."""

    in_flight: int = Field(4, ge=1, le=50)
    messages_per_second: int = Field(TELEGRAM_RATE, ge=1, le=1000)
    paid_broadcast: bool = False
    night_begins: time = time(22)
    night_ends: time = time(7)

    @model_validator(mode="after")
    def rate_is_allowed(self) -> Self:
        if self.messages_per_second > TELEGRAM_RATE and not self.paid_broadcast:
            raise ValueError(
                f"messages_per_second above {TELEGRAM_RATE} needs paid_broadcast = true"
            )
        return self


class AgendaSection(Section):
    """`everybody`: whether a change to a session that all attend is told to every participant."""

    everybody: bool = True


class RemindersSection(Section):
    """`minutes` before a session for those who have not chosen in /settings; 0 is off."""

    minutes: int = Field(10, ge=0, le=120)


class BotSection(Section):
    question_characters: int = Field(ge=20, le=4096)
    updates_at_once: int = Field(ge=2)
    updates_kept_days: int = Field(ge=1)


class Config(BaseSettings):
    """The settings of one meeting, as config.toml holds them."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True)

    meeting: Meeting
    languages: Languages
    suggestions: tuple[Suggestion, ...] = ()
    search: SearchSection
    reading: ReadingSection
    bot: BotSection
    invitations: InvitationsSection = InvitationsSection()
    announcements: AnnouncementsSection = AnnouncementsSection()
    agenda: AgendaSection = AgendaSection()
    reminders: RemindersSection = RemindersSection()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 (pydantic-settings names these five)
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The file alone speaks: an environment variable cannot change a setting unseen."""
        return (init_settings,)


class Environment(BaseSettings):
    """What the environment says: secrets, addresses and where the state lives."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    telegram_bot_token: SecretStr | None = None
    telegram_base_url: str = TELEGRAM
    telegram_base_file_url: str = TELEGRAM_FILES
    database_url: SecretStr | None = None
    attache_data: Path = Path("var")
    attache_config: Path = Path("config.toml")
    attache_access: Literal["invited", "open"] = "invited"
    attache_first_organiser: int | None = None
    attache_clock: datetime | None = None

    @property
    def store_url(self) -> str:
        """The store's address: DATABASE_URL, else a SQLite file in the state directory."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{(self.attache_data / 'attache.db').absolute()}"

    @property
    def on_loopback(self) -> bool:
        host = urlsplit(self.telegram_base_url).hostname or ""
        if host == "localhost":
            return True
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return False


def load_config(path: Path) -> Config:
    """Read `path`; raises ConfigError with one line for each thing that is wrong."""
    if not path.is_file():
        raise ConfigError(f"There is no {path}; set ATTACHE_CONFIG or run from the project folder.")
    try:
        return Config(**TomlConfigSettingsSource(Config, path)())
    except ValidationError as error:
        raise ConfigError(f"{path}: {_problems(error)}") from None
    except ValueError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from None


def load_environment() -> Environment:
    """Read the environment; raises ConfigError."""
    try:
        return Environment()
    except ValidationError as error:
        raise ConfigError(f"The environment: {_problems(error)}") from None


def require_loopback_for_rehearsals(environment: Environment) -> None:
    """Raise ConfigError where the bot would talk to Telegram with what only a rehearsal may do."""
    if environment.on_loopback:
        return
    if environment.attache_access == "open":
        raise ConfigError("ATTACHE_ACCESS=open is for a local rehearsal only; use invited.")
    if environment.attache_clock is not None:
        raise ConfigError("ATTACHE_CLOCK is for a local rehearsal only; unset it.")


def _problems(error: ValidationError) -> str:
    return "; ".join(_problem(str(p["type"]), p["loc"], p["msg"]) for p in error.errors())


def _problem(kind: str, place: tuple[int | str, ...], message: str) -> str:
    name = ".".join(str(part) for part in place)
    return f"unknown setting {name}" if kind == "extra_forbidden" else f"{name}: {message}"
