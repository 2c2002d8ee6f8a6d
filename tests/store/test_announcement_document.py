"""Messages and audiences come back from their documents as they were."""

import json

from hypothesis import given
from hypothesis import strategies as st

from meeting.announcements import Medium, MediumKind, Message, Text
from meeting.audience import Audience, Kind
from store.announcement_document import (
    audience_from_document,
    audience_to_document,
    message_from_document,
    message_to_document,
)

texts = st.builds(Text, st.text(), st.text())
media = st.builds(Medium, st.sampled_from(MediumKind), st.text(), st.text())
messages = st.builds(Message, st.dictionaries(st.text(), texts, min_size=1), st.none() | media)
audiences = st.builds(Audience, st.lists(st.tuples(st.sampled_from(Kind), st.text())).map(tuple))


@given(messages)
def test_message_comes_back_with_its_texts_in_order(message: Message) -> None:
    document = json.loads(json.dumps(message_to_document(message), sort_keys=True))
    found = message_from_document(document)
    assert found == message
    assert list(found.texts) == list(message.texts)


@given(audiences)
def test_audience_comes_back(audience: Audience) -> None:
    document = json.loads(json.dumps(audience_to_document(audience)))
    assert audience_from_document(document) == audience
