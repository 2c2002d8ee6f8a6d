"""Audiences: OR within a kind, AND across kinds, everyone where nothing is chosen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting.audience import Audience, Candidate, Kind, chosen
from meeting.people import Community, Role

ADA = Candidate(1, "Ada", "Norad", Community.DEVELOPMENT, Role.PARTICIPANT, "en")
BO = Candidate(2, "Bo", "NATO", Community.DEFENCE, Role.PARTICIPANT, "fr", groups=frozenset({"b"}))
CLEO = Candidate(
    3, "Cleo", "MFA", Community.DIPLOMACY, Role.EDITOR, "fr",
    sessions=frozenset({"s1"}), unseen=frozenset({"4"}),
)  # fmt: skip
ALL = (ADA, BO, CLEO)


@pytest.mark.parametrize(
    ("pairs", "names"),
    [
        ([], ["Ada", "Bo", "Cleo"]),
        ([(Kind.COMMUNITY, "development")], ["Ada"]),
        (
            [(Kind.COMMUNITY, "development"), (Kind.COMMUNITY, "defence and security")],
            ["Ada", "Bo"],
        ),
        ([(Kind.LANGUAGE, "fr"), (Kind.ROLE, "editor")], ["Cleo"]),
        ([(Kind.LANGUAGE, "fr"), (Kind.ORGANISATION, "Norad")], []),
        ([(Kind.SESSION, "s1"), (Kind.UNSEEN, "4")], ["Cleo"]),
        ([(Kind.GROUP, "b")], ["Bo"]),
        ([(Kind.SESSION, "b")], []),
    ],
)
def test_audience_means_exactly_these(pairs: list[tuple[Kind, str]], names: list[str]) -> None:
    assert [one.name for one in chosen(Audience(tuple(pairs)), ALL)] == names


def test_choosing_twice_is_not_choosing() -> None:
    once = Audience().toggled(Kind.LANGUAGE, "fr")
    assert (once.has(Kind.LANGUAGE, "fr"), once.values(Kind.LANGUAGE)) == (True, ("fr",))
    assert once.toggled(Kind.LANGUAGE, "fr") == Audience()


CHOICES = st.sampled_from(
    [(Kind.LANGUAGE, "en"), (Kind.LANGUAGE, "fr"), (Kind.ROLE, "editor"), (Kind.GROUP, "b")]
)


@given(st.sets(CHOICES), CHOICES)
def test_one_more_of_a_chosen_kind_never_takes_anybody_away(
    pairs: set[tuple[Kind, str]], more: tuple[Kind, str]
) -> None:
    before = chosen(Audience(tuple(pairs)), ALL)
    after = chosen(Audience((*pairs, more)), ALL)
    if any(kind is more[0] for kind, _ in pairs):
        assert set(before) <= set(after)
    else:
        assert set(after) <= set(before)


def test_organisation_is_matched_as_it_is_written() -> None:
    other = replace(ADA, organisation="norad")
    assert chosen(Audience(((Kind.ORGANISATION, "Norad"),)), (ADA, other)) == (ADA,)
