"""The log of a whole crawl as every role, with a line for each request, holds no pupil's name and nothing typed."""
import crawl
import pytest
from program import Server, make_demonstration


@pytest.fixture(scope="module")
def logged(tmp_path_factory):
    folder = tmp_path_factory.mktemp("logged")
    where = make_demonstration(folder)
    server = Server(where, folder / "server.log", environment={"TRELLIS_LOG": "requests"})
    yield server, folder
    server.stop()


def test_the_log_of_a_crawl_names_nobody(logged):
    server, folder = logged
    names = set()
    for role in crawl.roles(server.address):
        visitor, first = crawl.arrive_as(server.address, role)
        for _, answer in crawl.crawl(visitor, first):
            if answer.headers.get_content_type() == "text/csv":
                names |= {word for line in answer.body.decode("utf-8-sig").splitlines()[1:] for word in line.split(",")[2:4] if len(word) > 2}
        visitor.get("/search?words=Whitlock")
        visitor.get("/Whitlock/Whitlock?Whitlock")
    lines = [line for line in (folder / "server.log").read_text().splitlines() if " ms " in line]
    assert len(lines) > 100 and len(names) > 50
    said = {word for line in lines for word in line.split("[Pages]")[1].split()}
    assert not said & names and not any("Whitlock" in line or "?" in line for line in lines)
    assert {line.split("[Pages] ")[1].split()[0] for line in lines} <= {"GET", "POST"}
