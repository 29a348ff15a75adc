"""The door against hostile callers: malformed, slow, crowding, and those who try to write headers of their own."""
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlsplit

import pytest
from crawl import arrive_as, roles
from raw import connect, listen, say
from visitor import Visitor

HOST = b"Host: 127.0.0.1\r\n"
END = b"Connection: close\r\n\r\n"


def get(target, *fields):
    return b"GET " + target + b" HTTP/1.1\r\n" + HOST + b"".join(field + b"\r\n" for field in fields) + END


def post(*fields, body=b""):
    return b"POST /look-as HTTP/1.1\r\n" + HOST + b"".join(field + b"\r\n" for field in fields) + b"\r\n" + body


CHUNKED = b"Transfer-Encoding: chunked"
SMUGGLED = b"0\r\n\r\nGET /smuggled HTTP/1.1\r\n" + HOST + b"\r\n"

REFUSED = {
    "a length and chunks": post(b"Content-Length: 4", CHUNKED, body=SMUGGLED),
    "chunks and a length": post(CHUNKED, b"Content-Length: 4", body=SMUGGLED),
    "two lengths": post(b"Content-Length: 4", b"Content-Length: 5", body=b"abcde"),
    "a list of lengths": post(b"Content-Length: 4, 4", body=b"abcd"),
    "a signed length": post(b"Content-Length: +4", body=b"abcd"),
    "a negative length": post(b"Content-Length: -4", body=b"abcd"),
    "a length beyond numbers": post(b"Content-Length: 99999999999999999999999", body=b"abcd"),
    "an unknown coding": post(b"Transfer-Encoding: xchunked", body=SMUGGLED),
    "a coding after chunks": post(b"Transfer-Encoding: chunked, identity", body=SMUGGLED),
    "a blank before the colon": post(b"Transfer-Encoding : chunked", body=SMUGGLED),
    "two codings": post(CHUNKED, b"Transfer-Encoding: identity", body=SMUGGLED),
    "a chunk of no size": post(CHUNKED, body=b"zz\r\nabc\r\n" + SMUGGLED),
    "a chunk of negative size": post(CHUNKED, body=b"-1\r\nabc\r\n" + SMUGGLED),
    "a chunk beyond numbers": post(CHUNKED, body=b"ffffffffffffffff1\r\nabc\r\n" + SMUGGLED),
    "chunks without carriage returns": post(CHUNKED, body=b"3\nabc\n0\n\n"),
    "NUL in a field": get(b"/look-as", b"X: a\0b"),
    "NUL in the address": get(b"/look\0as"),
    "a lone carriage return": get(b"/look-as", b"X: a\rY: b"),
    "a folded field": get(b"/look-as", b"X: a", b" b"),
    "a blank in a name": get(b"/look-as", b"X Y: a"),
    "no host": b"GET /look-as HTTP/1.1\r\n" + END,
    "two hosts": get(b"/look-as", b"Host: evil.example.org"),
    "lines without carriage returns": b"GET /look-as HTTP/1.1\nHost: 127.0.0.1\n\n",
    "bytes beyond ASCII in the address": get(b"/\xff"),
    "another scheme's greeting": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "HTTP/2 without asking": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/9.9": b"GET / HTTP/9.9\r\n" + HOST + END,
    "an address that begins with two slashes": get(b"//evil.example.org/"),
    "an asterisk": b"OPTIONS * HTTP/1.1\r\n" + HOST + END,
    "a tunnel": b"CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + HOST + END,
    "an invented method": b"FROBNICATE / HTTP/1.1\r\n" + HOST + END,
    "an address of 100,000 letters": get(b"/" + b"a" * 100_000),
    "a field of 20,000 letters": get(b"/look-as", b"X: " + b"a" * 20_000),
    "200 fields": get(b"/look-as", *(b"X%d: a" % number for number in range(200))),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_malformed_request_is_refused_and_what_follows_is_not_read(address, what):
    heard = say(address, REFUSED[what])
    assert heard.statuses == [400], heard.bytes[:200]


OTHERS = {
    "another host": (b"GET /look-as HTTP/1.1\r\nHost: evil.example.org\r\n" + END, 421),
    "a host that ends like ours": (b"GET /look-as HTTP/1.1\r\nHost: 127.0.0.1.evil.example.org\r\n" + END, 421),
    "a long question": (get(b"/look-as?" + b"a" * 9_000), 414),
    "a long path": (get(b"/" + b"a" * 3_000), 414),
    "plain text": (post(b"Content-Type: text/plain", b"Content-Length: 4", body=b"abcd"), 415),
    "a large form": (post(b"Content-Type: application/x-www-form-urlencoded", b"Content-Length: 9999999", body=b"a"), 413),
    "a large form in chunks": (post(b"Content-Type: application/x-www-form-urlencoded", CHUNKED, body=b"200000\r\n" + b"a" * 0x200000 + b"\r\n"), 413),
    **{f"the method {method}": (f"{method} / HTTP/1.1\r\n".encode() + HOST + END, 405)
       for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")},
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_not_for_us_is_refused(address, what):
    request, status = OTHERS[what]
    heard = say(address, request, seconds=5)
    assert heard.statuses == [status], heard.bytes[:200]
    assert heard.closed
    if status == 405:
        assert b"\r\nAllow: GET, HEAD, POST\r\n" in heard.bytes


TRAVERSALS = ["../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//....//etc/passwd",
              "..%5c..%5cetc%5cpasswd", "..%c0%af..%c0%afetc/passwd", "%252e%252e%252fetc%252fpasswd", "trellis.css%00", "trellis.css/..",
              "/etc/passwd", "file:///etc/passwd", "../data/trellis.sqlite"]


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leads_out(address, path):
    for start in ("/assets/", "/", "/pupils/", "/api/"):
        heard = say(address, get(f"{start}{path}".encode()))
        assert b"root:" not in heard.bytes and b"SQLite format" not in heard.bytes
        assert heard.statuses[0] in (303, 400, 401, 404), f"{start}{path}: {heard.statuses}"


def test_an_address_in_full_is_answered_by_its_host_field_alone(address):
    """RFC 9112, section 3.2.2: such a form must be taken; the host in the field is checked."""
    assert say(address, get(b"http://127.0.0.1/look-as")).statuses == [200]
    assert say(address, b"GET http://127.0.0.1/look-as HTTP/1.1\r\nHost: evil.example.org\r\n" + END).statuses == [421]


def test_requests_in_a_row_are_answered_in_a_row(address):
    heard = say(address, (b"GET /look-as HTTP/1.1\r\n" + HOST + b"\r\n") * 3 + get(b"/assets/trellis.svg"))
    assert heard.statuses == [200, 200, 200, 200]


def test_every_answer_of_every_page_carries_the_safe_fields(crawled):
    for _, (_, answers) in crawled.items():
        for link, answer in answers:
            fields = answer.headers
            assert "default-src 'none'" in fields["Content-Security-Policy"] and "unsafe" not in fields["Content-Security-Policy"], link
            assert (fields["X-Frame-Options"], fields["X-Content-Type-Options"], fields["Referrer-Policy"]) == ("DENY", "nosniff", "same-origin"), link
            assert fields["Cross-Origin-Opener-Policy"] == fields["Cross-Origin-Resource-Policy"] == "same-origin", link
            assert "camera=()" in fields["Permissions-Policy"] and fields["Server"] is None, link
            assert fields["Strict-Transport-Security"] is None, link
            assert fields["Cache-Control"] == "no-store", link


def test_slow_callers_are_let_go_and_nobody_waits_for_them(address):
    """A hundred who say nothing, one who never ends its head, one whose body trickles; an ordinary visitor meanwhile."""
    idle = [connect(address) for _ in range(100)]
    dripping, trickling = connect(address), connect(address)
    dripping.sendall(b"GET /look-as HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    trickling.sendall(post(b"Content-Type: application/x-www-form-urlencoded", b"Content-Length: 100000"))
    stop = threading.Event()

    def drip(connection, piece):
        while not stop.wait(0.5):
            try:
                connection.sendall(piece)
            except OSError:
                return

    drips = [threading.Thread(target=drip, args=pair) for pair in ((dripping, b"X-A: b\r\n"), (trickling, b"a"))]
    for thread in drips:
        thread.start()
    try:
        for _ in range(20):
            assert Visitor(address).get("/look-as").status == 200
        with ThreadPoolExecutor(102) as pool:
            heard = list(pool.map(lambda connection: listen(connection, 25), [*idle, dripping, trickling]))
    finally:
        stop.set()
        for thread in drips:
            thread.join()
        for connection in (*idle, dripping, trickling):
            connection.close()
    assert all(one.closed for one in heard), [one for one in heard if not one.closed][:3]


FIELD_ENDS = ["\r\nX-Smuggled: 1", "\nX-Smuggled: 1", "\rX-Smuggled: 1", "\r\n\r\n<html>", "\0", "\u010a\u010dX-Smuggled: 1", "\u2028X-Smuggled: 1"]


@pytest.mark.parametrize("ending", FIELD_ENDS)
def test_no_field_of_a_form_and_no_question_writes_a_header(address, ending):
    """Every form that the first role can reach by the chooser and its first page, and every question in its links."""
    visitor, first = arrive_as(address, roles(address)[0])
    pages = [first] + [visitor.get(link) for link in first.links()[:25]]
    for page in (page for page in pages if page.is_page):
        for form in page.tree.forms:
            if not form.action or urlsplit(form.action)[1] != urlsplit(address)[1]:
                continue
            answer = visitor.submit(form, **{name: f"{value or ''}{ending}" for name, value in form.form_values()})
            assert_no_smuggling(answer)
        for link in (link for link in page.links() if "=" in link):
            assert_no_smuggling(visitor.get(re.sub(r"=([^&]*)", lambda found: "=" + found.group(1) + quote(ending), link)))


def assert_no_smuggling(answer):
    assert answer.headers["X-Smuggled"] is None, answer.address
    assert answer.status < 500, answer.address
