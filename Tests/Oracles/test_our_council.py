"""The form of the demonstration's other council is what its script writes."""
import zipfile

import our_council


def test_the_kept_file_is_what_its_script_writes():
    with zipfile.ZipFile(our_council.FOLDER / f"{our_council.KEY}.docx") as kept:
        assert {name: kept.read(name).decode() for name in kept.namelist()} == our_council.parts()
