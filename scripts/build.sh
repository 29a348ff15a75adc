# Builds with Swift and shows progress. Sourced after install.sh, which has say and stop.
# shellcheck shell=bash disable=SC2154

require_swift() {
    local least found
    least=$(sed -n '1s/.*swift-tools-version: *//p' "$root/Package.swift")
    command -v swift >/dev/null || stop "Trellis is built with Swift, and this machine has none.
Get Swift $least or newer at https://www.swift.org/install/linux/, open a new terminal and try again."
    found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')
    [[ $(printf '%s\n%s\n' "$least" "$found" | sort -V | head -n 1) == "$least" ]] ||
        stop "Trellis needs Swift $least or newer, and this machine has Swift ${found:-of an unknown version}.
Get a newer one at https://www.swift.org/install/linux/, open a new terminal and try again."
}

# build ARGUMENTS… : swift's own progress on a terminal, else a line every half minute and the log where it fails.
build() {
    if [[ -t 2 ]]; then
        swift build --package-path "$root" "$@" >&2
        return # with the status of the build
    fi
    local log status=0
    log=$(mktemp)
    swift build --package-path "$root" "$@" >"$log" 2>&1 </dev/null &
    report_while_running $! "$log"
    wait $! || status=$?
    ((status == 0)) || print_failure "$log"
    rm -f "$log"
    return "$status"
}

report_while_running() {
    local seconds=0
    while kill -0 "$1" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        if ((seconds % 30 == 0)); then say "  building for $seconds seconds: $(tail -n 1 "$2")"; fi
    done
}

print_failure() {
    grep -E 'error:' "$1" | sort -u | head -n 40 >&2 || true
    say "The end of the build's own words:"
    tail -n 40 "$1" >&2
}
