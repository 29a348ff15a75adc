"""Sealed papers, written by another implementation of the form that Sources/Papers/Sealing/SealedForm.swift tells: each row a
ring key and its name, the random name of the file, the text as so many times one letter, and the file. Our program must open
what this script writes; keys and nonces are fixed here, so that every run writes the same."""
import base64
import hashlib

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from table import write

PIECE = 65_536


def fixed(label, length):
    """Bytes that look random and are the same in every run."""
    return hashlib.shake_256(label.encode()).digest(length)


def seal(text, ring_key, lock, name, label):
    head = b"TRELLIS\x01" + lock.encode().ljust(16, b"\0")
    key, nonce = fixed(f"{label} key", 32), fixed(f"{label} nonce", 12)
    file = head + nonce + AESGCM(ring_key).encrypt(nonce, key, head + name.encode())
    pieces = [text[at:at + PIECE] for at in range(0, len(text), PIECE)]
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        file += AESGCM(key).encrypt(bytes(7) + number.to_bytes(4, "big") + bytes([last]), piece, None)
    return file


def rows():
    for size in (1, 47, PIECE + 4):
        letter, name = chr(97 + size % 26), fixed(f"{size} name", 16).hex()
        ring_key = fixed(f"{size} ring", 32)
        file = seal(letter.encode() * size, ring_key, "k1", name, str(size))
        yield base64.b64encode(ring_key).decode(), "k1", name, letter, size, base64.b64encode(file).decode()


if __name__ == "__main__":
    write("sealed_paper.csv", ["ring_key", "lock", "name", "letter", "size", "file"], rows())
