"""A visitor without JavaScript: plain requests, cookies kept, links followed and forms sent as the page writes them."""
import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from functools import cached_property

import lxml.html

TIMEOUT = 30


@dataclass
class Answer:
    address: str
    status: int
    headers: object
    body: bytes = field(repr=False)

    @property
    def is_page(self):
        return self.headers.get_content_type() == "text/html"

    @cached_property
    def tree(self):
        tree = lxml.html.fromstring(self.body.decode("utf-8"), base_url=self.address)
        tree.make_links_absolute(self.address)
        return tree

    def links(self):
        """Addresses on the same host, without what follows #, in the order of the page."""
        host = urllib.parse.urlsplit(self.address)[:2]
        found = (urllib.parse.urldefrag(a.get("href")).url for a in self.tree.iter("a") if a.get("href"))
        return list(dict.fromkeys(link for link in found if urllib.parse.urlsplit(link)[:2] == host))

    def buttons(self, name):
        """The buttons of that name, each with its value."""
        return self.tree.xpath("//form//button[@name=$name]", name=name)


class Visitor:
    def __init__(self, address):
        self.address = address
        self.cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path):
        return self._ask(urllib.request.Request(urllib.parse.urljoin(self.address, path)))

    def submit(self, form, button=None, /, **answers):
        """Sends a form with what it holds, what is answered here, and the button that was pressed."""
        fields = dict(form.form_values()) | answers
        if button is not None and button.get("name"):
            fields[button.get("name")] = button.get("value", "")
        data, action = urllib.parse.urlencode(fields), form.action or form.base_url
        if form.method == "POST":
            return self._ask(urllib.request.Request(action, data=data.encode(), headers={"Origin": self.address}))
        return self.get(f"{action.partition('?')[0]}?{data}")

    def press(self, button, /, **answers):
        return self.submit(next(button.iterancestors("form")), button, **answers)

    def _ask(self, request):
        try:
            response = self._opener.open(request, timeout=TIMEOUT)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            return Answer(response.url, response.status, response.headers, response.read())
