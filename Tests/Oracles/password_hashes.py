"""scrypt as Python's hashlib (OpenSSL) computes it, over passwords brought to NFKC; written as Trellis keeps it."""
import base64
import hashlib
import random
import unicodedata

from table import write

PASSWORDS = [
    "correct horse battery", "two blanks  and more", "ümläute und ß", "u\u0308mla\u0308ute und ß", "ﬁne ﬁsh ﬁnger", "Ｆｕｌｌ width twelve",
    "naïve café crêpe", "شجرة نهر قلم", "🦔🦔 hedgehogs 🦔", "\u1e9b\u0323 long s with dots", "x" * 200, "twelve chars",
]


def plain(data):
    return base64.b64encode(data).decode().rstrip("=")


def rows():
    draw = random.Random(3)
    for number, password in enumerate(PASSWORDS):
        rounds, block, parallel = (14, 8, 5) if number < 2 else (10, 8, 1 + number % 3)
        salt = draw.randbytes(16)
        normal = unicodedata.normalize("NFKC", password).encode()
        made = hashlib.scrypt(normal, salt=salt, n=1 << rounds, r=block, p=parallel, dklen=32, maxmem=1 << 26)
        yield password.encode().hex(), f"$scrypt$ln={rounds};r={block};p={parallel}${plain(salt)}${plain(made)}"


if __name__ == "__main__":
    write("password_hashes.csv", ["password_utf8_hex", "kept_with_semicolons"], rows())
