"""Somebody at work in a browser, who goes by the words on the page: labels, buttons and links."""
from contextlib import contextmanager
from pathlib import Path

from browser import WIDE
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

# XPath 1.0 has no quoting of its own, so words travel in the other kind of quote.
SAYS = "[starts-with(normalize-space(), {0})]"


def quoted(words):
    return f"'{words}'" if '"' in words else f'"{words}"'


class Person:
    def __init__(self, page, role=None, width=WIDE, script=True):
        """Looks as this role of the demonstration; without one, stands before the door."""
        self.page, self.driver = page, page.driver
        page.allow_script(script)
        page.show(width).open("/assets/trellis.css")
        self.driver.delete_all_cookies()
        if role is None:
            return
        page.open("/look-as")
        self.go_by(self.page.one(f"button[name=role][value='{role}']"))

    def bring(self, cookies):
        """Comes back with the cookies of an earlier visit."""
        for cookie in cookies:
            self.driver.add_cookie({"name": cookie["name"], "value": cookie["value"], "path": "/"})
        return self

    def open(self, path):
        self.page.open(path)
        return self

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.page.address)

    @property
    def title(self):
        return self.page.one("h1").text

    @property
    def words(self):
        return self.page.one("main").text

    def find(self, xpath, words):
        return self.driver.find_element(By.XPATH, xpath + SAYS.format(quoted(words)))

    def go_by(self, thing):
        """Clicks, and waits until the next page is there."""
        old = self.page.one("html")
        thing.click()
        self.wait(lambda: gone(old))

    def wait(self, until, seconds=20):
        """Until that holds. What a script puts in anew between finding and reading is looked for again."""
        waiting = WebDriverWait(self.driver, seconds, poll_frequency=0.02, ignored_exceptions=[StaleElementReferenceException])
        waiting.until(lambda _: until())

    def follow(self, words):
        self.go_by(self.find("//a", words))

    def press(self, words):
        self.go_by(self.find("//button", words))

    def unfold(self, words):
        self.find("//summary", words).click()

    def field(self, label):
        """The control of that label, or the one that its label holds."""
        found = self.find("//label", label)
        name = found.get_attribute("for")
        return self.page.one(f"[id='{name}']") if name else found.find_element(By.CSS_SELECTOR, "input")

    def write(self, label, text):
        control = self.field(label)
        if control.get_attribute("type") == "date":
            # How a date is typed depends on the browser's language, so its value is set.
            self.page.run("arguments[0].value = arguments[1]", control, str(text))
        else:
            control.clear()
            control.send_keys(str(text))

    def choose(self, label, option):
        Select(self.field(label)).select_by_visible_text(option)

    def tick(self, label):
        control = self.field(label)
        if not control.is_selected():
            control.click()

    def attach(self, label, path: Path):
        self.field(label).send_keys(str(path))

    @contextmanager
    def beside(self):
        """In a second tab, which is closed again; the page of the first stays as it is."""
        first = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        try:
            yield self
        finally:
            self.driver.close()
            self.driver.switch_to.window(first)

    def problem(self, field):
        """What is said beside a field, and that the summary at the top leads to it."""
        assert self.page.all(f"#problems a[href='#{field}']"), f"the summary does not lead to {field}: {self.words}"
        return self.page.one(f"[id='{field}-problem']").text

    def tab_to(self, words, link=False, limit=250):
        """By Tab alone, to the control that these words name, or to the link."""
        for _ in range(limit):
            here = self.page.press_tab()
            if self.named(here).startswith(words) and (not link or here.tag_name == "a"):
                return here
        raise AssertionError(f"Tab does not come to “{words}” on {self.path}")

    def named(self, control):
        return (control.accessible_name or "").strip()

    def enter(self, key=Keys.ENTER):
        old = self.page.one("html")
        self.page.press(key)
        self.wait(lambda: gone(old))


def gone(old):
    try:
        old.is_enabled()
        return False
    except WebDriverException:
        return True
