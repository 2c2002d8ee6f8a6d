"""Requests checked against the Bot API as data: unknown, missing and wrongly typed parameters.

The data is a JSON file with ``methods`` and ``types``, each with ``fields`` (name, types, required)
as https://github.com/PaulSonOfLars/telegram-bot-api-spec publishes it; its path is given in.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from rehearsal.shapes import JsonObject, as_list, as_object, as_objects, as_text

_ARRAY = "Array of "
_BOOLEANS = ("true", "false", "True", "False", "0", "1")


class Schema:
    """The Bot API's methods and types."""

    def __init__(self, data: JsonObject) -> None:
        methods = as_object(data.get("methods"))
        self._methods = {name.lower(): as_object(method) for name, method in methods.items()}
        self._types = as_object(data.get("types"))

    @classmethod
    def load(cls, path: Path) -> "Schema":
        """Raises OSError or ValueError when the file cannot be read."""
        return cls(as_object(json.loads(path.read_text(encoding="utf-8"))))

    def faults(self, method: str, parameters: Mapping[str, object]) -> list[str]:
        """What is wrong with a request as the server recorded it; empty when nothing is."""
        known = self._methods.get(method.lower())
        if known is None:
            return [f"{method}: no such method"]
        # Form fields are strings, whatever their type; JSON-serialised ones are read here.
        return list(self._object_faults(method, as_objects(known.get("fields")), parameters, True))

    def _object_faults(
        self, place: str, fields: list[JsonObject], given: Mapping[str, object], is_form: bool
    ) -> Iterable[str]:
        known = {as_text(field["name"]): field for field in fields}
        uploads = {name for name, value in given.items() if _is_file(value)}
        for name in given:
            if name not in known and name not in uploads:
                yield f"{place}: unknown {name}"
        for name, field in known.items():
            if name in given:
                kinds = [as_text(kind) for kind in as_list(field["types"])]
                yield from self._value_faults(f"{place}.{name}", kinds, given[name], is_form)
            elif field["required"] is True:
                yield f"{place}: missing {name}"

    def _value_faults(
        self, place: str, kinds: list[str], value: object, is_form: bool
    ) -> list[str]:
        """The faults under the kind that fits best: none where one fits."""
        tried = [list(self._kind_faults(place, kind, value, is_form)) for kind in kinds]
        return min(tried, key=len, default=[])

    def _kind_faults(self, place: str, kind: str, value: object, is_form: bool) -> Iterable[str]:
        if kind in _SCALARS:
            if not _SCALARS[kind](value, is_form):
                yield f"{place}: not {kind}: {value!r}"
            return
        if is_form and isinstance(value, str):
            value = _parsed(value)
        if kind.startswith(_ARRAY):
            yield from self._array_faults(place, kind.removeprefix(_ARRAY), value)
        else:
            yield from self._type_faults(place, kind, value)

    def _array_faults(self, place: str, kind: str, value: object) -> Iterable[str]:
        if not isinstance(value, list):
            yield f"{place}: not an array: {value!r}"
            return
        for number, item in enumerate(value):
            yield from self._kind_faults(f"{place}[{number}]", kind, item, False)

    def _type_faults(self, place: str, kind: str, value: object) -> Iterable[str]:
        known = as_object(self._types.get(kind))
        subtypes = [as_text(each) for each in as_list(known.get("subtypes"))]
        if subtypes:
            yield from self._value_faults(place, subtypes, value, False)
        elif not isinstance(value, dict) or not known:
            yield f"{place}: not {kind}: {value!r}"
        else:
            fields = as_objects(known.get("fields"))
            yield from self._object_faults(place, fields, value, False)


def _is_file(value: object) -> bool:
    return isinstance(value, dict) and "@file" in value


def _parsed(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _is_integer(value: object, is_form: bool) -> bool:
    if is_form and isinstance(value, str):
        return value.removeprefix("-").isdecimal()
    return isinstance(value, int) and not isinstance(value, bool)


def _is_float(value: object, is_form: bool) -> bool:
    if is_form and isinstance(value, str):
        whole, _, fraction = value.removeprefix("-").partition(".")
        return whole.isdecimal() and (not fraction or fraction.isdecimal())
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_boolean(value: object, is_form: bool) -> bool:
    return isinstance(value, bool) or (is_form and value in _BOOLEANS)


def _is_string(value: object, _: bool) -> bool:
    return isinstance(value, str)


def _is_input_file(value: object, _: bool) -> bool:
    return _is_file(value)


_SCALARS = {
    "Integer": _is_integer,
    "Float": _is_float,
    "Boolean": _is_boolean,
    "True": _is_boolean,
    "String": _is_string,
    "InputFile": _is_input_file,
}
