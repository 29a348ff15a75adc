"""Each role sees what its work needs, and of the rest not even that it is there."""
import csv
import io
import re

import pytest
from crawl import arrive_as, crawl, roles


def register(address, role, query):
    """Rows of the register as that role may keep it."""
    visitor, _ = arrive_as(address, role)
    answer = visitor.get(f"/register/file?format=csv&{query}")
    assert answer.status == 200, answer.status
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))


def the(address, kind):
    return next(role for role in roles(address) if role.split(".")[0] == kind)


def listed(visitor, query=""):
    """Paths and names of the pupils on the register, page after page."""
    found, number, joint = {}, 1, "&" if "?" in query else "?"
    while True:
        links = visitor.get(f"/register{query}{joint}page={number}").tree.xpath("//a[@class='name']")
        fresh = {link.get("href"): link.text_content() for link in links}
        if fresh.keys() <= found.keys():
            return found
        found, number = found | fresh, number + 1


def test_a_teacher_sees_the_own_class_only(address):
    teacher, _ = arrive_as(address, the(address, "teacher"))
    senco, _ = arrive_as(address, the(address, "senco"))
    school = the(address, "teacher").split(".")[1]
    mine, whole = listed(teacher, "?status=all"), listed(senco, "?status=all")
    assert mine and set(mine) < set(whole)
    others = [path for path in whole if path not in mine]
    assert others
    for path in others[:10]:
        assert teacher.get(path).status == 404, f"the teacher can open {path}"
        assert whole[path].split()[-1] not in teacher.get(path).tree.text_content()
    for path in list(mine)[:3]:
        assert teacher.get(path).status == 200
        for act in ("status", "needs/add", "watch", "trail", "seal"):
            assert teacher.get(f"{path}/{act}").status == 404, f"the teacher can open {path}/{act}"
    for path in ("/register/file?format=csv", "/gaps", f"/schools/{school}/import", "/mis-tasks"):
        assert teacher.get(path).status == 404, f"the teacher can open {path}"


def test_a_teacher_does_not_find_a_pupil_of_another_class(address):
    teacher, _ = arrive_as(address, the(address, "teacher"))
    mine = {name for name in listed(teacher, "?status=all").values()}
    rows = register(address, "data-manager", "status=all")
    stranger = next(row for row in rows if row["upn"] and f"{row['forename']} {row['surname']}" not in mine)
    for words in (stranger["upn"], stranger["surname"] + " " + stranger["forename"]):
        found = teacher.get("/search?words=" + words.replace(" ", "+"))
        assert stranger["forename"] not in found.tree.find(".//main").text_content().replace(words, "")


@pytest.mark.parametrize("kind", ["governor", "trustee"])
def test_figures_carry_no_names(address, kind):
    rows = register(address, "data-manager", "status=all")
    full = {f"{row['forename']} {row['surname']}".lower() for row in rows}
    surnames = {row["surname"] for row in rows}
    numbers = {row["upn"] for row in rows if row["upn"]}
    visitor, first = arrive_as(address, the(address, kind))
    seen = 0
    for link, answer in crawl(visitor, first):
        # In the demonstration everybody may choose whom to look as.
        if not answer.is_page or link.endswith("/look-as"):
            continue
        seen += 1
        words = answer.tree.find(".//main").text_content()
        assert not answer.tree.xpath("//main//a[contains(@href, '/pupils/')]"), f"{link} leads to a pupil"
        named = [name for name in surnames if re.search(rf"\b{re.escape(name)}\b", words)]
        assert not named, f"{link} says {named}"
        assert not [name for name in full if name in words.lower()] and not [upn for upn in numbers if upn in words], link
    assert seen > 2
    for path in ("/register", "/register/file?format=csv", "/api/v1/register", "/pupils/1", "/pupils/1/trail", "/gaps", "/search?words=an",
                 "/mis-tasks", "/receipts/1", "/schools/1/import"):
        assert visitor.get(path).status in (401, 404), f"the {kind} can open {path}"
