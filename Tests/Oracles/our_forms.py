"""Writes the four forms of our own design: plain OOXML, packed by zipfile. Run it after a change; a test holds the kept
files against what this writes."""
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).resolve().parents[2] / "Sources/Statutory/Forms/Ours"
MAIN = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WIDTH = 9866  # of the text on an A4 page, in twentieths of a point
INK, QUIET, LINE, SHADE = "1B4B5A", "44565C", "A9B8BD", "E8F0F2"


def line(text, style=None, after=""):
    kind = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{kind}{after}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def cell(text, width, style, shaded=False, span=1):
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if shaded else ""
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid}{shade}</w:tcPr>{line(text, style)}</w:tc>'


def table(caption, shares, rows, look):
    widths = [WIDTH * share // sum(shares) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="Form"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook {look}/><w:tblCaption w:val="{escape(caption)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            + "".join(row(widths) for row in rows) + "</w:tbl>" + '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>')


def pairs(caption, entries):
    """Names at the left, fields at the right."""
    def row(name, field):
        return lambda widths: ('<w:tr><w:trPr><w:cantSplit/></w:trPr>' + cell(name, widths[0], "CellHead", True)
                               + cell(field, widths[1], "Cell") + "</w:tr>")
    look = 'w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    return table(caption, [3, 7], [row(*entry) for entry in entries], look)


def listed(caption, columns, total=None):
    """A row of heads that returns on every page, and one row that is repeated."""
    def heads(widths):
        return ('<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>'
                + "".join(cell(name, width, "CellHead", True) for (name, _, _), width in zip(columns, widths)) + "</w:tr>")

    def entry(widths):
        return "<w:tr>" + "".join(cell(field, width, "Cell") for (_, field, _), width in zip(columns, widths)) + "</w:tr>"

    def sum_row(widths):
        places = [total.get(name, "") for name, _, _ in columns]
        return ('<w:tr><w:trPr><w:cantSplit/></w:trPr>'
                + "".join(cell(text, width, "CellHead", True) for text, width in zip(places, widths)) + "</w:tr>")
    look = 'w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    return table(caption, [share for _, _, share in columns], [heads, entry] + ([sum_row] if total else []), look)


def words(field):
    return line(field, "Words")


def head(text):
    return line(text, "Heading1")


def hint(text):
    return line(text, "Hint")


PUPIL = pairs("The pupil", [
    ("Name", "{{pupil.forename}} {{pupil.surname}}"), ("Known as", "{{pupil.known}}"), ("Date of birth", "{{pupil.birth}}"),
    ("Year group", "{{pupil.year}}"), ("Unique pupil number", "{{pupil.upn}}"), ("Home address", "{{pupil.address}}"),
    ("Language at home", "{{pupil.language}}"), ("Looked after", "{{pupil.looked}}"),
])
SCHOOL = pairs("The school", [
    ("School", "{{school.name}} (URN {{school.urn}})"), ("Address", "{{school.address}}"), ("Telephone", "{{school.phone}}"), ("Head teacher", "{{school.head}}"), ("SENCO", "{{school.senco}}"),
])
SIGNED = head("Signed") + pairs("Who filled this form", [
    ("Name", "{{form.by}}"), ("Role", "{{form.role}}"), ("Date", "{{form.date}}"), ("Signature", ""),
])
PROVISION = listed("Provision now", [
    ("What", "{{provision.what}}", 23), ("Who gives it", "{{provision.who}}", 15), ("Group", "{{provision.group}}", 12), ("How often", "{{provision.often}}", 13),
    ("Dates", "{{provision.dates}}", 14), ("Minutes a week", "{{provision.minutes}}", 14), ("Cost a year", "{{provision.cost}}", 13),
], {"What": "Total", "Minutes a week": "{{totals.minutes}}", "Cost a year": "{{totals.cost}}"})
ADVICE = listed("Advice received", [("From", "{{advice.from}}", 3), ("Date", "{{advice.date}}", 2), ("What it recommends", "{{advice.words}}", 6)])
ATTENDANCE = pairs("Attendance", [
    ("Weeks counted", "{{attendance.period}}"), ("Attendance", "{{attendance.present}}"), ("Authorised absence", "{{attendance.authorised}}"),
    ("Unauthorised absence", "{{attendance.unauthorised}}"), ("Suspensions", "{{attendance.suspensions}}"),
])
VIEWS = (line("The pupil’s views", "Heading2") + words("{{views.pupil}}") + hint("How they were gathered: {{views.how}}")
         + line("The family’s views", "Heading2") + words("{{views.family}}"))
FAMILY = listed("Parents and carers", [
    ("Name", "{{family.name}}", 4), ("Relation, and parental responsibility", "{{family.relation}} ({{family.responsibility}})", 5),
    ("Address", "{{family.address}}", 5), ("Telephone and email", "{{family.phone}} {{family.email}}", 5),
])

REQUEST = ("Request for an EHC needs assessment", "Children and Families Act 2014, section 36", [
    head("The pupil"), PUPIL, head("Parents and carers"), FAMILY, head("The school"), SCHOOL,
    head("The request"), pairs("The request", [("Date", "{{request.date}}"), ("Asked for by", "{{request.by}}"), ("Agreement of the family", "{{request.agreement}}")]),
    line("Why an assessment may be necessary", "Heading2"), words("{{request.reason}}"),
    line("Hopes of the pupil and the family", "Heading2"), words("{{request.outcomes}}"),
    head("Needs"), listed("Needs", [("Area", "{{needs.area}}", 3), ("What it looks like in school", "{{needs.words}}", 7)]),
    line("Health", "Heading2"), words("{{request.health}}"), line("Social care", "Heading2"), words("{{request.care}}"),
    head("What the school has done"), listed("Cycles of support", [
        ("Dates", "{{cycles.dates}}", 2), ("Outcome", "{{cycles.outcome}}", 3), ("Support", "{{cycles.support}}", 3), ("What came of it", "{{cycles.result}}", 3)]),
    line("Provision now", "Heading2"), PROVISION, head("Attainment"),
    listed("Attainment", [("Subject or test", "{{attainment.subject}}", 4), ("Result", "{{attainment.result}}", 5), ("Date", "{{attainment.date}}", 2)]),
    head("Attendance"), ATTENDANCE, head("Advice received"), ADVICE, head("Views"), VIEWS, SIGNED,
])
REVIEW = ("Annual review report", "Special Educational Needs and Disability Regulations 2014, regulations 18 to 22", [
    head("The pupil"), PUPIL, head("The school"), SCHOOL,
    head("The meeting"), pairs("The meeting", [
        ("Date", "{{review.date}}"), ("Kind of review", "{{review.kind}}"), ("Led by", "{{review.chair}}"), ("Date of the plan", "{{plan.date}}"),
        ("Setting in the plan", "{{plan.setting}}"), ("Band and top-up", "{{plan.band}}"), ("Council decides by", "{{review.due}}")]),
    line("People", "Heading2"), listed("People invited", [("Name", "{{people.name}}", 4), ("Role", "{{people.role}}", 4), ("Came", "{{people.came}}", 2)]),
    head("Views"), VIEWS, line("Contributions", "Heading2"),
    listed("Contributions", [("From", "{{contributions.from}}", 3), ("Date", "{{contributions.date}}", 2), ("What it says", "{{contributions.words}}", 6)]),
    head("Hopes"), words("{{plan.aspirations}}"),
    head("Outcomes"), listed("Outcomes of section E", [
        ("No.", "{{plan.outcomes.number}}", 1), ("Outcome", "{{plan.outcomes.outcome}}", 4), ("Progress", "{{plan.outcomes.progress}}", 4), ("Next", "{{plan.outcomes.next}}", 3)]),
    head("Provision of section F"), listed("Provision of section F", [
        ("What the plan says", "{{plan.provision.what}}", 6), ("Minutes owed", "{{plan.provision.owed}}", 2), ("Minutes given", "{{plan.provision.given}}", 3)]),
    head("Attendance"), ATTENDANCE, head("Advice received"), ADVICE,
    head("From Year 9: preparation for adulthood"), words("{{review.adulthood}}"),
    head("Travel and personal budget"), pairs("Travel and personal budget", [("Travel", "{{review.transport}}"), ("Personal budget", "{{review.budget}}")]),
    head("What the meeting recommends"), words("{{review.conclusion}}"),
    listed("Changes asked for", [("Section, new words, and why", "{{recommendations.words}}", 1)]),
    line("Differences of view", "Heading2"), listed("Differences of view", [("Who, about what, in their words", "{{differences.words}}", 1)]),
    line("Actions", "Heading2"), listed("Actions", [("What", "{{actions.what}}", 6), ("Who", "{{actions.who}}", 3), ("By", "{{actions.by}}", 2)]), SIGNED,
])
REPLY = ("Reply to a consultation", "Children and Families Act 2014, sections 38 to 40", [
    head("The child"), pairs("The child", [
        ("Name", "{{pupil.forename}} {{pupil.surname}}"), ("Date of birth", "{{pupil.birth}}"), ("The council’s reference", "{{consultation.reference}}"),
        ("Letter came", "{{consultation.received}}"), ("Answer wanted by", "{{consultation.due}}"), ("Why this school", "{{consultation.basis}}")]),
    head("The school"), SCHOOL, head("Our answer"), words("{{reply.answer}}"),
    line("What must be in place first", "Heading2"),
    listed("What must be in place first", [("What, by when, at what cost", "{{reply.conditions.what}}", 1)]),
    line("Ground in law, with the facts behind it", "Heading2"), words("{{reply.grounds}}"),
    line("Reasonable steps that we considered", "Heading2"),
    listed("Reasonable steps considered", [("Step, what it would do, and whether it is enough", "{{reply.steps.what}}", 1)]),
    line("What we still need to know", "Heading2"), words("{{reply.information}}"),
    head("The year group"), pairs("The year group", [
        ("Year group", "{{cohort.year}}"), ("Pupils", "{{cohort.roll}}"), ("With an EHC plan", "{{cohort.plans}}"), ("With SEN support", "{{cohort.support}}")]),
    head("Other remarks"), words("{{reply.other}}"), SIGNED,
])
EARLY = ("Early help assessment", "Voluntary: it stands on the consent of the family", [
    head("The pupil"), PUPIL, head("Parents and carers"), FAMILY, head("The school"), SCHOOL,
    head("Early help"), pairs("Early help", [
        ("What the council calls it", "{{help.name}}"), ("Began", "{{help.started}}"), ("Agreed by the family", "{{help.consent}}"),
        ("Lead practitioner", "{{help.lead}}"), ("How to reach them", "{{help.contact}}"), ("Next meeting", "{{help.next}}")]),
    line("Family and home", "Heading2"), words("{{help.household}}"),
    head("What goes well"), words("{{help.strengths}}"), head("What is hard, and for whom"), words("{{help.needs}}"),
    head("What the family hopes for"), words("{{help.wanted}}"),
    head("Steps"), listed("Steps of the council", [("Step", "{{help.steps.what}}", 5), ("Where it stands", "{{help.steps.state}}", 4), ("By", "{{help.steps.by}}", 2)]),
    head("Who does what"), listed("Who does what", [("What", "{{actions.what}}", 6), ("Who", "{{actions.who}}", 3), ("By", "{{actions.by}}", 2)]),
    head("Meetings"), listed("Meetings", [
        ("Day", "{{help.meetings.date}}", 2), ("Who was there", "{{help.meetings.people}}", 3), ("The child says", "{{help.meetings.child}}", 3),
        ("The family says", "{{help.meetings.family}}", 3), ("What changed", "{{help.meetings.progress}}", 3)]),
    head("Attendance"), ATTENDANCE, head("Advice received"), ADVICE, SIGNED,
])
FORMS = {"assessment-request": REQUEST, "annual-review-report": REVIEW, "consultation-reply": REPLY, "early-help-assessment": EARLY}


def style(key, name, body, kind="paragraph", based="Normal"):
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = ' w:default="1"' if key == "Normal" else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{key}"><w:name w:val="{name}"/>{on}<w:qFormat/>{body}</w:style>'


def letters(size, colour=None, bold=False):
    return ("<w:rPr>" + ("<w:b/>" if bold else "") + (f'<w:color w:val="{colour}"/>' if colour else "")
            + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>')


def space(before, after, more="", keep=False):
    return "<w:pPr>" + ("<w:keepNext/>" if keep else "") + f'<w:spacing w:before="{before}" w:after="{after}" w:line="264" w:lineRule="auto"/>{more}</w:pPr>'


def styles():
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for edge in ["top", "left", "bottom", "right", "insideH", "insideV"])
    margins = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in [("top", 50), ("left", 100), ("bottom", 50), ("right", 100)])
    outline = '<w:outlineLvl w:val="{}"/>'
    return (START + f'<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>'
            '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
            + style("Normal", "Normal", space(0, 120), based=None)
            + style("Title", "Title", space(0, 60) + letters(40, INK, True))
            + style("Subtitle", "Subtitle", space(0, 240) + letters(20, QUIET))
            + style("Heading1", "heading 1", space(320, 120, outline.format(0), keep=True) + letters(28, INK, True))
            + style("Heading2", "heading 2", space(200, 80, outline.format(1), keep=True) + letters(24, INK, True))
            + style("Words", "Words", space(0, 160))
            + style("Hint", "Hint", space(0, 120) + letters(20, QUIET))
            + style("Cell", "Cell", space(20, 20) + letters(20))
            + style("CellHead", "Cell Head", space(20, 20) + letters(20, INK, True))
            + style("Gap", "Gap", '<w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr>')
            + style("Footer", "footer", '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9866"/></w:tabs><w:spacing w:before="0" w:after="0"/></w:pPr>' + letters(18, QUIET))
            + style("Form", "Form", f'<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>', "table", None) + "</w:styles>")


