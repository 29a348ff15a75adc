import crawl
import pytest
from browser import Page, start_chromium
from person import Person
from program import Server, make_demonstration
from visitor import Visitor


def served(where, folder):
    server = Server(where, folder / "server.log")
    yield server.address
    server.stop()


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where the demonstration trust is served."""
    folder = tmp_path_factory.mktemp("trust")
    yield from served(make_demonstration(folder), folder)


@pytest.fixture(scope="module")
def where(tmp_path_factory, request):
    """The folder of a demonstration trust of the module's own, for those that change it."""
    return make_demonstration(tmp_path_factory.mktemp(request.module.__name__))


@pytest.fixture(scope="module")
def trust(where, tmp_path_factory, request):
    """Where that trust is served."""
    yield from served(where, tmp_path_factory.mktemp(f"{request.module.__name__}-log"))


@pytest.fixture(scope="module")
def role(trust):
    """The first SENCO of that trust whom the chooser offers."""
    return next(button.get("value") for button in Visitor(trust).get("/").buttons("role") if button.get("value").startswith("senco"))


@pytest.fixture
def senco(chromium, trust, role):
    return Person(Page(chromium, trust), role)


@pytest.fixture(scope="session")
def chromium():
    driver = start_chromium()
    yield driver
    driver.quit()


@pytest.fixture
def page(chromium, address):
    return Page(chromium, address)


@pytest.fixture(scope="session")
def crawled(address):
    """For each role, who visited and every answer that came."""
    def visit(role):
        visitor, first = crawl.arrive_as(address, role)
        return visitor, list(crawl.crawl(visitor, first))
    return {role: visit(role) for role in crawl.roles(address)}
