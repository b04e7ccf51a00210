#!/usr/bin/env python3
"""Count in which pairs of words the first one is written with a capital.

  capital_pairs.py OUTPUT.tsv CORPUS...

Reads corpora (a paragraph a line, NFC). Where no sentence begins and the line is not all capitals, counts for
each pair (word, next word) how often the word has a capital. Writes the pairs that are capitalised in at least
half of at least 15 places although the word alone hardly ever is, and begin with a letter whose capital looks
like its small form (c o s u v x z w): columns word, next, places, capitalised.
"""
import collections
import re
import sys

MOVED = {'oà': 'òa', 'oá': 'óa', 'oả': 'ỏa', 'oã': 'õa', 'oạ': 'ọa', 'oè': 'òe', 'oé': 'óe', 'oẻ': 'ỏe', 'oẽ': 'õe',
         'oẹ': 'ọe', 'uỳ': 'ùy', 'uý': 'úy', 'uỷ': 'ủy', 'uỹ': 'ũy', 'uỵ': 'ụy'}
WORD = re.compile(r'[^\W\d_]+|[^\w\s]|\d+')
OPENERS = set('.!?:;“"-–•')


def older(word):
    tail = word[-2:]
    return word[:-2] + MOVED[tail] if tail in MOVED and word[-3:-2] != 'q' else word


def main():
    output, corpora = sys.argv[1], sys.argv[2:]
    places, capitals = collections.Counter(), collections.Counter()
    single, single_capitals = collections.Counter(), collections.Counter()
    for path in corpora:
        for line in open(path, encoding='utf-8'):
            if line.isupper():
                continue
            tokens = WORD.findall(line)
            for before, word, after in zip(tokens, tokens[1:], tokens[2:]):
                if before in OPENERS or not word[0].isalpha() or (len(word) > 1 and word.isupper()):
                    continue
                lower = word.lower()
                if lower[0] not in 'cosuvxzwụủứừửữựôốồổỗộơớờởỡợóòỏõọúùũ':
                    continue
                capital = word[0].isupper()
                lower = older(lower)
                single[lower] += 1
                single_capitals[lower] += capital
                if after[0].isalpha():
                    places[lower, older(after.lower())] += 1
                    capitals[lower, older(after.lower())] += capital
    with open(output, 'w', encoding='utf-8') as out:
        out.write('word\tnext\tplaces\tcapitalised\n')
        for (word, after), count in sorted(places.items()):
            if count >= 15 and capitals[word, after] * 2 >= count:
                out.write(f'{word}\t{after}\t{count}\t{capitals[word, after]}\n')


if __name__ == '__main__':
    main()
