"""QR codes (ISO/IEC 18004) as the package qrcode draws them: byte mode, level M, versions 1 to 10. The mask is chosen
here by clause 7.8.3, written once more with regular expressions."""
import random
import re

import qrcode
from qrcode.util import MODE_8BIT_BYTE, QRData
from table import write

TEXTS = ["a", "Trellis", "https://example.org/", "otpauth://totp/Trellis:amira.khan%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Trellis"]
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ234567%&=?:/.-_"
ROOM = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]


def texts():
    draw = random.Random(11)
    yield from TEXTS
    for room in ROOM:
        for length in (room - draw.randrange(1, 9), room):
            yield "".join(draw.choice(LETTERS) for _ in range(length))


def penalty(lines):
    """Clause 7.8.3.1 by regular expressions over rows and columns; beyond the edge all is light."""
    across = lines + ["".join(column) for column in zip(*lines)]
    runs = sum(len(run[0]) - 2 for line in across for run in re.finditer(r"(.)\1{4,}", line))
    finders = sum(len(re.findall(r"(?=1011101(?=0000)|(?<=0000)1011101)", f"0000{line}0000")) for line in across)
    blocks = sum(
        len({lines[y][x], lines[y][x + 1], lines[y + 1][x], lines[y + 1][x + 1]}) == 1
        for y in range(len(lines) - 1) for x in range(len(lines) - 1))
    share = 100 * sum(line.count("1") for line in lines) / len(lines) ** 2
    return runs + 40 * finders + 3 * blocks + 10 * int(abs(share - 50) / 5)


def drawn(text, mask):
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, mask_pattern=mask, border=0)
    code.add_data(QRData(text.encode(), mode=MODE_8BIT_BYTE), optimize=0)
    return code.version, ["".join("01"[bool(module)] for module in line) for line in code.get_matrix()]


def rows():
    for text in texts():
        pictures = [drawn(text, mask) for mask in range(8)]
        penalties = [penalty(lines) for _, lines in pictures]
        mask = penalties.index(min(penalties))
        version, lines = pictures[mask]
        yield text.encode().hex(), version, mask, "/".join(map(str, penalties)), "/".join(f"{int(line, 2):x}" for line in lines)


if __name__ == "__main__":
    write("qr_codes.csv", ["text_hex", "version", "mask", "penalties", "rows_hex"], rows())
