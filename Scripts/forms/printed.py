"""Numbers and dates as printed, and what of them can be read."""

import re

NOISE = "AÀĂEFGHKLPSTZ4/&%{}|~.,:;'\"*£§€ƒ¬0156789ae"
ODD = "{a}.{b};{a}-{b}.I;{a}&{b};{a}-{b}+{c};{a}-{b}&{c};{a}({b});{a}-{b}-{c};{a}-{b}2;{a}-{b}.{c};P{n}-{a};{a}/{b};{a}-{b}1b;{a}-{b}, {c}"


def noise(s):
    """What an engine makes of hand-writing."""
    text = "".join(s.pick(NOISE) for _ in range(s.chance.randint(1, 5)))
    return f"{{{text}" if re.fullmatch(r"\d+[a-z]?", text) else text


def gap(s):
    """The place of a number written by hand: blanks, dots, junk."""
    return s.pick(("", "   ", "      ", "....", "……", "_____", ". . . .", noise(s), noise(s), noise(s) + " " + noise(s)))


def symbol(s, house, code, letter, year, legal):
    """The symbol behind the number: (separator, symbol, year or None)."""
    body = house.sym
    if house.form == "party":
        return "-", f"{code or 'CV'}/{body}" + (s.pick(("", "", "", "/nb")) if not code else ""), None
    if letter:
        unit = s.pick(s.units)
        plain = s.pick((f"{body}-{unit}", f"{body}-{unit}", f"{body}-{unit}", body, f"{body}-{unit}{s.chance.randint(1, 9)}", f"CV-{body}"))
        odd = s.pick(ODD.split(";")).format(a=body, b=unit, c=s.pick(s.units), n=s.chance.randint(1, 9))
        return "/", odd if s.maybe(0.12) else plain, None
    if legal and house.sym in ("QH", "UBTVQH"):
        return "/", f"{house.sym}{(year - 1946) // 5}", year
    return "/", f"{code}-{body}", year if legal else None


def number(s, house, code, letter, year, legal=False, gaps=0.12, word="Số", old=False):
    """(text of the number line, field document_number). `code` is the symbol of the type or an empty string."""
    value = s.pick((s.chance.randint(1, 30), s.chance.randint(1, 400), s.chance.randint(1, 9999)))
    value = f"{value:02}" if s.maybe(0.8) else str(value)
    if s.maybe(0.03):
        value += s.pick("abc")
    separator, sign, printed_year = symbol(s, house, code, letter, year, legal)
    if old:
        separator, sign = " ", s.pick((f"{code or 'CV'}/{house.sym[:2]}", f"{code or 'CV'}-{house.sym[:2]}", f"{house.sym}/{s.pick(s.units)}", f"{code or house.sym}/UB"))
    head = s.pick((f"{word}: ", f"{word}: ", f"{word}:", f"{word} : ", f"{word} ")) if house.form != "party" else s.pick((f"{word} ", f"{word} ", f"{word}: "))
    middle = f"/{printed_year}" if printed_year else ""
    if s.maybe(gaps):
        printed, value = gap(s), None
    else:
        printed = value
    spaced = sign.replace("-", " - ", 1) if s.maybe(0.04) else sign
    blank = s.pick(("", "", "", "", "  ", " ")) if separator == "/" else ""
    text = head + printed + blank + middle + separator + spaced
    whole = None if value is None else f"{value}{middle}{separator}{sign}"
    return text, {
        "value": whole, "number": value, "year": str(printed_year) if printed_year else None, "symbol": sign}


def date(s, place, year, gaps=0.15):
    """(text of the date line, ISO date or a partial one or None)."""
    day, month = s.chance.randint(1, 28), s.chance.randint(1, 12)
    shown = f"{month:02}" if month < 3 or s.maybe(0.25) else str(month)
    days, iso = f"{day:02}", f"{year}-{month:02}-{day:02}"
    if s.maybe(gaps):
        days, iso = re.sub(r"[\d/]", "", gap(s)) or s.pick(("   ", "......")), f"{year}-{month:02}"
    comma = s.pick((", ", ", ", ", ", ",", " "))
    form = s.pick(("{p}{c}ngày {d} tháng {m} năm {y}",) * 9 + ("{p}{c}ngày {d}/{m}/{y}", "{p}{c}ngày {d} - {m} - {y}"))
    if not days.strip(". _…").isdigit() and "/" in form:
        form = "{p}{c}ngày {d} tháng {m} năm {y}"
    return form.format(p=place, c=comma, d=days, m=shown, y=year), iso
