"""Claims about every page that any role can reach by links."""
import claims
from browser import NARROW, WIDE
from crawl import kind
from visitor import Visitor


def pages(crawled):
    for role, (_, answers) in crawled.items():
        yield from ((role, answer) for _, answer in answers if answer.status == 200 and answer.is_page)


def one_of_each_kind(crawled):
    """Role, visitor and address: for each role one page of each kind."""
    for role, (visitor, answers) in crawled.items():
        kinds = {kind(link): link for link, answer in reversed(answers) if answer.status == 200 and answer.is_page}
        yield role, visitor, kinds


def test_the_chooser_offers_roles(address, crawled):
    assert len(crawled) >= 2
    claims.assert_well_formed(Visitor(address).get("/"))


def test_no_link_is_broken(crawled):
    broken = [(role, link, answer.status) for role, (_, answers) in crawled.items() for link, answer in answers if answer.status != 200]
    assert not broken, broken


def test_every_page_is_well_formed(crawled):
    for _, answer in pages(crawled):
        claims.assert_well_formed(answer)


def test_every_page_works_without_script(crawled):
    for _, answer in pages(crawled):
        claims.assert_needs_no_script(answer)


def test_every_search_and_filter_answers_without_script(crawled):
    for _, visitor, kinds in one_of_each_kind(crawled):
        for link in kinds.values():
            for form in visitor.get(link).tree.forms:
                if form.method == "GET":
                    answer = visitor.submit(form)
                    assert answer.status == 200, f"{answer.address} from a form on {link} answers {answer.status}"


def test_no_title_serves_two_kinds_of_page(crawled):
    for role, visitor, kinds in one_of_each_kind(crawled):
        titles = {}
        for (path, _), link in kinds.items():
            other = titles.setdefault(visitor.get(link).tree.findtext(".//title"), path)
            assert other == path, f"{role}: {other} and {path} have the same title"


def test_axe_finds_nothing(page, crawled):
    looked_at = set()
    for role, visitor, kinds in one_of_each_kind(crawled):
        page.take_cookies(visitor)
        for this, link in kinds.items():
            if this not in looked_at:
                check_looks(page, link, role)
            looked_at.add(this)


def check_looks(page, link, role):
    page.show(WIDE).open(link)
    claims.assert_console_silent(page)
    claims.assert_axe_clean(page, f"as {role}")
    page.enlarge_text()
    claims.assert_axe_clean(page, f"as {role}, with large text")
    claims.assert_fits_width(page, "with large text")
    page.show(WIDE, dark=True).open(link)
    claims.assert_axe_clean(page, f"as {role}, dark")
    page.show(NARROW).open(link)
    claims.assert_axe_clean(page, f"as {role}, narrow")
    claims.assert_fits_width(page, "narrow")


def test_every_kind_of_page_is_usable_by_keyboard(page, crawled):
    looked_at = set()
    for _, visitor, kinds in one_of_each_kind(crawled):
        page.take_cookies(visitor)
        for this, link in kinds.items():
            if this not in looked_at:
                claims.assert_usable_by_keyboard(page.open(link))
            looked_at.add(this)