def count(field):
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {field} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')


def footer():
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    return (START + f'<w:ftr {MAIN}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>' + run.format("{{pupil.forename}} {{pupil.surname}}, born {{pupil.birth}}")
            + "<w:r><w:tab/></w:r>" + run.format("Page ") + count("PAGE") + run.format(" of ") + count("NUMPAGES") + "</w:p></w:ftr>")


def document(title, law, blocks):
    # A request and a review have an officer at the council; the others may have none.
    to = "To {{council.name}}. " if title == EARLY[0] else "To {{council.name}} ({{council.officer}}). "
    page = ('<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1020" w:right="1020" w:bottom="1020" w:left="1020" w:header="510" w:footer="510" w:gutter="0"/></w:sectPr>')
    return (START + f"<w:document {MAIN}><w:body>" + line(title, "Title") + line(to + law + ".", "Subtitle")
            + "".join(blocks) + page + "</w:body></w:document>")


def links(*entries):
    return (START + f'<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(entries, 1)) + "</Relationships>")


def parts(title, law, blocks):
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in [
        ("word/document.xml", WORD + ".document.main+xml"), ("word/styles.xml", WORD + ".styles+xml"), ("word/footer1.xml", WORD + ".footer+xml"),
        ("word/settings.xml", WORD + ".settings+xml"), ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")])
    return {
        "[Content_Types].xml": START + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": links((OFFICE + "/officeDocument", "word/document.xml"), (PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml")),
        "word/document.xml": document(title, law, blocks),
        "word/_rels/document.xml.rels": links((OFFICE + "/styles", "styles.xml"), (OFFICE + "/footer", "footer1.xml"), (OFFICE + "/settings", "settings.xml")),
        "word/styles.xml": styles(), "word/footer1.xml": footer(),
        "word/settings.xml": START + f'<w:settings {MAIN}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
        "docProps/core.xml": START + f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>',
    }


def write(path, title, law, blocks):
    with zipfile.ZipFile(path, "w") as file:
        for name, text in parts(title, law, blocks).items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    for key, form in FORMS.items():
        write(FOLDER / f"{key}.docx", *form)
