"""Writes the Word file of the inclusion strategy: plain OOXML of our own, as our_forms.py. Run it after a change; a test holds
the kept file against what this writes."""
import zipfile

from our_forms import FOLDER, line, listed, pairs, parts as form_parts

KEY, TITLE = "inclusion-strategy", "Inclusion strategy {{strategy.span}}"


def head(text, level=1):
    return line(text, f"Heading{level}")


def words(field):
    return line(field, "Words")


BLOCKS = [
    head("Cover"), listed("Cover", [("What", "{{cover.name}}", 3), ("Words", "{{cover.words}}", 7)]), words("{{strategy.about}}"),
    head("What stands in the way"), words("{{strategy.barriers}}"), head("What pupils and families told us", 2), words("{{strategy.listened}}"),
    head("Figures as of {{strategy.figures}}", 2), listed("Figures", [("What", "{{figures.what}}", 7), ("How many", "{{figures.number}}", 3)]),
    head("What we do and what it costs"),
    listed("Activities with their budgeted costs", [("What", "{{activities.what}}", 4), ("Barrier", "{{activities.barrier}}", 4), ("Budgeted cost", "{{activities.cost}}", 2)]),
    words("Budgeted cost of all: {{strategy.total}}."),
    head("Why we think it works"), words("{{strategy.evidence}}"), head("Strands of the EEF’s Teaching and Learning Toolkit", 2),
    listed("Strands", [("Strand", "{{strands.name}}", 4), ("Page", "{{strands.link}}", 6)]),
    head("What should change"),
    listed("What should change", [("What will be different", "{{outcomes.what}}", 4), ("How we will know", "{{outcomes.how}}", 4), ("By when", "{{outcomes.when}}", 2)]),
    head("How we look at it again"), pairs("Review", [("When", "{{strategy.review}}"), ("Who", "{{strategy.reviewers}}")]), words("{{strategy.how}}"),
    head("What came of last year’s", 2), words("{{strategy.last}}"),
]


def parts():
    """As a form's, but to everybody: no council above, no child below."""
    made = form_parts(TITLE, "", BLOCKS)
    to_council = line("To {{council.name}} ({{council.officer}}). .", "Subtitle")
    assert to_council in made["word/document.xml"]
    made["word/document.xml"] = made["word/document.xml"].replace(to_council, line("{{strategy.school}}. {{strategy.published}}", "Subtitle"))
    made["word/footer1.xml"] = made["word/footer1.xml"].replace("{{pupil.forename}} {{pupil.surname}}, born {{pupil.birth}}", "{{strategy.school}}")
    made["docProps/core.xml"] = made["docProps/core.xml"].replace(TITLE, "Inclusion strategy")
    return made


if __name__ == "__main__":
    with zipfile.ZipFile(FOLDER / f"{KEY}.docx", "w") as file:
        for name, text in parts().items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
