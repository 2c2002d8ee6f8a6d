"""What the Bot API answers when it refuses a request: a code and Telegram's own description."""

from dataclasses import dataclass


@dataclass(unsafe_hash=True)  # not frozen: Python sets __traceback__
class ApiError(Exception):
    """A refused request; becomes ``{"ok": false, "error_code": code, "description": ...}``.

    ``retry_after``: how many seconds the bot is told to wait.
    """

    code: int
    description: str
    retry_after: int | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.description}"


@dataclass(unsafe_hash=True)  # not frozen: Python sets __traceback__
class ControlError(Exception):
    """A request to the control interface that makes no sense, with a sentence saying why."""

    sentence: str
    status: int = 400

    def __str__(self) -> str:
        return self.sentence


UNAUTHORIZED = ApiError(401, "Unauthorized")
NO_SUCH_METHOD = ApiError(404, "Not Found")
LOGGED_OUT = ApiError(400, "Logged out")
TOO_LARGE = ApiError(413, "Request Entity Too Large")
CONFLICT = ApiError(
    409,
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
)


def bad_request(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    return ApiError(403, f"Forbidden: {reason}")


def slow_down(seconds: int) -> ApiError:
    """https://core.telegram.org/bots/api#responseparameters"""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", seconds)
