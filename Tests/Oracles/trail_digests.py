"""A chain of changes with its digests, by the description in docs/trail.md. The last columns are what the program
must come to; entries without an origin have no word for it.
A digest does not ask what the values mean, so they are written here without quotes and commas, which the table can't hold."""
import hashlib

from table import write

HEADER = ["id", "at", "account", "who", "way", "event", "table", "row", "version", "pupil", "school", "receipt", "undoes",
          "origin", "salt", "before", "after", "reason", "value_digest", "digest"]

ENTRIES = [
    ["2026-09-01T08:00:00.000Z", "", "Stage", "command", "school.added", "school", "1", "1", "", "1", "", "", "", "{}", "{name:Elm}", ""],
    ["2026-09-01T08:00:01.250Z", "4", "Amira (SENCO)", "page", "pupil.added", "pupil", "12", "1", "12", "1", "", "", "", "{}", "{surname:Ó Súilleabháin}", ""],
    ["2026-09-02T23:59:59.999Z", "4", "Amira (SENCO)", "page", "need.ended", "pupil_need", "3", "2", "12", "", "", "", "203.0.113.7; tablet Oak room", "{ends:null}", "{ends:2026-09-02}", "no longer needed"],
    ["2026-09-03T02:00:00.000Z", "", "Night", "import", "pupil.changed", "pupil", "12", "2", "12", "1", "7", "", "", "{eal:false}", "{eal:true}", ""],
    ["2026-09-03T09:00:00.000Z", "300", "Zoë Łukasz 你好 (Data manager)", "api", "import.undone", "pupil", "12", "3", "12", "1", "7", "4", "2001:db8::1", "{eal:true}", "{eal:false}", "wrong file"],
]


def measured(words):
    return b"".join(f"{len(word.encode())}:{word}".encode() for word in words)


def rows():
    digest = b""
    for number, entry in enumerate(ENTRIES, start=1):
        *told, origin, before, after, reason = entry
        salt = hashlib.sha256(f"salt {number}".encode()).digest()[:16]
        values = hashlib.sha256(salt + measured([before, after, reason])).digest()
        words = [str(number), told[0], told[2], told[3], told[4], told[5], told[6], told[7], told[1], *told[8:]]
        digest = hashlib.sha256(digest + measured(words + ([origin] if origin else [])) + values).digest()
        yield [str(number), *told, origin, salt.hex(), before, after, reason, values.hex(), digest.hex()]


if __name__ == "__main__":
    write("trail_digests.csv", HEADER, rows())
