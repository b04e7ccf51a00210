"""Asserts that the zones of a document cut exactly the values of its record."""


def joined(text, zones, names):
    """The stretches of some zones, joined in the order in which they were written."""
    lines = text.split("\n")
    return " ".join(lines[n - 1][start:end] for n, start, end, zone in zones if zone in names)


def squeezed(text):
    return " ".join(text.split())


def check(text, zones, order, record):
    """`zones` in order of lines, `order` in order of cells. Raises AssertionError."""
    reached = (0, 0)
    lines = text.split("\n")
    for number, start, end, zone in zones:
        assert (number, start) >= reached and start < end <= len(lines[number - 1]), (number, start, end, zone)
        stretch = lines[number - 1][start:end]
        assert stretch == stretch.strip(), (zone, stretch)
        reached = (number, end)
    look = lambda names: squeezed(joined(text, order, names))
    for document in record["documents"]:
        holds(look({"superior", "org"}), document.get("issuing_body"))
        holds(look({"superior", "org"}), document.get("superior_body"))
        holds(look({"subject", "vv"}), document.get("subject"))
        holds(look({"place_date"}), document.get("place"))
        holds(look({"archive"}), document.get("archive_note"))
        for body in document.get("co_issuers") or []:
            holds(look({"org"}), body)
        for name in document.get("recipients") or []:
            holds(look({"recipients"}), name)
        for name in document.get("addressees") or []:
            holds(look({"addressee"}), name)
        for signer in document.get("signers") or []:
            holds(look({"signer"}), signer["name"])
            holds(look({"signer"}), signer["rank"])
            holds(look({"sign_title"}), signer["title"])
            for line in (signer["authority"] or "").split(" / "):
                holds(look({"sign_authority"}), line)
        number = (document.get("document_number") or {}).get("number")
        holds(look({"number"}), number)


def holds(text, value):
    assert not value or squeezed(value) in text, (value, text)
