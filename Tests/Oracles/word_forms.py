"""Makes Word files whose fields are cut into runs at random, and reads them back when they are filled: by python-docx and
lxml, not by our software.

    word_forms.py make FOLDER    writes case-N.docx with fields
    word_forms.py check FOLDER   reads filled-N.docx, and prints what is not as it should be
"""
import copy
import random
import sys
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

CASES = 12
VALUES = {"pupil.forename": "Sam", "pupil.surname": "O’Hare & <Sons>", "school.name": "Ash\ngrove", "Plan.Date": ""}
ROWS = [("Reading", "60"), ("Speech & talk", "20"), ("Zoë’s group", "")]
WORDS = ["Dear ", "born ", " and ", ", of ", "\u00e9\u4e2d ", " {not} ", " }} ", "& < > "]
BLANK = "[to fill in]"


def typed(draw):
    """Some text with fields, and what it must say when it is filled."""
    before, after = "", ""
    for _ in range(draw.randrange(1, 5)):
        word, name = draw.choice(WORDS), draw.choice(list(VALUES))
        before += word + "{{" + draw.choice(["", " "]) + name + draw.choice(["", "\u00a0"]) + "}}"
        after += word + (VALUES[name] or BLANK)
    return before, after


def cut(paragraph, text, draw):
    """The text in runs of one to six letters, with what Word puts between runs."""
    place = 0
    while place < len(text):
        size = draw.randrange(1, 7)
        run = paragraph.add_run(text[place:place + size])
        run.bold, run.italic = draw.random() < 0.5, draw.random() < 0.5
        if draw.random() < 0.3:
            mark = OxmlElement(draw.choice(["w:proofErr", "w:bookmarkStart", "w:bookmarkEnd", "w:lastRenderedPageBreak"]))
            if mark.tag == qn("w:proofErr"):
                mark.set(qn("w:type"), "spellStart")
            if mark.tag == qn("w:lastRenderedPageBreak"):
                run._r.append(mark)
            else:
                paragraph._p.append(mark)
        if draw.random() < 0.1:
            around = OxmlElement(draw.choice(["w:hyperlink", "w:smartTag", "w:ins"]))
            run._r.addprevious(around)
            around.append(run._r)
        place += size


def case(number):
    draw = random.Random(number)
    document, wanted = docx.Document(), []
    for _ in range(6):
        before, after = typed(draw)
        cut(document.add_paragraph(), before, draw)
        wanted.append(after)
    before, after = typed(draw)
    cut(document.sections[0].footer.paragraphs[0], before, draw)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "What", "Minutes"
    cut(table.cell(1, 0).paragraphs[0], "{{provision.what}}", draw)
    cut(table.cell(1, 1).paragraphs[0], "{{provision.minutes}}", draw)
    return document, wanted, after


def words(paragraph):
    """All letters of a paragraph, those inside links and insertions too; a break is a new line."""
    found = ""
    for element in paragraph._p.iter(qn("w:t"), qn("w:br")):
        found += "\n" if element.tag == qn("w:br") else element.text or ""
    return found


def without_text(document):
    """The body with all letters and breaks left out, and the table with its first two rows only."""
    body = copy.deepcopy(document.element.body)
    for row in list(body.iter(qn("w:tr")))[2:]:
        row.getparent().remove(row)
    for run in list(body.iter(qn("w:r"))):
        for element in list(run):
            if element.tag in (qn("w:t"), qn("w:br")):
                run.remove(element)
    return [(element.tag, sorted(element.attrib.items())) for element in body.iter()]


def faults(number, folder):
    before, wanted, foot = case(number)
    after = docx.Document(folder / f"filled-{number}.docx")
    read = [words(paragraph) for paragraph in after.paragraphs]
    if read != wanted:
        yield f"{number}: {read} is not {wanted}"
    if words(after.sections[0].footer.paragraphs[0]) != foot:
        yield f"{number}: the footer says {words(after.sections[0].footer.paragraphs[0])}, not {foot}"
    cells = [tuple(words(cell.paragraphs[0]) for cell in row.cells) for row in after.tables[0].rows]
    if cells != [("What", "Minutes")] + [(what, minutes or BLANK) for what, minutes in ROWS]:
        yield f"{number}: the table says {cells}"
    if without_text(before) != without_text(after):
        yield f"{number}: something beside the text was changed"


if __name__ == "__main__":
    task, folder = sys.argv[1], Path(sys.argv[2])
    for number in range(CASES):
        if task == "make":
            case(number)[0].save(folder / f"case-{number}.docx")
        else:
            for fault in faults(number, folder):
                print(fault)
