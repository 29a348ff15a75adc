"""The naughty texts, and what must never come of them."""
import re
from pathlib import Path
from urllib.parse import urlsplit

LIST = Path(__file__).resolve().parents[1] / "Fixtures" / "naughty.txt"
# Every sum in the list is this one; it must never be worked out.
# Where the evidence for an intervention stands: the only place outside to which the house leads.
EVIDENCE = "https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit/"
WORKED_OUT = str(7731 * 7919)
NEVER = {"iframe", "object", "embed", "base", "applet", "frame", "frameset", "style", "img", "math", "template", "x-trellis", "plaintext", "xmp", "animate", "noscript"}

# A mail address that was proved, with words for it or without.
MAIL = r"mailto:[\w.%+-]+(@|%40)[\w.%-]+(\?subject=[\w.%-]*&body=[\w.%-]*)?"


def texts():
    lines = LIST.read_text(encoding="utf-8").split("\n")
    return [spelled(line) for line in lines[2:] if line and not line.startswith("## ")]


def spelled(line):
    if found := re.fullmatch(r"<REPEAT (.+) (\d+)>", line):
        return spelled(found.group(1)) * int(found.group(2))
    return re.sub(r"\\u([0-9a-f]{4})|\\\\", lambda found: chr(int(found.group(1), 16)) if found.group(1) else "\\", line)


def assert_harmless(answer):
    """No server fault, and no element, attribute or address of a page that is not the house's own."""
    assert answer.status < 500, f"{answer.address} answers {answer.status}"
    assert answer.headers["Set-Cookie"] is None or "a=b" not in answer.headers["Set-Cookie"], answer.address
    if not answer.is_page:
        return
    where, tree = answer.address, answer.tree
    assert WORKED_OUT not in answer.body.decode(), f"{where} worked out a sum"
    assert not [element.tag for element in tree.iter(*NEVER)], where
    assert [script.get("src", "").split("?")[0] for script in tree.iter("script")] in ([], [f"{origin(where)}/assets/trellis.js"]), where
    assert not [name for name in (attribute.attrname for attribute in tree.xpath("//@*")) if name.startswith("on") or name in ("style", "srcdoc")], where
    # What the trust wrote as a council's portal: by https, and told nothing of where one comes from.
    portals = tree.xpath("//a[@rel='noopener noreferrer'][starts-with(@href, 'https://')]/@href")
    # The house has a second button of its own in some forms: where its formaction leads is held to the same as all else.
    for address in tree.xpath("//@href | //@src | //@action | //@formaction"):
        own = address.startswith((origin(where) + "/", "#", EVIDENCE)) or address == origin(where)
        assert own or address in portals or re.fullmatch(MAIL, address), f"{where} leads to {address}"
    assert not tree.xpath("//meta[@http-equiv]"), where


def origin(address):
    return "{0.scheme}://{0.netloc}".format(urlsplit(address))


def is_guarded(cell):
    """Whether a spreadsheet shows the cell as it is (OWASP, CSV injection)."""
    return not cell or cell[0] not in "=+-@\t\r" or re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None
