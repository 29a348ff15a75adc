"""One-time codes (RFC 6238) as oathtool of the OATH Toolkit computes them, and secrets in Base32 as Python writes them."""
import base64
import random
import subprocess

from table import write


def rows():
    draw = random.Random(8)
    for number in range(60):
        secret = draw.randbytes(20 if number % 3 else 16 + number % 9)
        moment = draw.randrange(1_600_000_000, 2_400_000_000) if number % 5 else draw.randrange(60_000_000) * 30 + draw.choice((0, 29))
        code = subprocess.run(["oathtool", "--totp", f"--now=@{moment}", secret.hex()], check=True, capture_output=True, text=True).stdout
        yield secret.hex(), base64.b32encode(secret).decode().rstrip("="), moment, code.strip()


if __name__ == "__main__":
    write("one_time_codes.csv", ["secret_hex", "base32", "seconds", "code"], rows())
