"""The names of those who have a part in a session, as everybody may read them."""

from collections.abc import Iterable, Iterator

from store.people import PeopleRows


class Names:
    def __init__(self, people: PeopleRows) -> None:
        self._people = people

    def of(self, values: Iterable[str]) -> tuple[str, ...]:
        """Participants' names for their keys; what is no key is a name as printed.

        An e-mail address that is on no list is left out: it is not ours to give.
        """
        return tuple(self._read(values))

    def _read(self, values: Iterable[str]) -> Iterator[str]:
        for value in values:
            row = self._people.by_key(value)
            if row is not None:
                yield row.person.name
            elif "@" not in value:
                yield value
