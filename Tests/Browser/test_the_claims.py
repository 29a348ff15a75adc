"""The claims themselves: each must find a fault that is put before it, else a silent run proves nothing."""
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import claims
import pytest
from browser import NARROW, Page
from visitor import Visitor

SOUND = """<!doctype html><html lang=en><head><title>Elm</title><link rel=icon href="data:,"></head>
<body><main><h1>Elm</h1><p><a href="/other">Other</a></p><form action="/found"><label>Name <input name=q></label> <button>Find</button></form>
</main></body></html>"""
FAULTY = {
    "/contrast": SOUND.replace("<p>", "<p style='color:#ccc;background:#fff'>Pale "),
    "/label": SOUND.replace("<label>Name ", "").replace("</label>", ""),
    "/wide": SOUND.replace("<h1>", "<div style='width:900px'>Wide</div><h1>"),
    "/script": SOUND.replace("<h1>", "<script>missing()</script><h1>"),
    "/focus": SOUND.replace("<a ", "<a style='outline:none' "),
    "/trap": SOUND.replace("<a ", "<a onfocus='this.blur()' "),
    "/title": SOUND.replace("<title>Elm</title>", ""),
    "/lang": SOUND.replace(" lang=en", ""),
    "/headings": SOUND.replace("<h1>Elm</h1>", "<h1>Elm</h1><h1>Elm</h1>"),
    "/large": SOUND.replace("<h1>", "<p>" + "Elm " * 20_000 + "</p><h1>"),
    "/loose": SOUND.replace("<h1>", "<button>Nothing</button><h1>"),
}


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        body = FAULTY.get(self.path, SOUND).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def stand():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def stand_page(chromium, stand):
    return Page(chromium, stand)


IN_BROWSER = [("/contrast", claims.assert_axe_clean), ("/label", claims.assert_axe_clean), ("/wide", claims.assert_fits_width),
              ("/script", claims.assert_console_silent), ("/focus", claims.assert_usable_by_keyboard),
              ("/trap", claims.assert_usable_by_keyboard)]
IN_TEXT = [("/title", claims.assert_well_formed), ("/lang", claims.assert_well_formed), ("/headings", claims.assert_well_formed),
           ("/large", claims.assert_well_formed), ("/loose", claims.assert_needs_no_script), ("/script", claims.assert_needs_no_script),
           ("/focus", claims.assert_needs_no_script), ("/trap", claims.assert_needs_no_script)]


@pytest.mark.parametrize("path, claim", IN_BROWSER)
def test_a_fault_in_the_browser_is_found(stand_page, path, claim):
    stand_page.show(NARROW)
    claim(stand_page.open("/sound"))
    with pytest.raises(AssertionError):
        claim(stand_page.open(path))


@pytest.mark.parametrize("path, claim", IN_TEXT)
def test_a_fault_in_the_text_is_found(stand, path, claim):
    claim(Visitor(stand).get("/sound"))
    with pytest.raises(AssertionError):
        claim(Visitor(stand).get(path))


def test_a_visitor_follows_links_and_sends_forms(stand):
    visitor = Visitor(stand)
    answer = visitor.get("/")
    assert answer.links() == [f"{stand}/other"]
    assert visitor.submit(answer.tree.forms[0], q="Elm & Oak").address == f"{stand}/found?q=Elm+%26+Oak"


def test_dark_and_large_text_are_seen_by_the_page(stand_page):
    stand_page.show(dark=True).open("/")
    assert stand_page.run("return matchMedia('(prefers-color-scheme: dark)').matches")
    stand_page.enlarge_text()
    assert stand_page.run("return getComputedStyle(document.documentElement).fontSize") == "32px"
