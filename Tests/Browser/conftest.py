import crawl
import pytest
from browser import Page, start_chromium
from program import Server, make_demonstration


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where the demonstration trust is served."""
    folder = tmp_path_factory.mktemp("trust")
    server = Server(make_demonstration(folder), folder / "server.log")
    yield server.address
    server.stop()


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
