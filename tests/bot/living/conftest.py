"""Ada of the two-day meeting, here too."""

from tests.bot.handlers.conftest import ada as ada
from tests.bot.handlers.conftest import clock as clock
