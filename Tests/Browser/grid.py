"""A grid of scores, as people fill it in."""


def cells(person):
    return person.page.all("table[data-grid] td > input:not([type=hidden])")


def values(person):
    return [cell.get_attribute("value") for cell in cells(person)]


def paste(person, cell, text):
    """What a paste from a spreadsheet is to the page."""
    person.page.run("""const data = new DataTransfer();
        data.setData("text/plain", arguments[1]);
        arguments[0].focus();
        arguments[0].dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));""", cell, text)
