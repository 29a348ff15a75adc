"""The Word file of the inclusion strategy is what its script writes."""
import zipfile

import our_strategy


def test_the_kept_file_is_what_its_script_writes():
    with zipfile.ZipFile(our_strategy.FOLDER / f"{our_strategy.KEY}.docx") as kept:
        made = {name: kept.read(name).decode() for name in kept.namelist()}
    assert made == our_strategy.parts() and "{{pupil" not in made["word/document.xml"] + made["word/footer1.xml"]
