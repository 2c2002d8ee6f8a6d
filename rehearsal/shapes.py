"""JSON as Python types, with the few checked look-ups that everything here needs."""

import json
from typing import TypeAlias

JsonObject: TypeAlias = dict[str, object]


def compact(value: object) -> str:
    """The JSON text of a value, keys sorted: equal values give equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def as_object(value: object) -> JsonObject:
    """The value if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """The value if it is a JSON array, else an empty one."""
    return value if isinstance(value, list) else []


def as_objects(value: object) -> list[JsonObject]:
    """The JSON objects of an array."""
    return [item for item in as_list(value) if isinstance(item, dict)]


def as_text(value: object) -> str:
    """The value if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def as_integer(value: object, otherwise: int = 0) -> int:
    """The value if it is a whole number (true and false are not)."""
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def as_number(value: object) -> float:
    """The value if it is a number, whole or not, else 0."""
    return value if isinstance(value, float) else float(as_integer(value))


def without_nothing(form: JsonObject) -> JsonObject:
    """The object without members that are None."""
    return {name: value for name, value in form.items() if value is not None}
