"""Follows every link from the first page, as each role that the chooser offers."""
import re
from urllib.parse import parse_qsl, urlsplit

from visitor import Visitor

# The chooser's buttons: <button name="role" value="…"> in a form.
ROLE = "role"
PAGES_OF_A_KIND, PAGES = 6, 400


def roles(address):
    return [button.get("value") for button in Visitor(address).get("/").buttons(ROLE)]


def arrive_as(address, role):
    """A visitor who has chosen that role, and the page that came of it."""
    visitor = Visitor(address)
    buttons = [button for button in visitor.get("/").buttons(ROLE) if button.get("value") == role]
    assert buttons, f"the chooser does not offer {role}"
    return visitor, visitor.press(buttons[0])


def kind(link):
    """Addresses that differ only in their numbers and in the values of their queries show the same kind of page."""
    parts = urlsplit(link)
    return re.sub(r"\d+", "#", parts.path), tuple(sorted({name for name, _ in parse_qsl(parts.query)}))


def crawl(visitor, first, each=PAGES_OF_A_KIND):
    """Every answer met, the first included, a few of each kind."""
    waiting, met, seen = [first.address], {}, {first.address}
    while waiting and sum(met.values()) < PAGES:
        link = waiting.pop(0)
        if met.get(kind(link), 0) >= each:
            continue
        met[kind(link)] = met.get(kind(link), 0) + 1
        answer = visitor.get(link)
        yield link, answer
        if answer.status == 200 and answer.is_page:
            fresh = [other for other in answer.links() if other not in seen]
            seen.update(fresh)
            waiting += fresh
