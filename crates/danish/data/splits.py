"""Finds the parts of the compounds in the spelling dictionary, and with them how willingly each word begins or ends a compound.

In: the dictionary's words with flags, readings, frequencies. Out: the lines of words.tsv.
The method is a small expectation-maximisation: split every word as well as the present weights allow, count who begins and
who ends compounds, weigh again. A head must have the inflection of its compound: `billede` is no `bil` + `lede`.
"""
import collections
import math

from grammar import BOUND_FIRST, BOUND_LAST, CLOSED_WORDS, DAYS, NOUNS_TOO, PARTICLES, SUFFIX_NOUNS, SUFFIXES
from sources import LINKING, NAME, SKIP, VERBAL_NOUN, fold, plain, pos_of

# Words of closed classes neither begin nor end a compound, unless they are nouns as well.
CLOSED = {fold(w) for w in CLOSED_WORDS}
BANNED = PARTICLES | CLOSED - NOUNS_TOO
COMMON = {2, 7, 14, 19, 44, 48, 50, 58, 65, 75}
NEUTER = {3, 4, 15, 18, 45, 47, 51, 57, 66, 70, 72, 76, 84, 87}
NEVER = 31  # the level of a cost that no split can afford
ROUNDS = 4
LIMIT = 9.7
# Letters match by chance the less the more they are: what each letter of a word beyond LETTERS may cost.
LETTERS = 8
LONG = .25
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


def letters(key):
    """How many letters a folded word is written with: `aer` is `ær`."""
    return len(key) - sum(key.count(digraph) for digraph in ('aa', 'ae', 'oe'))


def short(key):
    """Short parts are everywhere by chance."""
    n = len(key)
    return 1.5 if n <= 2 else .8 if n == 3 else .2 if n == 4 else 0


def prefixed(word, surface, words):
    """Whether a word is a prefix and a word rather than what it seems to begin with: `for|tære` is no `fort` + `ære`."""
    if word[0] == 'u' and len(surface) <= 4 and word[1:] in words:
        return True
    within = range(max(2, len(surface) - 3), min(6, len(surface), len(word) - 3))
    return any(word[:n] in PARTICLES and word[n:] in words for n in within)


def genders(paradigms):
    found = set()
    for p in paradigms:
        found |= {'common'} if p & COMMON else set()
        found |= {'neuter'} if p & NEUTER else set()
    return found


