#!/usr/bin/env bash
# Runs every test there is and prints one closing line. Called by ./trellis test.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/install.sh
source "$root/scripts/install.sh"
# shellcheck source=scripts/build.sh
source "$root/scripts/build.sh"
# shellcheck source=scripts/postgres.sh
source "$root/scripts/postgres.sh"
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1

usage="Usage: ./trellis test [--long] [--filter NAME]
  --long          the slow ones too (hundreds of kills, long fuzzing)
  --filter NAME   only tests whose name holds NAME
Example: ./trellis test --filter BankHolidays"

misused() { say "$1" "$usage"; exit 2; }

filter=""
while (($# > 0)); do
    case $1 in
        --long) export TRELLIS_TEST_LONG=1 ;;
        --filter)
            if (($# < 2)); then misused "--filter needs a name."; fi
            filter=$2
            shift
            ;;
        --help | -h) printf '%s\n' "$usage"; exit 0 ;;
        *) misused "$1 is not known here." ;;
    esac
    shift
done

results=$(mktemp -d)

# However the run ends, PostgreSQL is stopped and the closing line is printed.
finish() {
    local status
    trap - EXIT
    set +e
    stop_postgres
    python3 "$root/scripts/count.py" "$results"
    status=$?
    rm -rf "$results"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# A virtual environment of our own, made anew when the pinned packages change.
prepare_python() {
    local venv=$root/.venv pinned=$root/scripts/requirements.txt
    if cmp -s "$pinned" "$venv/installed.txt" && "$venv/bin/python" --version >/dev/null 2>&1; then return 0; fi
    say "Preparing the Python test packages in .venv."
    python3 -m venv --clear "$venv"
    # Every package is pinned, so nothing more is looked up.
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r "$pinned" </dev/null >&2
    cp "$pinned" "$venv/installed.txt"
}

run_swift_tests() {
    local chosen=()
    if [[ -n $filter ]]; then chosen=(--filter "$filter"); fi
    # swift test matches the build options above or it would build again. Without a bound all tests begin at once: over a
    # thousand files stand open then, and Foundation's Process, which lists them, has written past its memory.
    swift test --package-path "$root" --skip-build --parallel --experimental-maximum-parallelization-width 48 --disable-xctest --event-stream-version 0 \
        --event-stream-output-path "$results/swift.jsonl" "${chosen[@]}" </dev/null >"$results/swift.log" 2>&1 ||
        echo "swift test ended with status $?" >>"$results/died.swift"
    grep -vE '^(◇|✔|Test Suite|\[[0-9])' "$results/swift.log" || true
}

# Two at once, each with a browser and a trust of its own: what is claimed of every page, and everything else.
run_python_tests() {
    local claims=("$root"/Tests/Browser/test_{every_page,naughty,hardening,api}.py) others=("$root/Tests/Browser" "$root/Tests/Oracles") file
    for file in "${claims[@]}"; do others+=("--ignore=$file"); done
    run_python_part claims "${claims[@]}" &
    run_python_part journeys "${others[@]}"
    wait
    cat "$results/claims.log" "$results/journeys.log"
}

run_python_part() {
    local part=$1 chosen=() status=0
    shift
    if [[ -n $filter ]]; then chosen=(-k "${filter//|/ or }"); fi
    "$root/.venv/bin/python" -m pytest "$@" --rootdir "$root/Tests" -q -p no:cacheprovider \
        --junitxml "$results/$part.xml" "${chosen[@]}" </dev/null >"$results/$part.log" 2>&1 || status=$?
    # Status 4 and 5: the filter is not in pytest's language, or chose none of these.
    if ((status != 0)) && ! [[ $status == [45] && -n $filter ]]; then echo "pytest ($part) ended with status $status" >>"$results/died.$part"; fi
}

echo "The run stopped before the tests began." >"$results/died.early"
require_swift
install_missing "build Trellis" "${libraries[@]}"
install_missing "run the tests" "${test_tools[@]}"
prepare_python
start_postgres
say "Building the program and its tests."
build --build-tests --explicit-target-dependency-import-check error || stop "The build failed."
rm "$results/died.early"
run_swift_tests
run_python_tests
