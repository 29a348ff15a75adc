"""Chromium, steered: one page at a time, at any width, in light or dark, with large text, by keyboard, under axe."""
import shutil
from importlib.util import find_spec
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

WIDE, NARROW = 1280, 390
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
AXE = (Path(find_spec("axe_playwright_python").submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


def start_chromium():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    # Tests often run as root in a container, where Chromium's sandbox and shared memory are not to be had.
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--force-color-profile=srgb",
                     "--disable-background-networking", "--no-first-run"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    # A long page takes axe half a minute where other work goes on beside it.
    driver.set_script_timeout(180)
    driver.set_page_load_timeout(180)
    return driver


class Page:
    def __init__(self, driver, address):
        self.driver, self.address = driver, address
        self.allow_script()
        self.show()

    def allow_script(self, allowed=True):
        """Scripts run again, whatever the one before in this browser did; else axe would never answer."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    def open(self, path):
        self.driver.get_log("browser")  # reading empties it
        self.driver.get(path if path.startswith("http") else self.address + path)
        return self

    def show(self, width=WIDE, dark=False):
        """How the page is looked at from now on."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, still]})
        return self

    def enlarge_text(self, percent=200):
        """On this page only; opening another undoes it."""
        self.run("document.documentElement.style.fontSize = arguments[0]", f"{percent}%")

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        """Keys for whatever has the focus; selenium's Keys has the names."""
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def press_tab(self):
        self.press(Keys.TAB)
        return self.driver.switch_to.active_element

    def take_cookies(self, visitor):
        """Goes on in the browser as the visitor who has chosen a role."""
        self.driver.delete_all_cookies()
        self.open("/")
        self.driver.delete_all_cookies()
        for cookie in visitor.cookies:
            self.driver.add_cookie({"name": cookie.name, "value": cookie.value, "path": cookie.path})

    def console_errors(self):
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def axe_violations(self):
        self.run(AXE)
        return self.driver.execute_async_script(
            """const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: arguments[0], resultTypes: ["violations"]})
                .then(found => done(found.violations.map(v => [v.id, v.help, v.nodes.map(n => n.html).slice(0, 5)])),
                      error => done([["axe", String(error), []]]));""", WCAG)
