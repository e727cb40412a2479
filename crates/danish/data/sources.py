"""Reads the sources named in README.md into plain Python values.

In: a folder with the downloaded sources. Out: readings, frequencies and compound flags of Danish words, all folded.
Deliberately absent: any judgement about them (make_data.py makes those), and anything from a scoring list.
"""
import collections
import gzip
import os
import re
import tarfile
import unicodedata
import zipfile

LETTERS = {'å': 'aa', 'ø': 'oe', 'æ': 'ae', 'ö': 'oe', 'ä': 'ae', 'ß': 'ss', 'œ': 'oe', 'đ': 'd', 'ð': 'd', 'ł': 'l', 'þ': 'th'}


def fold(word):
    """The search key of a word; must agree with src/fold.rs."""
    word = unicodedata.normalize('NFC', word).lower()
    word = ''.join(LETTERS.get(c, c) for c in word)
    return ''.join(c for c in unicodedata.normalize('NFD', word) if not unicodedata.combining(c))


def plain(key):
    return 2 <= len(key) <= 40 and key.isascii() and key.isalpha()


NOUN = {2, 3, 4, 5, 7, 11, 13, 14, 15, 18, 19, 43, 44, 45, 46, 47, 48, 50, 51, 57, 58, 64, 65, 66, 70, 71, 72, 74, 75, 76, 84, 85, 87}
VERB = {1, 20, 21}
ADJECTIVE = {12, 23, 24, 25, 26, 27, 28, 38, 40, 41, 42, 49, 59, 77, 78, 82}
NAME = {9, 54}
GENITIVE, PASSIVE, VERBAL_NOUN, NEEDS_AFFIX = 10, 22, 79, 8
LINKING = {29, 30, 31, 32, 33, 34, 35, 36, 37, 39, 53, 55, 56, 60, 61, 62, 63, 67, 68, 69, 81, 83, 88}
SKIP = LINKING | {VERBAL_NOUN, 6, 54, 86, 89, 90}


class Hunspell:
    """The Danish spelling dictionary: entries with flags, and every form with its base form."""

    def __init__(self, package):
        with tarfile.open(package) as tar:
            aff = tar.extractfile('package/index.aff').read().decode('utf8')
            dic = tar.extractfile('package/index.dic').read().decode('utf8')
        self.suffixes = collections.defaultdict(list)
        for line in aff.splitlines():
            field = line.split('#')[0].split()
            if len(field) >= 4 and field[0] == 'SFX' and field[2] != 'Y':
                strip = '' if field[2] == '0' else field[2]
                add, _, flags = field[3].partition('/')
                add = '' if add == '0' else add
                condition = field[4] if len(field) > 4 and not field[4].startswith('+') else '.'
                self.suffixes[int(field[1])].append(
                    (strip, add, frozenset(map(int, flags.split(','))) if flags else frozenset(), re.compile(condition + '$')))
        self.entries = []  # (word, flags)
        self.stem_of = []  # (form, stem)
        for line in dic.splitlines()[1:]:
            field = line.strip().split(' ')
            word, _, flags = field[0].partition('/')
            if not word:
                continue
            flags = frozenset(int(f) for f in flags.split(',') if f.isdigit()) if flags else frozenset()
            if 6 in flags:
                continue
            stems = [f[3:] for f in field[1:] if f.startswith('st:')]
            for stem in stems:
                self.stem_of.append((word, stem))
            for f in field[1:]:
                if f.startswith('al:'):
                    self.stem_of.append((f[3:], word))
            if not stems:
                self.entries.append((word, flags))

    def forms(self, word, flags, depth=0):
        """Every form that the flags make of a word."""
        for flag in sorted(flags - SKIP):
            for strip, add, more, condition in self.suffixes.get(flag, ()):
                if word.endswith(strip) and condition.search(word):
                    form = word[:len(word) - len(strip)] + add
                    if NEEDS_AFFIX not in more:
                        yield form
                    if depth < 2:
                        yield from self.forms(form, more, depth + 1)


def pos_of(flags):
    pos = ''
    if flags & VERB:
        pos += 'V'
    if flags & ADJECTIVE:
        pos += 'A'
    if flags & NOUN or (GENITIVE in flags and not flags & (VERB | ADJECTIVE | {28, 27, 26})):
        pos += 'N'
    return pos


def unpack(data):
    """The few MessagePack shapes that a wordfreq list is made of."""
    at = 0

    def read():
        nonlocal at
        tag = data[at]
        at += 1
        if tag < 0x80:
            return tag
        if tag < 0x90:
            return {read(): read() for _ in range(tag & 15)}
        if tag < 0xa0:
            return [read() for _ in range(tag & 15)]
        if tag < 0xc0:
            n = tag & 31
        elif tag in (0xd9, 0xda):
            w = tag - 0xd8
            n = int.from_bytes(data[at:at + w], 'big')
            at += w
        elif tag in (0xdc, 0xdd):
            w = 2 if tag == 0xdc else 4
            n = int.from_bytes(data[at:at + w], 'big')
            at += w
            return [read() for _ in range(n)]
        elif tag in (0xcc, 0xcd):
            w = tag - 0xcb
            n = int.from_bytes(data[at:at + w], 'big')
            at += w
            return n
        else:
            raise ValueError('unexpected tag %x' % tag)
        at += n
        return data[at - n:at].decode('utf8')
    return read()


def frequencies(wheel):
    """Folded word → Zipf frequency (log10 of occurrences in a thousand million words), and the same by spelling."""
    with zipfile.ZipFile(wheel) as z:
        bins = unpack(gzip.decompress(z.read('wordfreq/data/small_da.msgpack.gz')))[1:]
    zipf, raw = {}, {}
    for centibels, words in enumerate(bins):
        for word in words:
            key = fold(word)
            raw[word] = max(raw.get(word, 0), 9 - centibels / 100)
            if plain(key):
                zipf[key] = max(zipf.get(key, 0), 9 - centibels / 100)
    return zipf, raw


def unimorph(path):
    """(form, lemma, part of speech)."""
    with open(path, encoding='utf8') as lines:
        for line in lines:
            field = line.rstrip('\n').split('\t')
            if len(field) == 3:
                yield field[1], field[0], {'N': 'N', 'V': 'V', 'A': 'A'}[field[2][0]]


def treebank(paths):
    """(form, lemma, part of speech as in Universal Dependencies)."""
    for path in paths:
        with open(path, encoding='utf8') as lines:
            for line in lines:
                field = line.rstrip('\n').split('\t')
                if len(field) == 10 and field[0].isdigit():
                    yield field[1], field[2], field[3]


def source(folder, start):
    for name in sorted(os.listdir(folder)):
        if name.startswith(start):
            return os.path.join(folder, name)
    raise SystemExit('no %s* in %s: see README.md' % (start, folder))
