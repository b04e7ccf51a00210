"""The written Vietnamese syllable: its parts, its rules, the two placements of the tone mark."""

import re
import unicodedata

TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}

ONSETS = sorted(
    "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x".split(), key=len, reverse=True
)

# Every rime of the orthography without its tone, the rare ones (oong, ooc, oăm, uyp, uêu, ưm) included.
RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oong ooc
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăp oăt
    oe oem oen oeo oet
    uân uâng uât uây uê uêch uênh uêu uơ
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    y
    """.split()
)

# After q the glide is always written u, so the rimes of oa, oă, oe come back with u.
RIMES_AFTER_Q = frozenset(
    """
    ua uac uach uai uan uang uanh uao uap uat uau uay
    uăc uăm uăn uăng uăp uăt
    uâc uân uâng uât uây
    ue uec uen ueo uet
    uê uêch uên uênh uêt uêu
    ui uich uinh uit uôc uơ uơn uơt
    uy uych uyên uyêt uynh uyp uyt uyu
    """.split()
)

# Without an onset the diphthong iê is written yê.
RIMES_ALONE = (RIMES - {"iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu"}) | {
    "yêm", "yên", "yêng", "yêt", "yêu"
}

FRONT = frozenset("eêiy")
STOPPED = re.compile(r"(p|t|c|ch)$")

_OPEN_NEWER = re.compile(r"(o)([àáãảạèéẽẻẹ])$|(u)([ỳýỹỷỵ])$")


def split_tone(syllable):
    """The syllable without its tone mark (NFC), and the mark or an empty string."""
    decomposed = unicodedata.normalize("NFD", syllable)
    marks = [c for c in decomposed if c in TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in TONES))
    return bare, "".join(marks)


def older_placement(syllable):
    """hoà, hoẻ, uỷ as hòa, hỏe, ủy; anything else unchanged. Lower case in, lower case out."""
    if not _OPEN_NEWER.search(syllable) or syllable.startswith("qu"):
        return syllable
    letters = list(unicodedata.normalize("NFC", syllable))
    bare, mark = split_tone(letters[-1])
    letters[-2] = unicodedata.normalize("NFC", letters[-2] + mark)
    letters[-1] = bare
    return "".join(letters)


def is_syllable(text):
    """Whether a lower-case NFC text is a possible syllable by the rules of the orthography."""
    bare, marks = split_tone(text)
    if len(marks) > 1 or not bare:
        return False
    rime = _rime(bare)
    if rime is None:
        return False
    if STOPPED.search(rime) and marks not in ("\u0301", "\u0323"):
        return False
    return older_placement(text) == text and _tone_is_placed(text, bare, marks)


def _rime(bare):
    """The rime of a syllable without tone, or None where onset and rime do not go together."""
    if bare in RIMES_ALONE:
        return bare
    for onset in ONSETS:
        rime = bare[len(onset):]
        if not bare.startswith(onset) or not rime:
            continue
        if onset == "q":
            return rime if rime in RIMES_AFTER_Q else None
        if onset == "gi" and rime in RIMES and rime[0] not in "iy":
            return rime
        if onset == "g" and rime in RIMES and rime[0] == "i":
            return rime
        if _spelling_agrees(onset, rime) and rime in RIMES:
            return rime
    return None


def _spelling_agrees(onset, rime):
    """k, gh, ngh stand before e, ê, i, y; c, g, ng elsewhere."""
    if onset in ("k", "gh", "ngh"):
        return rime[0] in FRONT
    if onset in ("c", "g", "ng"):
        return rime[0] not in FRONT
    return onset != "gi"


def _tone_is_placed(text, bare, mark):
    """Whether the mark stands on the letter that carries it in the older placement."""
    if not mark:
        return True
    position = tone_position(bare)
    letters = list(bare)
    letters[position] = unicodedata.normalize("NFC", letters[position] + mark)
    return unicodedata.normalize("NFC", "".join(letters)) == text


def tone_position(bare):
    """The index of the letter that carries the tone mark in the older placement."""
    start = 0
    if bare.startswith("qu") and len(bare) > 2:
        start = 2
    elif bare.startswith("gi") and len(bare) > 2 and bare[2] in "aăâeêoôơuưy":
        # gi before a vowel is an onset, but g + iê is not: giêng carries its tone on ê either way.
        start = 2
    vowels = [i for i, c in enumerate(bare) if i >= start and c in "aăâeêioôơuưy"]
    for index in vowels:
        if bare[index] in "ăâêôơ":
            # ươ carries the mark on ơ, which is the last of the marked letters.
            return index
    for index in vowels:
        if bare[index] == "ư":
            return index
    if len(vowels) == 1:
        return vowels[0]
    closed = bare[-1] not in "aăâeêioôơuưy"
    return vowels[1] if closed or len(vowels) == 3 else vowels[0]
