"""Which titles sound like a break: meals, coffee and other time without a topic."""

from meeting.formats.words import folded

BREAKS = frozenset(
    "break breaks coffee tea lunch dinner breakfast supper buffet pause dejeuner diner cafe "
    "collation mittagspause kaffeepause".split()
)
AROUND = frozenset(
    "and or the a in at of with for networking working morning afternoon evening health group "
    "photo petit et ou de du des le la les l en au the matin midi soir gala official officiel "
    "welcome closing farewell".split()
)


def sounds_like_a_break(title: str) -> bool:
    """“Lunch”, “Coffee break”, “Dinner, City Hall”; not “Lunch and nutrition policy”."""
    words = folded(title.split(",")[0].split("(")[0]).split()
    return any(word in BREAKS for word in words) and all(
        word in BREAKS or word in AROUND or word.isdigit() for word in words
    )
