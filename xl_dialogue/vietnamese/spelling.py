"""Vietnamese syllables: which words can be Vietnamese at all.

Source: Hoàng Phê (ed.), Từ điển tiếng Việt; the rimes of place names such as Bắc Kạn included.
"""

from __future__ import annotations

from unicodedata import normalize

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Ngang, huyền, hỏi, ngã, sắc, nặng: the order of the dictionary."""

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ
uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
_SYLLABLES = frozenset(onset + rime for onset in ("", *_ONSETS.split()) for rime in _RIMES.split())
_STOPS = ("c", "ch", "p", "t")
_PLACES = {
    normalize("NFC", letter + mark): (letter, tone)
    for letter in "aăâeêioôơuưy"
    for tone, mark in enumerate(TONES)
    if mark
}
_TONELESS = str.maketrans({toned: letter for toned, (letter, _) in _PLACES.items()})
_SHARP_OR_HEAVY = (4, 5)


def toneless(word: str) -> str:
    """The word in lower case without its tones; ă, â, ê, ô, ơ, ư, đ stay."""
    return word.lower().translate(_TONELESS)


def tones(word: str) -> list[int]:
    """The tones written in the word, as places in TONES; ngang is not written."""
    return [_PLACES[letter][1] for letter in word.lower() if letter in _PLACES]


def is_syllable(word: str) -> bool:
    """Whether the word is spelt as a Vietnamese syllable, one tone at most (NFC)."""
    bare, written = toneless(word), tones(word)
    if bare not in _SYLLABLES or len(written) > 1:
        return False
    return not (written and bare.endswith(_STOPS)) or written[0] in _SHARP_OR_HEAVY


def resembles_syllable(word: str) -> bool:
    """Whether the word could be Vietnamese with its tones mistyped (NFC)."""
    return toneless(word) in _SYLLABLES
