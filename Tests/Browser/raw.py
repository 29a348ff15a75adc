"""Requests byte by byte, as no browser would send them."""
import socket
import time
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass
class Heard:
    bytes: bytes
    closed: bool
    seconds: float

    @property
    def statuses(self):
        return [int(piece[:3]) for piece in self.bytes.split(b"HTTP/1.1 ")[1:]]


def connect(address):
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname, parts.port), timeout=30)


def listen(connection, seconds):
    """All that comes until the other side closes, or for so long."""
    began, heard, closed = time.monotonic(), b"", False
    while (left := began + seconds - time.monotonic()) > 0:
        connection.settimeout(left)
        try:
            piece = connection.recv(1 << 16)
        except TimeoutError:
            break
        except ConnectionError:
            piece = b""
        if not piece:
            closed = True
            break
        heard += piece
    return Heard(heard, closed, time.monotonic() - began)


def say(address, request, seconds=3):
    with connect(address) as connection:
        try:
            connection.sendall(request)
        except ConnectionError:
            pass
        return listen(connection, seconds)
