"""Signed tokens (RFC 7515, RS256) computed from the arithmetic of RFC 8017 alone, and forgeries of them."""
import base64
import hashlib
import hmac
import json
import random

from table import write

DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


def is_prime(number, draw):
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for _ in range(20):
        power = pow(draw.randrange(2, number - 1), odd, number)
        if power in (1, number - 1):
            continue
        for _ in range(twos - 1):
            power = power * power % number
            if power == number - 1:
                break
        else:
            return False
    return True


def prime(draw):
    while True:
        number = draw.getrandbits(1024) | 3 << 1022 | 1
        if number % 65537 != 1 and is_prime(number, draw):
            return number


def key(seed):
    draw = random.Random(seed)
    p, q = prime(draw), prime(draw)
    return p * q, pow(65537, -1, (p - 1) * (q - 1))


def text(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def number(value):
    return text(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def sign(modulus, private, head, claims):
    words = ".".join(text(json.dumps(part, separators=(",", ":")).encode()) for part in (head, claims))
    tail = DIGEST_INFO + hashlib.sha256(words.encode()).digest()
    padded = b"\x00\x01" + b"\xff" * (256 - len(tail) - 3) + b"\x00" + tail
    return f"{words}.{text(pow(int.from_bytes(padded, 'big'), private, modulus).to_bytes(256, 'big'))}"


def rows():
    modulus, private = key(4)
    other, other_private = key(5)
    head = {"alg": "RS256", "kid": "first", "typ": "JWT"}
    claims = {"iss": "https://id.example.org", "sub": "person-7", "aud": "trellis", "exp": 1795168800, "iat": 1795165200, "email_verified": True}
    n = number(modulus)
    right = sign(modulus, private, head, claims)
    start, middle, end = right.split(".")
    forged = text(json.dumps({**claims, "sub": "person-8"}, separators=(",", ":")).encode())

    def case(name, token, taken=0):
        return name, taken, n, number(65537), token

    yield case("right", right, 1)
    yield case("right without a key name", sign(modulus, private, {"alg": "RS256"}, claims), 1)
    yield case("changed words", f"{start}.{forged}.{end}")
    yield case("another key", sign(other, other_private, head, claims))
    yield case("unknown key name", sign(modulus, private, {**head, "kid": "second"}, claims))
    none = text(json.dumps({"alg": "none", "kid": "first"}).encode())
    yield case("none", f"{none}.{middle}.")
    yield case("none with a signature", f"{none}.{middle}.{end}")
    public = text(json.dumps({"alg": "HS256", "kid": "first"}).encode())
    mac = hmac.new(n.encode(), f"{public}.{middle}".encode(), hashlib.sha256).digest()
    yield case("public key as a password", f"{public}.{middle}.{text(mac)}")
    yield case("critical extension", sign(modulus, private, {**head, "crit": ["exp"]}, claims))
    yield case("other algorithm named", sign(modulus, private, {**head, "alg": "RS512"}, claims))
    yield case("elliptic algorithm with this key", sign(modulus, private, {**head, "alg": "ES256"}, claims))
    yield case("no signature", f"{start}.{middle}.")
    yield case("two parts", f"{start}.{middle}")
    yield case("four parts", f"{right}.{end}")
    yield case("nothing", "")


if __name__ == "__main__":
    write("id_tokens.csv", ["case", "taken", "modulus", "exponent", "token"], rows())
