"""Finds the parts of the compounds in the spelling dictionary, and with them how willingly each word begins or ends a compound.

In: the dictionary's words with flags, readings, frequencies. Out: the lines of words.tsv.
The method is a small expectation-maximisation: split every word as well as the present weights allow, count who begins and
who ends compounds, weigh again. A head must have the inflection of its compound: `billede` is no `bil` + `lede`.
"""
import collections
import math

from grammar import CLOSED_WORDS, DAYS, NOUNS_TOO, PARTICLES, SUFFIXES
from sources import LINKING, NAME, SKIP, VERBAL_NOUN, fold, plain, pos_of

# Words of closed classes neither begin nor end a compound, unless they are nouns as well.
CLOSED = {fold(w) for w in CLOSED_WORDS}
BANNED = PARTICLES | CLOSED - NOUNS_TOO
COMMON = {2, 7, 14, 19, 44, 48, 50, 58, 65, 75}
NEUTER = {3, 4, 15, 18, 45, 47, 51, 57, 66, 70, 72, 76, 84, 87}
NEVER = 31  # the level of a cost that no split can afford
ROUNDS = 4
LIMIT = 9.5
FREQUENT = 1.1


class Word:
    __slots__ = ('pos', 'paradigms', 'links', 'base')

    def __init__(self):
        self.pos, self.paradigms, self.links, self.base = set(), set(), set(), None


def gather(hunspell, readings):
    """Base form → Word; the names; modifiers that are no base forms (`billed-`, `bus(se)-`, `øko-`)."""
    words, names, special = collections.defaultdict(Word), set(), {}
    for word, flags in hunspell.entries:
        key = fold(word.rstrip('-'))
        if not plain(key):
            continue
        if flags & NAME and word[0].isupper():
            names.add(key)
            continue
        if word.endswith('-'):
            special.setdefault(key, key)
            continue
        pos = pos_of(flags)
        if not pos:
            if flags & {29, 31, 32} and len(key) > 3:
                special.setdefault(key, key)
            continue
        entry = words[key]
        entry.pos.update(pos)
        entry.paradigms.add(frozenset(flags - LINKING - {VERBAL_NOUN, 10, 89, 90}))
        double = key + key[-1]
        for flag, links, extra in (
                (29, ['s'], []), (31, [''], []), (30, ['e'], []), (60, ['er'], []), (62, ['', 's'], []), (63, ['', 'e'], []),
                (55, [], [key[:-1]]), (56, [], [key[:-1] + 's']), (61, [], [double + 'e']), (67, [''], [double + 'e']),
                (68, [], [double + 'er']), (69, [], [key[:-2] + 'e'])):
            if flag in flags:
                entry.links.update(links)
                for e in extra:
                    if special.get(e, e) == e:
                        special[e] = key
    for form in readings:
        for lemma, pos in readings[form]:
            if pos in 'NVA':
                words[lemma].pos.add(pos)
    for plural in ('boern', 'maend', 'foraeldre', 'soeskende'):
        words[plural].pos.add('N')
    return dict(words), names, special


def weigh(counts, zipf, total, key):
    return -math.log10((counts.get(key, 0) + .1 * 10 ** (.6 * (zipf.get(key, 2) - 3))) / total)


def short(n):
    return 1.5 if n <= 2 else .8 if n == 3 else .2 if n == 4 else 0


def genders(paradigms):
    found = set()
    for p in paradigms:
        found |= {'common'} if p & COMMON else set()
        found |= {'neuter'} if p & NEUTER else set()
    return found


def disagreement(whole, head):
    """What a head costs whose inflection differs from its compound's; None when it cannot be the head."""
    if not whole or not head or whole & head:
        return 0
    one, other = genders(whole), genders(head)
    if one and other and not one & other:
        return None
    return .8


