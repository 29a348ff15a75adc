"""Adds up one test run: Swift Testing's event stream, pytest's JUnit files, and runners that died.

Prints `N passed, N failed` as the last line, and ends with status 1 where anything failed. A runner that died without
a failing test to show for it counts as one failure, so that silence is never success.
"""
import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def swift(path):
    """Tests that ended without an issue, and tests with one or that never ended."""
    started, ended, wrong, skipped, functions, over = set(), set(), set(), set(), set(), False
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            record = json.loads(line)
        except ValueError:
            continue  # the last line of a runner that was killed
        payload = record.get("payload", {})
        kind, test = payload.get("kind"), payload.get("testID")
        if record.get("kind") == "test" and kind == "function":
            functions.add(payload.get("id"))
        elif kind == "testStarted":
            started.add(test)
        elif kind == "testEnded":
            ended.add(test)
        elif kind == "testSkipped":
            skipped.add(test)
        elif kind == "issueRecorded" and is_failure(payload.get("issue", {})):
            wrong.add(test)
        elif kind == "runEnded":
            over = True
    begun = (started & functions) - skipped
    bad = wrong | (begun - ended)
    return len(begun - bad), len(bad), over


def is_failure(issue):
    return not issue.get("isKnown", False) and issue.get("isFailure", True)


def python(path):
    try:
        cases = list(ET.parse(path).getroot().iter("testcase"))
    except ET.ParseError:
        return 0, 0, False
    bad = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = sum(1 for case in cases if case.find("skipped") is not None)
    return len(cases) - bad - skipped, bad, True


def count(results):
    passed = failed = 0
    for name, file, read in (("swift", "swift.jsonl", swift), ("claims", "claims.xml", python), ("journeys", "journeys.xml", python)):
        died = results / f"died.{name}"
        if not (results / file).exists():
            good, bad, over = 0, 0, (results / "died.early").exists()
        else:
            good, bad, over = read(results / file)
        if bad == 0 and (died.exists() or not over):
            bad = 1
            print(died.read_text().strip() if died.exists() else f"The tests called {name} did not come to an end.", file=sys.stderr)
        passed, failed = passed + good, failed + bad
    if (results / "died.early").exists():
        print((results / "died.early").read_text().strip(), file=sys.stderr)
        failed += 1
    return passed, failed


if __name__ == "__main__":
    passed, failed = count(Path(sys.argv[1]))
    print(f"{passed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed else 0)
