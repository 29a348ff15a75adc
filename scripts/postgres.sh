# A PostgreSQL of our own for one test run: no network, a socket in a temporary folder, gone afterwards.
# Sourced after install.sh.
# shellcheck shell=bash

postgres_folder=""

start_postgres() {
    local bin
    bin=$(postgres_programs)
    postgres_folder=$(mktemp -d)
    if ((EUID == 0)); then
        chown postgres "$postgres_folder"
        # initdb's own shell writes there as postgres; on one machine only root could.
        chmod a+rw /dev/null
    fi
    as_postgres "$bin/initdb" --pgdata="$postgres_folder/data" --username=trellis --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 >"$postgres_folder/log" 2>&1 || postgres_failed
    # A test database need not outlive a power cut.
    as_postgres "$bin/pg_ctl" --pgdata="$postgres_folder/data" --log="$postgres_folder/server.log" --wait start \
        --options="-k $postgres_folder -c listen_addresses='' -c fsync=off -c max_connections=1000 -c shared_buffers=64MB" \
        >>"$postgres_folder/log" 2>&1 </dev/null || postgres_failed
    "$bin/createdb" --host="$postgres_folder" --username=trellis trellis || postgres_failed
    export TRELLIS_TEST_POSTGRES="postgres:///trellis?host=$postgres_folder&user=trellis"
}

stop_postgres() {
    if [[ -z $postgres_folder ]]; then return 0; fi
    as_postgres "$(postgres_programs)/pg_ctl" --pgdata="$postgres_folder/data" --mode=immediate stop >/dev/null 2>&1 || true
    rm -rf "$postgres_folder"
    postgres_folder=""
}

postgres_failed() {
    cat "$postgres_folder/log" "$postgres_folder/server.log" >&2 2>/dev/null || true
    stop "A PostgreSQL for the tests could not be started. The lines above say why."
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if ((EUID == 0)); then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# Debian keeps each version's programs in a folder of its own; the newest is taken.
postgres_programs() {
    local initdb
    initdb=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
    dirname "${initdb:-$(command -v initdb || echo initdb)}"
}