class Splitter:
    def __init__(self, words, special, zipf, readings):
        self.words, self.special, self.zipf, self.readings = words, special, zipf, readings
        self.first, self.last, self.total = {}, {}, 3000
        self.modifiers = collections.defaultdict(list)  # surface with link → (surface, link, base, penalty)
        for key, entry in sorted(words.items()):
            if key in BANNED:
                continue
            if 'N' in entry.pos or 'A' in entry.pos or ('V' in entry.pos and key.endswith('e')):
                for link in ('', 's', 'e', 'er'):
                    if link in entry.links:
                        penalty = 0
                    elif link == '':
                        penalty = .5 if 'N' in entry.pos and entry.links else .2
                    elif link == 's' and 'N' in entry.pos:
                        penalty = .8 if entry.links else .2
                    elif link == 'e' and entry.pos & {'A', 'N'} and not key.endswith('e'):
                        penalty = 1.0
                    else:
                        continue
                    if link == 's' and key + 's' in words:
                        penalty += .6  # `godsejer` owns *gods*, not *god*
                    self.modifiers[key + link].append((key, link, key, penalty))
        for key, base in sorted(special.items()):
            if key not in BANNED and (key not in words or key != base and words[key].pos == {'V'}):
                self.modifiers[key].append((key, '', base, 0))

    def cost_first(self, base):
        return weigh(self.first, self.zipf, self.total, base)

    def cost_last(self, key):
        return weigh(self.last, self.zipf, self.total, key)

    def best(self, word, pos, paradigms):
        """(cost, surface, link, base, head) of the best two-part split."""
        found = None
        for i in range(2, len(word) - 1):
            options = self.modifiers.get(word[:i])
            if not options:
                continue
            head = word[i:]
            entry = self.words.get(head)
            rare = 0
            if entry is None and 'N' in pos:
                # Words that only have a plural end like the plural of others: `puljemidler`.
                base = next((l for l, p in sorted(self.readings.get(head, ())) if p == 'N' and l in self.words), None)
                entry, rare = self.words.get(base), 1
            if entry is None or not entry.pos & pos or head in SUFFIXES or head in CLOSED - NOUNS_TOO:
                continue
            if len(head) == 2 and ('N' not in entry.pos or self.zipf.get(head, 0) < 4):
                continue
            rare += self.cost_last(head)
            shared = entry.pos & pos
            mismatch = disagreement(paradigms, entry.paradigms)
            if mismatch is None:
                continue
            for surface, link, base, penalty in options:
                first = self.words.get(base)
                cost = self.cost_first(base) + rare + penalty + mismatch + short(len(surface)) + short(len(head))
                if shared == {'V'}:
                    if first is None or 'N' not in first.pos:
                        continue
                    cost += 3
                if len(head) <= 3 and 'N' not in entry.pos:
                    cost += 1.5
                if found is None or cost < found[0]:
                    found = (cost, surface, link, base, head)
        return found

    def limit(self, word):
        return LIMIT - FREQUENT * max(0, self.zipf.get(word, 2) - 3)


VERBAL = (('else', ('e',)), ('ning', ('ne', 'e')), ('ing', ('e',)), ('sel', ('e', 'se')), ('er', ('e',)), ('eri', ('e',)), ('elig', ('e',)), ('hed', ('',)))


def simple(verb, start, first, link, words, found, zipf):
    """Whether a verb is no compound of what its derivation seems to begin with (`projektere`; but `initiativtager` = initiativ + tager)."""
    if verb not in words or not words[verb].pos & {'V', 'A'} or verb in found:
        return False
    if link or (first and 'A' not in first.pos):
        if zipf.get(verb, 0) >= 3:
            return True
        rest = words.get(verb[len(start):])
        return rest is None or 'V' not in rest.pos
    return True


def split_all(splitter, words, names):
    found = {}
    for key in sorted(words):
        entry = words[key]
        if len(key) < 5 or key in splitter.special and 'N' not in entry.pos or key in names or key in DAYS:
            continue
        best = splitter.best(key, entry.pos, entry.paradigms)
        if best and best[0] <= splitter.limit(key):
            found[key] = best
    # `godkendelse` follows `godkende`, which is no compound.
    for key in list(found):
        _, surface, link, base, _ = found[key]
        first = words.get(base)
        for suffix, endings in VERBAL:
            if key.endswith(suffix):
                verbs = [key[:-len(suffix)] + e for e in endings]
                if any(simple(v, surface + link, first, link, words, found, splitter.zipf) for v in verbs):
                    del found[key]
                    break
    return found


def expand(key, found):
    """[(end of part, length of link)] of every part but the last, as deep as the parts are compounds themselves."""
    if key not in found:
        return []
    _, surface, link, base, head = found[key]
    cuts = expand(surface, found) if surface == base else []
    at = len(surface) + len(link)
    return cuts + [(len(surface), len(link))] + [(at + end, n) for end, n in expand(head, found)]


def make(hunspell, readings, zipf):
    words, names, special = gather(hunspell, readings)
    splitter = Splitter(words, special, zipf, readings)
    found = {}
    for _ in range(ROUNDS):
        found = split_all(splitter, words, names)
        first, last = collections.Counter(), collections.Counter()
        for _, surface, link, base, head in found.values():
            first[base] += 1
            last[head] += 1
        splitter.first, splitter.last, splitter.total = first, last, max(3000, len(found))
    make.found, make.splitter = found, splitter

    def level(cost):
        return max(0, min(NEVER - 1, round(cost * 4)))
    lines = []
    foreign = {k for k in zipf if k not in readings}
    other = {k for k in readings if (k, 'X') in readings[k]}
    for key in sorted(set(words) | set(special) | names | foreign | other):
        if not plain(key):
            continue
        entry = words.get(key)
        pos = ''.join(sorted(entry.pos)) if entry else ''
        links = ''.join(n for l, n in (('', '0'), ('s', 's'), ('e', 'e'), ('er', 'r')) if entry and l in entry.links)
        base = special.get(key) if not entry or entry.pos == {'V'} else None
        if key in names:
            pos += 'P'
        if key in other:
            pos += 'CX' if key in CLOSED else 'X'
        if key in special and not (entry and entry.pos):
            pos += 'M'
        cuts = ' '.join('%d+%d' % c for c in expand(key, found))
        reference = base or key
        lines.append('\t'.join([key, pos, links or '-', str(round(zipf.get(key, 0) * 8)), str(NEVER if key in BANNED else level(splitter.cost_first(reference))),
                                str(NEVER if key in SUFFIXES or key in CLOSED - NOUNS_TOO else level(splitter.cost_last(key))), '' if base in (None, key) else base, cuts]).rstrip() + '\n')
    return lines
