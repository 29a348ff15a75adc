"""Writes the form of the demonstration's other council: the same business as our request for assessment, asked in another order
and with other fields, as councils do. Run it after a change; a test holds the kept file against what this writes."""
import zipfile

from our_forms import FOLDER, line, listed, pairs, parts as form_parts

KEY, TITLE = "another-council-request", "EHC1: asking us to assess"


def head(text, level=1):
    return line(text, f"Heading{level}")


BLOCKS = [
    head("1. Who is it about?"), pairs("The child", [
        ("Called", "{{pupil.known}}"), ("Full name", "{{pupil.forename}} {{pupil.surname}}"), ("Born", "{{pupil.birth}}"), ("Year", "{{pupil.year}}"), ("In our care?", "{{pupil.looked}}")]),
    head("2. In the child’s own words"), line("{{views.pupil}}", "Words"), line("How we asked: {{views.how}}", "Hint"),
    head("3. What is hard, and why you ask"), line("{{needs.area}}", "Words"), line("{{request.reason}}", "Words"),
    head("4. What you have done, cycle by cycle"), line("{{#cycles}}", "Words"), line("{{dates}}", "Heading2"),
    line("We wanted: {{outcome}}", "Words"), line("We did: {{support}}", "Words"), line("It came to this: {{result}}", "Words"), line("{{/cycles}}", "Words"),
    head("5. What you spend on the child now"), listed("What you spend now", [("What", "{{provision.what}}", 5), ("Since", "{{provision.dates}}", 3), ("This year", "{{provision.cost}}", 2)],
                                                         {"What": "All", "This year": "{{totals.cost}}"}),
    head("6. In school"), pairs("In school", [("Attendance", "{{attendance.present}}"), ("Over", "{{attendance.period}}"), ("Suspensions", "{{attendance.suspensions}}")]),
    head("7. Who asks"), pairs("Who asks", [("School", "{{school.name}}"), ("SENCO", "{{school.senco}}"), ("Filled by", "{{form.by}}, {{form.date}}"), ("Has the family agreed?", "{{request.agreement}}")]),
]


def parts():
    return form_parts(TITLE, "Inclusion and SEND service", BLOCKS)


if __name__ == "__main__":
    with zipfile.ZipFile(FOLDER / f"{KEY}.docx", "w") as file:
        for name, text in parts().items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
