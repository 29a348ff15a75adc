"""The forms of our own design are what their script writes, and other software finds their headings and table heads."""
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

import our_forms


@pytest.mark.parametrize("key", our_forms.FORMS)
def test_the_kept_form_is_what_its_script_writes(key):
    with zipfile.ZipFile(our_forms.FOLDER / f"{key}.docx") as kept:
        assert {name: kept.read(name).decode() for name in kept.namelist()} == our_forms.parts(*our_forms.FORMS[key])


@pytest.mark.parametrize("key", our_forms.FORMS)
def test_a_screen_reader_finds_its_way(key):
    form = docx.Document(our_forms.FOLDER / f"{key}.docx")
    levels = [int(paragraph.style.name[-1]) for paragraph in form.paragraphs if paragraph.style.name.lower().startswith("heading")]
    assert form.core_properties.title and form.core_properties.language == "en-GB" and form.paragraphs[0].style.name == "Title"
    assert levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    for table in form.tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        heads = [row for row in table._tbl.tr_lst if row.find(qn("w:trPr")) is not None and row.trPr.find(qn("w:tblHeader")) is not None]
        assert len(heads) == int(look.get(qn("w:firstRow"))) and look.get(qn("w:firstRow")) != look.get(qn("w:firstColumn"))
