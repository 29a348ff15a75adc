# Puts on a Debian or Ubuntu machine what Trellis is built from and tested with. Sourced, never run.
# shellcheck shell=bash disable=SC2034

# Each is a Debian package and what it is for.
libraries=(
    "git|fetching the Swift packages"
    "pkg-config|finding the libraries below"
    "libsqlite3-dev|the embedded database"
    "libpq-dev|the PostgreSQL database"
    "libzip-dev|reading spreadsheets"
    "libxlsxwriter-dev|writing spreadsheets"
    "libxml2-dev|reading CTF and census files"
    "libcurl4-openssl-dev|sending mail"
)
test_tools=(
    "postgresql|testing on PostgreSQL"
    "chromium|testing pages in a browser"
    "chromium-driver|steering that browser"
    "fonts-dejavu-core|letters for that browser"
    "openssl|certificates for the mail server under test"
    "python3-venv|the Python test packages"
    "procps|looking at processes under test"
    "oathtool|one-time codes to hold ours against"
    "weasyprint|making PDFs"
    "poppler-utils|reading those PDFs back"
    "libreoffice-writer-nogui|opening the Word files that Trellis fills"
)

say() { printf '%s\n' "$@" >&2; }

stop() { say "$@"; exit 1; }

is_installed() {
    case $1 in
        # These may come from elsewhere than apt.
        git | pkg-config) command -v "$1" >/dev/null ;;
        python3-venv) python3 -c 'import ensurepip, venv' 2>/dev/null ;;
        *) [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]] ;;
    esac
}

# install_missing PURPOSE "package|reason"…
install_missing() {
    local purpose=$1 entry packages=() reasons=()
    shift
    if ! command -v apt-get >/dev/null; then
        say "This machine has no apt. To $purpose it needs, under the names of its own system: ${*%%|*}"
        return 0
    fi
    for entry in "$@"; do
        if is_installed "${entry%%|*}"; then continue; fi
        packages+=("${entry%%|*}")
        reasons+=("$(printf '  %-20s %s' "${entry%%|*}" "${entry#*|}")")
    done
    if ((${#packages[@]} == 0)); then return 0; fi
    say "To $purpose, this machine still needs:"
    printf '%s\n' "${reasons[@]}" >&2
    run_apt "${packages[@]}"
}

run_apt() {
    local as_root=()
    if ((EUID != 0)); then
        if ! may_become_root; then
            stop "You may not install them. Ask someone who may to run this line, then try again:
  sudo apt-get install -y --no-install-recommends $*"
        fi
        as_root=(sudo)
    fi
    say "Installing them now with apt."
    # Another apt may be at work; wait for it. An old list of packages is better than none.
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600)
    "${apt[@]}" update >&2 </dev/null || say "The list of packages could not be renewed; going on with the old one."
    "${apt[@]}" install -y --no-install-recommends "$@" >&2 </dev/null ||
        stop "apt could not install them; its lines above say why. When that is mended, try again."
}

# Without a terminal nobody can type a password.
may_become_root() {
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || [[ -t 0 ]]
}
