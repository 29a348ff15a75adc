"""The program under test: a small demonstration trust, made once, and a server over it."""
import os
import re
import subprocess
import time
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2] / ".build" / "debug" / "trellis"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def make_demonstration(folder):
    """The arguments that name its data and its key, which lie apart."""
    where = ["--data", str(folder / "data"), "--key", str(folder / "key")]
    made = subprocess.run([PROGRAM, "demo", *where, "--shape", "small", "--no-serve"], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=600)
    assert made.returncode == 0, f"The demonstration trust could not be made:\n{made.stdout}{made.stderr}"
    return where


class Server:
    """`trellis demo` on a port that is free, where roles are chosen without a password, or `trellis serve`; `address`
    is what it printed."""

    def __init__(self, where, log, command="demo", environment=None):
        self.log = log
        with open(log, "w") as output:
            self.process = subprocess.Popen([PROGRAM, command, *where, "--port", "0"], stdout=output,
                                            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                            env=os.environ | (environment or {}))
        self.address = self._wait_for_address()

    def _wait_for_address(self, seconds=60):
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process.poll() is None:
            if found := ADDRESS.search(self.log.read_text()):
                return found.group()
            time.sleep(0.02)
        self.stop()
        raise AssertionError(f"The server printed no address:\n{self.log.read_text()}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
