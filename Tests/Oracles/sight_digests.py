"""A chain of sights with its digests, by the description in docs/trail.md. In the table the pupils' numbers have
blanks between them, since commas part the columns."""
import hashlib

from table import write

HEADER = ["id", "at", "account", "who", "origin", "way", "page", "purpose", "pupils", "digest"]

SIGHTS = [
    ["2026-09-01T08:00:00.000Z", "4", "Amira (SENCO)", "203.0.113.7; tablet Oak room", "page", "/pupils/*", "", [12]],
    ["2026-09-01T08:00:00.037Z", "", "Operator (command line)", "", "command", "register", "", [1, 2, 3, 40, 18000]],
    ["2026-09-03T09:00:00.000Z", "300", "Zoë Łukasz 你好", "2001:db8::1", "api", "/api/v1/pupils/*", "annual review", [12, 40]],
]


def rows():
    digest = b""
    for number, sight in enumerate(SIGHTS, start=1):
        at, account, who, origin, way, page, purpose, pupils = sight
        words = [str(number), at, account, who, origin, way, page, purpose, ",".join(map(str, pupils))]
        digest = hashlib.sha256(digest + b"".join(f"{len(w.encode())}:{w}".encode() for w in words)).digest()
        yield [str(number), *sight[:-1], " ".join(map(str, pupils)), digest.hex()]


if __name__ == "__main__":
    write("sight_digests.csv", HEADER, rows())
