"""What one sees at a glance and no rule of axe: markup shown as words, and a printed page that has lost its shape."""
import re

from crawl import kind
from test_every_page import one_of_each_kind

# A tag or an attribute that was escaped once too often.
MARKUP = re.compile(r"</?(a|b|br|p|span|li|ul|td|tr|div|code)\b[^<>]*>|\b(href|class)=\"")


def test_no_page_shows_its_markup(crawled):
    for role, (_, answers) in crawled.items():
        for link, answer in answers:
            if answer.status == 200 and answer.is_page:
                found = MARKUP.search(answer.tree.text_content())
                assert not found, f"{link} as {role} shows {answer.tree.text_content()[found.start() - 40:found.end() + 40]!r}"


def test_a_printed_table_has_a_heading_for_each_column(page, crawled):
    looked_at = set()
    for _, visitor, kinds in one_of_each_kind(crawled):
        page.take_cookies(visitor)
        for link in kinds.values():
            if kind(link) in looked_at or not visitor.get(link).tree.xpath("//table"):
                continue
            looked_at.add(kind(link))
            page.open(link)
            page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
            uneven = page.run("""
                const shown = row => [...row.cells].filter(cell => cell.checkVisibility()).reduce((sum, cell) => sum + cell.colSpan, 0);
                return [...document.querySelectorAll("table")].filter(table => table.tHead?.checkVisibility())
                    .flatMap(table => [...table.tBodies[0].rows].filter(row => shown(row) !== shown(table.tHead.rows[0])))
                    .slice(0, 1).map(row => row.textContent);""")
            page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
            assert not uneven, f"printed, {link} has other headings than columns: {uneven}"