def disagreement(whole, head, n_letters):
    """What a head costs whose inflection differs from its compound's; None when it cannot be the head."""
    if not whole or not head or whole & head:
        return 0
    one, other = genders(whole), genders(head)
    if one and other and not one & other:
        # The dictionary errs at times (*en* `jordbær`); a long head is none by chance.
        return 1.5 if n_letters >= 6 else None
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

    def head(self, word, head, link, pos, paradigms):
        """(cost, parts of speech it shares) of a last part; None when it cannot be one."""
        entry = self.words.get(head)
        rare = 0
        # `ven-skab` is no `kab`.
        if head in CLOSED - NOUNS_TOO or link == 's' and link + head in SUFFIXES or self.of_verb(word, head):
            return None
        if head in SUFFIXES and not any(p & SUFFIX_NOUNS.get(head, set()) for p in paradigms):
            return None
        participle = None
        if 'A' in pos and head.endswith(PARTICIPLES) and letters(head) > 3:
            # `håndskreven`, `ansvarshavende`.
            verb = next((l for l, p in sorted(self.readings.get(head, ())) if p == 'V' and l in self.words), None)
            if verb and self.is_verb(verb):
                participle = self.cost_last(verb) + short(verb) + 1, {'A'}
        if entry is None and 'N' in pos:
            # Words that only have a plural end like the plural of others: `puljemidler`.
            base = next((l for l, p in sorted(self.readings.get(head, ())) if p == 'N' and l in self.words), None)
            if base is None and head.endswith('er') and letters(head) >= 5 and self.is_verb(head[:-1]):
                # `initiativtager`: who takes is a `tager` only there.
                return self.cost_last(head[:-1]) + short(head) + 1, {'N'}
            entry, rare = self.words.get(base), 1
        if entry is None or not entry.pos & pos:
            return participle
        if letters(head) == 2 and ('N' not in entry.pos or self.zipf.get(head, 0) < 4):
            return None
        mismatch = disagreement(paradigms, entry.paradigms, letters(head))
        if mismatch is None:
            return participle
        cost = rare + self.cost_last(head) + mismatch + short(head)
        cost += 1.5 if letters(head) <= 3 and 'N' not in entry.pos else 0
        return participle if participle and participle[0] < cost else (cost, entry.pos & pos)

    def of_verb(self, word, head):
        """Whether a head is the ending of a verb: `evidensbas-eret` of `basere` is no `ret`, `tarif-ering` no `ring`."""
        start = word[:-len(head)]
        if not start.endswith('e') or 'e' + head not in SUFFIXES:
            return False
        if head == 'ring' and start not in self.words:
            return True
        return any(self.is_verb(start[j:] + 're') for j in range(len(start) - 2))

    def is_verb(self, key):
        return key in self.words and 'V' in self.words[key].pos and key not in BANNED

    def best(self, word, pos, paradigms):
        """(cost, surface, link, base, head) of the best split in two."""
        found = None
        for surface, link, base, penalty in self.beginnings(word):
            head = word[len(surface + link):]
            # `passioneret` is no `ret`, though some nouns do take an `e` (`fuglerede`).
            if link == 'e' and penalty and link + head in SUFFIXES:
                continue
            known = self.head(word, head, link, pos, paradigms)
            if known is None or surface in BOUND_FIRST and head in BOUND_LAST or self.rarer(word, base, head):
                continue
            cost = self.cost_first(base) + penalty + short(surface) + known[0]
            if known[1] == {'V'}:
                first = self.words.get(base)
                if first is None or 'N' not in first.pos and letters(surface) < 5:
                    continue
                cost += VERB
            if found is None or cost < found[0]:
                found = (cost, surface, link, base, head)
        return found

    def best_of_three(self, word, pos):
        """The same for a word whose head is a compound in no list (`kontorvarefirma`); the head's split is the last item."""
        found = None
        for surface, link, base, penalty in self.beginnings(word):
            head = word[len(surface + link):]
            if letters(head) < 6 or head in self.words:
                continue
            inner = self.best(head, pos, set())
            # Short parts in the middle are there by chance.
            if inner is None or {link + inner[1], inner[1]} & SUFFIXES or letters(inner[1]) < 4:
                continue
            cost = self.cost_first(base) + penalty + short(surface) + inner[0] + THREE
            if found is None or cost < found[0]:
                found = (cost, surface, link, base, head, inner)
        return found

    def rarer(self, word, base, head):
        """Whether the parts are so much rarer than the word that it is hardly made of them (`tran` in `transport`)."""
        own, one, other = (self.zipf.get(w, 2) for w in (word, base, head))
        if base not in self.words:
            one = own
        if (one + other) / 2 + 1.5 < own:
            return True
        # A short part of unknown frequency may be common in compounds (`drivkraft`), but not of three letters (`vinkel`).
        few = [zipf for part, zipf in ((base, one), (head, other)) if len(part) <= (4 if part in self.zipf else 3)]
        return any(zipf + 1.2 < own for zipf in few)

    def beginnings(self, word):
        for i in range(2, len(word) - 1):
            for option in self.modifiers.get(word[:i], ()):
                surface, link = option[0], option[1]
                if surface + link not in PARTICLES and not prefixed(word, surface, self.readings):
                    yield option

    def split(self, word, pos, paradigms):
        """The best split that is cheap enough: in two, or else in three."""
        found = self.best(word, pos, paradigms)
        if found and found[0] <= self.limit(word, 2):
            return found
        if pos & {'N', 'A'} and letters(word) >= 10:
            found = self.best_of_three(word, pos - {'V'})
            if found and found[0] <= self.limit(word, 3):
                return found
        return None

    def limit(self, word, n_parts):
        length = LONG * max(0, letters(word) - LETTERS * n_parts / 2)
        return LIMIT * n_parts / 2 + length - FREQUENT * max(0, self.zipf.get(word, 2) - 3)


