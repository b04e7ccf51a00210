"""Laying out cells of labelled text on lines: in columns as a page shows them, and one cell after the other."""

import textwrap


class Item:
    """A stretch of text of one zone, which wraps to the width of its cell."""

    def __init__(self, text, zone, align="l", wrap=True, hang=0):
        self.text, self.zone, self.align, self.wrap, self.hang = text.strip(), zone, align, wrap, hang

    def lines(self, width):
        if not self.text:
            return [("", None)]
        if not self.wrap:
            return [(self.text, self.zone)]
        wrapped = textwrap.wrap(
            self.text, max(width, 8), subsequent_indent=" " * self.hang,
            break_long_words=False, break_on_hyphens=False)
        return [(line.lstrip(), self.zone) for line in wrapped]

    def indent(self, number):
        """Blanks before a line of this item."""
        return self.hang if number else 0


def blank():
    return Item("", None)


class Row:
    """Cells side by side; `starts` are the columns in which they begin, `width` is that of the page."""

    def __init__(self, cells, starts, width, order=None):
        self.cells, self.starts, self.width = cells, starts, width
        self.order = order or range(len(cells))

    def widths(self):
        ends = [start - 2 for start in self.starts[1:]] + [self.width]
        return [end - start for start, end in zip(self.starts, ends)]

    def _cell_lines(self, number):
        width = self.widths()[number]
        lines = []
        for item in self.cells[number]:
            for row, (text, zone) in enumerate(item.lines(width)):
                centre = max(0, (width - len(text)) // 2)
                lines.append((centre if item.align == "c" else item.indent(row), text, zone))
        return lines

    def columns(self):
        """Lines of pieces (start, text, zone) as on the page."""
        cells = [self._cell_lines(n) for n in range(len(self.cells))]
        for row in range(max(map(len, cells), default=0)):
            pieces, reached = [], 0
            for number, cell in enumerate(cells):
                if row >= len(cell) or not cell[row][1]:
                    continue
                indent, text, zone = cell[row]
                start = max(self.starts[number] + indent, reached + 2 if reached else 0)
                pieces.append((start, text, zone))
                reached = start + len(text)
            yield pieces

    def linear(self, unwrapped):
        """Lines of pieces, one cell after the other; `unwrapped` items stand on one line."""
        for number in self.order:
            if unwrapped:
                rows = [(0, item.text, item.zone) for item in self.cells[number]]
            else:
                rows = self._cell_lines(number)
            for _, text, zone in rows:
                yield [(0, text, zone)] if text else []


class Block:
    """Items below each other over the width of the page."""

    def __init__(self, items, width, indent=0, left=0):
        self.items, self.width, self.indent, self.left = items, width, indent, left

    def columns(self):
        for item in self.items:
            for number, (text, zone) in enumerate(item.lines(self.width - self.left)):
                start = self.left + (self.indent if number == 0 and item.align == "l" else 0)
                if item.align == "c":
                    start = max(0, (self.width - len(text)) // 2)
                if item.align == "r":
                    start = max(0, self.width - len(text))
                yield [(start, text, zone)] if text else []

    def linear(self, unwrapped):
        for item in self.items:
            lines = [(item.text, item.zone)] if unwrapped and item.align != "l" else item.lines(self.width)
            for text, zone in lines:
                yield [(0, text, zone)] if text else []


def render(blocks, linear=False, unwrapped=False):
    """The text and its zones (line from 1, start, end, zone) of laid out blocks."""
    lines, zones = [], []
    for block in blocks:
        for pieces in block.linear(unwrapped) if linear else block.columns():
            line = ""
            for start, text, zone in pieces:
                line = line.ljust(start) + text
                if zone:
                    zones.append((len(lines) + 1, len(line) - len(text), len(line), zone))
            lines.append(line)
    return "\n".join(lines) + "\n", zones
