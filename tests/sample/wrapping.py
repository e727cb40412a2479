"""Wraps Danish text as word processors do, with hyphens at line ends, and tells which it set.

Words are cut at the joint of a compound where we know it, else before the last consonant between two
vowels (*Retskrivningsordbogen* § 15). Hyphens that belong to a word stay whatever happens.
"""
import re

# First parts of the compounds in source/, with their linking letters.
FIRST_PARTS = """sundheds journal kanal kommune kommunal patient patient data digital graviditets bestyrelses
general forsamlings lokal lokalsamfunds skole skolebus cykel vej trafik ungdoms flyde slæbe havne vinter
drifts leverandør finans økonomi bruger medicin prøve blod video telefon arbejds projekt handlings års
årsrapports høring hørings borger borgerservice styre styregruppe videre genoptrænings pleje sygepleje
lægehus almen lov data datasikkerheds cyber netværks medlems rednings strand ladestander kontingent
opfølgnings udgifts anlægs afstands trafiksikkerheds forurenings natur naturbeskyttelses svømme energi
børnehave klub fjern ventile mobil tilgængeligheds finansierings hjemme bevillings""".split()

# Prefixes are cut off whole: `be-styrelse`, not `bes-tyrelse`.
PREFIXES = "be for ind ud op af an til ned over under sam mod gen fore efter frem".split()

VOWELS = "aeiouyæøåé"
# What may begin a word before its first vowel, apart from a single consonant.
ONSETS = """sk st sp sl sm sn sv tr kr gr br pr fr dr vr bl kl pl fl gl kv tv kn str skr spr
bj fj hj kj mj gj lj tj vj""".split()


def begins_well(rest):
    """Whether a word might begin like this."""
    onset = re.match(f"[^{VOWELS}]*", rest)[0]
    return len(onset) < len(rest) and (len(onset) < 2 or onset in ONSETS)


def cuts(word):
    """Where a word of letters may be cut, as numbers of letters before the hyphen."""
    lower = word.lower()
    firsts = [part for part in FIRST_PARTS + PREFIXES if lower.startswith(part)]
    joints = {len(part) for part in firsts if len(lower) - len(part) >= 4 and begins_well(lower[len(part):])}
    syllables = set()
    for at in range(2, len(lower) - 1):
        before, here, after = lower[at - 1], lower[at], lower[at + 1]
        if here not in VOWELS and after in VOWELS and any(c in VOWELS for c in lower[:at]):
            # `ad-skilte`, not `ads-kilte`: three consonants keep two that begin words.
            together = before + here in ONSETS and (lower[at - 2] not in VOWELS or here == "j")
            syllables.add(at - 1 if together else at)
    # Beside a joint no other cut: `sundhed-sjournal` is what a reader stumbles over.
    kept = {cut for cut in syllables if cut >= 2 and all(abs(cut - joint) > 3 for joint in joints)}
    return sorted(joints | kept)


def pieces(word):
    """The ways to break a word: (left with its hyphen, right, whole)."""
    core = re.match(r"\W*", word)[0]
    out = []
    # A hyphen of the word itself, after capitals or figures or `it`: EPJ-|systemet, 3.0-|projekt.
    for found in re.finditer(r"(?<=[A-ZÆØÅ0-9])-(?=\w{4})|(?<=\bit)-(?=\w{4})", word):
        out.append((word[: found.end()], word[found.end():]))
    letters = re.fullmatch(r"(\W*)([A-Za-zÆØÅæøåé]+)(\W*)", word)
    if letters and not letters[2].isupper() and len(letters[2]) >= 5:
        for cut in cuts(letters[2]):
            at = len(core) + cut
            out.append((word[:at] + "-", word[at:]))
    return sorted(out, key=lambda pair: len(pair[0]))


def wrap(text, fits, breaks):
    """The lines of a text; `fits(line)` tells whether a line is short enough. Adds to `breaks`."""
    lines, line = [], ""
    words = text.split(" ")
    while words:
        word = words.pop(0)
        longer = f"{line} {word}" if line else word
        if fits(longer):
            line = longer
            continue
        fitting = [pair for pair in pieces(word) if fits(f"{line} {pair[0]}" if line else pair[0])]
        if fitting:
            left, right = fitting[-1]
            line = f"{line} {left}" if line else left
            breaks.append((left, right, word))
            words.insert(0, right)
        elif not line:
            line = word
            continue
        else:
            words.insert(0, word)
            if line.endswith("-"):
                breaks.append((line.split(" ")[-1], word, f"{line.split(' ')[-1]} {word}"))
        lines.append(line)
        line = ""
    return lines + [line] if line else lines