# Words of three parts with no list to tell of the last two are seldom.
THREE = 1.0
PARTICIPLES = ('en', 'et', 't', 'ende')
# Seldom does a verb end a compound, as it has prefixes instead.
VERB = 2.5
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


def split_all(splitter, words, names, readings):
    found = {}
    for key in sorted(words):
        entry = words[key]
        if len(key) < 5 or key in splitter.special and 'N' not in entry.pos or key in names or key in DAYS:
            continue
        best = splitter.split(key, entry.pos, entry.paradigms)
        if best:
            found[key] = best
    # `godkendelse` follows `godkende`, which is no compound.
    for key in list(found):
        _, surface, link, base = found[key][:4]
        first = words.get(base)
        for suffix, endings in VERBAL:
            if key.endswith(suffix):
                verbs = [key[:-len(suffix)] + e for e in endings]
                if any(simple(v, surface + link, first, link, words, found, splitter.zipf) for v in verbs):
                    del found[key]
                    break
    # `interesserede` is a form of `interessere`, which is no compound either.
    for key in list(found):
        verbs = [l for l, p in readings.get(key, ()) if p == 'V' and l != key]
        if verbs and not any(v in found for v in verbs) and any(v in words for v in verbs):
            begin = found[key][1] + found[key][2]
            if not any(v.startswith(begin) and len(v) - len(begin) > 3 and v[len(begin):] in words for v in verbs):
                del found[key]
    # `håndværker` and `håndværksmæssig` follow `håndværk`, which is one.
    for key in sorted(words):
        stem = next((key[:-len(s)] for s in DERIVED if key.endswith(s) and key[:-len(s)] in found), None)
        much = stem and splitter.zipf.get(key, 2) > splitter.zipf.get(stem, 2) + 1
        if stem and not much and key not in found and key not in names and letters(stem) >= 6:
            cost, surface, link, base = found[stem][:4]
            found[key] = (cost, surface, link, base, key[len(surface + link):])
    return found


DERIVED = ('er', 'eri', 'isk', 'elig', 'lig', 'ing', 'ning')


def expand(key, found, split=None):
    """[(end of part, length of link)] of every part but the last, as deep as the parts are compounds themselves."""
    split = split or found.get(key)
    if not split:
        return []
    _, surface, link, base, head = split[:5]
    cuts = expand(surface, found) if surface == base else []
    at = len(surface) + len(link)
    inner = split[5] if len(split) > 5 else None
    return cuts + [(len(surface), len(link))] + [(at + end, n) for end, n in expand(head, found, inner)]


def make(hunspell, readings, zipf):
    words, names, special = gather(hunspell, readings)
    splitter = Splitter(words, special, zipf, readings)
    found = {}
    for _ in range(ROUNDS):
        found = split_all(splitter, words, names, readings)
        first, last = collections.Counter(), collections.Counter()
        for split in found.values():
            first[split[3]] += 1
            last[split[4]] += 1
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
        first = NEVER if key in BANNED else level(splitter.cost_first(reference))
        last = NEVER if key in SUFFIXES or key in CLOSED - NOUNS_TOO else level(splitter.cost_last(key))
        other_base = '' if base in (None, key) else base
        columns = [key, pos, links or '-', str(round(zipf.get(key, 0) * 8)), str(first), str(last), other_base, cuts]
        lines.append('\t'.join(columns).rstrip() + '\n')
    return lines
