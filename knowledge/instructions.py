"""Words in a paper that speak to a machine rather than to its readers, in several languages; pure.

Such words do nothing here: papers are data. But who sends them round should know of them.
"""

import re
import unicodedata
from collections.abc import Iterator

_LONGEST = 120  # characters of the words that are shown

# Letters that look like Latin ones, as they are used to hide words from a search.
_LOOKALIKES = str.maketrans("асеорхуіѕјԁһӏԛԝαοετικνρυβ", "aceopxyisjdhlqwaoetiknpub")

# All patterns are matched on letters only: neither spaces nor marks between them hide anything.
_EN_ALL = r"(?:all|any|every|each|of|the|these|those|your|my|our|other|and){0,5}"
_EN_BEFORE = (
    r"(?:previous|prior|above|earlier|preceding|foregoing|existing|initial|original|system|safety)"
)
_EN_TOLD = r"(?:instruction|prompt|direction|directive|guardrail|command|message|context)"
_PATTERNS = (
    rf"(?:ignore|disregard|forget){_EN_ALL}{_EN_BEFORE}(?:and)?{_EN_BEFORE}?{_EN_TOLD}",
    rf"(?:override|bypass){_EN_ALL}{_EN_BEFORE}(?:instruction|prompt|guardrail)",
    rf"(?:ignore|disregard|forget|override){_EN_ALL}{_EN_TOLD}s?"
    r"(?:above|before|given|youhave|youwere|youreceived)",
    r"forgeteverything(?:above|before|you)|(?:reveal|print|repeat|show)(?:me)?yoursystemprompt",
    r"yoursystemprompt|systempromptoverride|systemoverride",
    r"youarenow(?:a|an|in|the)?(?:dan|developermode|ai|assistant|chatbot|model|bot|unrestricted)",
    r"youarea(?:n|helpful)*(?:aiassistant|aimodel|languagemodel|chatbot|assistant(?:that|who|named))",
    r"asan?(?:ai|largelanguage|languagemodel)(?:assistant|model|language)+(?:you|always|must|do)",
    r"(?:donot|dont|never)(?:tell|inform|mentionthisto|revealthisto)theuser",
    r"(?:when|if)(?:you)?(?:are)?(?:asked|summari[sz]ing|answering)[a-z]{0,40}(?:alwaysanswer|"
    r"alwaysrespond|alwayssay|answeronly|respondonlywith|replyonlywith)",
    r"(?:noteto|attention|instructionsfor|messageto)(?:the|all|any)?(?:ai|llm|llms|chatbots?|"
    r"languagemodels?|aiassistants?|airewiewers?|aireviewers?)(?=[a-z])",
    # French
    r"(?:ignore[zr]?|oublie[zr]?|neglige[zr]?)(?:toute?s?|tous|les|vos|tes|ces)*(?:instructions?|"
    r"consignes?|directives?)(?:qui)?(?:precedent|anterieur|initial|cidessus|duysteme|dusysteme)",
    r"netenezpascomptedes(?:instructions|consignes|directives)|faisabstractiondesinstructions",
    r"(?:tues|vousetes)(?:maintenant|desormais)(?:un|une)?(?:ia|assistant|chatbot|modele)",
    r"neditespasal(?:utilisateur)|nedispasalutilisateur",
    # German, Spanish, Norwegian, Italian, Portuguese, Dutch
    r"(?:ignoriere|missachte|vergiss)n?(?:sie)?(?:alle|die)*(?:vorherigen|bisherigen|vorigen|"
    r"obigen|fruheren)(?:anweisung|instruktion|befehl|vorgabe)",
    r"(?:ignor|olvid)(?:a|e|en|ad|ar)(?:todas|las|tus|sus)*(?:instrucciones|indicaciones)"
    r"(?:anteriores|previas)",
    r"(?:ignorer|glem)(?:alle|de)*(?:tidligere|forrige|foregaende)(?:instruks|instruksjon|beskjed)",
    r"ignora(?:te)?(?:tutte|le)*istruzioniprecedenti",
    r"ignore(?:m)?(?:todas|as)*(?:instrucoes|orientacoes)anteriores",
    r"negeer(?:alle|de)*(?:vorige|eerdere|voorgaande)(?:instructies|opdrachten)",
)
# Without accents, as the text is: "й" is "и".
_OTHER_SCRIPTS = (
    r"(?:игнорируи|забудь)(?:те)?(?:все)?(?:предыдущие|прежние)(?:инструкции|указания)",
    r"(?:忽略|无视|忘记)(?:之前|以上|上面|先前|前面)?的?(?:所有|全部)?(?:之前|以上|先前)?的?(?:指令|指示|提示)",
    r"تجاهل(?:جميع|كل)?التعليماتالسابقة",
)
_ANY = re.compile("|".join(_PATTERNS))
_ANY_SCRIPT = re.compile("|".join(_OTHER_SCRIPTS))
# What separates turns in the formats of chat models; it has no business in a paper.
_MARKUP = re.compile(
    r"<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id)[^>]*\|?>"
    r"|\[/?INST\]|<</?SYS>>|###\s*(?:System|Instruction|Assistant)\s*:|</?system>",
    re.IGNORECASE,
)


def instructions(text: str) -> Iterator[str]:
    """The words of a text that speak to a machine, as they stand, cut to a line."""
    letters, places = _letters(text)
    found = [
        *(match.span() for match in _MARKUP.finditer(text)),
        *_spans(_ANY, letters.translate(_LOOKALIKES), places),
        *_spans(_ANY_SCRIPT, letters, places),
    ]
    for start, end in sorted(found):
        yield " ".join(text[start:end].split())[:_LONGEST]


def _spans(pattern: re.Pattern[str], letters: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """Where the words of each match begin and end in the text."""
    for match in pattern.finditer(letters):
        end = match.end()
        while end < len(places) and places[end] == places[end - 1] + 1:
            end += 1
        yield places[match.start()], places[end - 1] + 1


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters of a text, in lower case without accents, and where each stands in it."""
    if text.isascii():
        found = [(place, char) for place, char in enumerate(text.lower()) if char.isalpha()]
        return "".join(char for _, char in found), [place for place, _ in found]
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for each in unicodedata.normalize("NFKD", char.casefold()):
            if each.isalpha():
                letters.append(each)
                places.append(place)
    return "".join(letters), places
