#!/usr/bin/env python3
"""Compare token scores of an ARPA file under KenLM with this package's own.

  compare-with-kenlm.py ARPA SCORES [--tolerance 1e-4]

SCORES is the output of `phuchoi train --scores`: a line of text units, a tab, their log10 probabilities.
Needs the `kenlm` module. Exit status 1 when any token differs by more than the tolerance.
"""
import argparse
import sys

import kenlm


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("arpa")
    parser.add_argument("scores")
    parser.add_argument("--tolerance", type=float, default=1e-4)
    arguments = parser.parse_args()
    model = kenlm.Model(arguments.arpa)
    lines = tokens = 0
    worst = 0.0
    with open(arguments.scores, encoding="utf-8") as scores:
        for line in scores:
            units, _, numbers = line.rstrip("\n").partition("\t")
            ours = [float(number) for number in numbers.split()]
            theirs = [score for score, _, _ in model.full_scores(units)]
            if len(ours) != len(theirs):
                sys.exit(f"{len(ours)} scores for {len(theirs)} tokens: {units}")
            worst = max([worst] + [abs(a - b) for a, b in zip(ours, theirs)])
            lines += 1
            tokens += len(ours)
    print(f"{lines} lines, {tokens} tokens, largest difference {worst:.2e} log10")
    sys.exit(worst > arguments.tolerance)


if __name__ == "__main__":
    main()
