"""A real mail server for tests (aiosmtpd): four doors, and manners that the recipient's name chooses.

Usage: smtp_server.py FOLDER
Makes a certificate in FOLDER, prints one JSON line with its ports, then answers each line `inbox ADDRESS` with a JSON
line of what it took for that address. It ends when its standard input does.

The first word of the recipient's name chooses the manners:
  busy2-…     RCPT is put off twice (451)
  unknown-…   RCPT is refused (550)
  full-…      the letter is refused after it was handed over (552)
  later-…     the letter is put off once after it was handed over (451)
  drops-…     the line is cut once before the letter is handed over
  dies-…      the letter is taken, and the line cut before that is said
  hangs-…     the letter is taken, and nothing more is ever said
"""
import asyncio
import json
import logging
import re
import ssl
import subprocess
import sys
import warnings
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

USER, PASSWORD = b"trellis", b"correct horse \xc3\xa9"


class Manners:
    def __init__(self):
        self.taken, self.seen = [], Counter()

    def met(self, address):
        self.seen[address] += 1
        return self.seen[address]

    async def handle_RCPT(self, server, session, envelope, address, options):
        kind = address.split("-")[0]
        if busy := re.fullmatch(r"busy(\d+)", kind):
            if self.met(address) <= int(busy[1]):
                return "451 4.7.1 Please come back later"
        if kind == "unknown":
            return "550 5.1.1 No such mailbox here"
        if kind == "drops" and self.met(address) == 1:
            server.transport.abort()
            return "421 gone"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        kind = address.split("-")[0]
        if kind == "full":
            return "552 5.2.2 The mailbox is full"
        if kind == "later" and self.met(address) == 1:
            return "451 4.3.0 The disk is busy"
        self.taken.append(letter(server, session, envelope))
        if kind == "dies":
            server.transport.abort()
        if kind == "hangs":
            await asyncio.get_running_loop().create_future()
        return "250 2.0.0 Queued"


def letter(server, session, envelope):
    """What came, as Python's own mail parser reads it."""
    mail = message_from_bytes(envelope.content, policy=policy.default)
    bodies = {part.get_content_type(): part.get_content().replace("\r\n", "\n") for part in mail.walk() if not part.is_multipart()}
    defects = [str(defect) for part in mail.walk() for defect in part.defects]
    defects += [str(defect) for value in mail.values() for defect in value.defects]
    return {
        "from": envelope.mail_from, "to": envelope.rcpt_tos, "encrypted": server.transport.get_extra_info("sslcontext") is not None,
        "signedIn": bool(session.authenticated), "greeting": session.host_name,
        "names": mail.keys(), "subject": str(mail["subject"]), "headerFrom": str(mail["from"]), "headerTo": str(mail["to"]),
        "messageID": str(mail["message-id"]), "date": mail["date"].datetime.isoformat(), "automatic": str(mail["auto-submitted"]),
        "plain": bodies.get("text/plain"), "html": bodies.get("text/html"), "defects": defects,
        "longest": max(len(line) for line in envelope.content.split(b"\r\n")),
    }


def certificate(folder):
    """Self-made, for this computer alone."""
    key, chain = folder / "key.pem", folder / "chain.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                    "-keyout", key, "-out", chain], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    return context, chain


def check(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == USER and data.password == PASSWORD, handled=False)


async def main(folder):
    manners = Manners()
    context, chain = certificate(folder)
    loop = asyncio.get_running_loop()

    async def door(over=None, **how):
        opened = await loop.create_server(lambda: SMTP(manners, loop=loop, hostname="localhost", **how), "127.0.0.1", 0, ssl=over)
        return opened.sockets[0].getsockname()[1]

    started = {"tls_context": context, "require_starttls": True}
    doors = {
        "plain": await door(), "starttls": await door(**started), "tls": await door(over=context),
        "login": await door(**started, authenticator=check, auth_required=True), "certificates": str(chain),
    }
    say(doors)
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        word, address = line.decode().split()
        assert word == "inbox"
        say([letter for letter in manners.taken if address in letter["to"]])


def say(value):
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    # Callers that hang up and refuse certificates are what the tests are about.
    logging.disable()
    warnings.simplefilter("ignore")
    asyncio.run(main(Path(sys.argv[1])))
