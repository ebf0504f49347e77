#!/bin/sh
# Measures the packaged server and prints medians, their spread and ratios within one run. See RESULTS.md and NOTES.md.
set -eu

usage() {
  cat <<'TEXT'
Usage: bench/run.sh COMMAND...

  start     from the command to the first answer of /health/readiness: external, embedded and new database
  memory    resident memory at rest and after a load
  http      requests per second and CPU time per request of what is asked most
  hash      logins per second, beside the bare hash function on as many threads
  refresh   refreshes per second, beside one-row inserts over the same kind of pool
  bring     a hundred thousand people imported, and once more
  content   ten thousand posts, read, found and written; beside other servers, too, with PEERS=<folder>
  content-million   what a hundred times as many cost, with five million comments (wants 15 GB of disk)
  peers     login, verify and me beside other servers: PEERS=<folder with their bench.sh> bench/run.sh peers
  all       start memory http hash refresh bring

  BENCH_REPEAT   runs of each measurement (5)      BENCH_SECONDS   seconds of each run under load (10)
  BENCH_POSTS    how many content-million has (1000000)   BENCH_CHECK=1  holds them against the house's rules, too
  BENCH_WORK     scratch folder (a new one)        BENCH_LOG_LEVEL what the server logs under load (warn)

Wants python3 and wrk, a PostgreSQL for the external database (initdb on the PATH, under /usr/lib/postgresql or
unpacked by a first start of the server), and a quiet machine: it waits a while for one and says how quiet it was.
TEXT
}

[ $# -gt 0 ] || { usage >&2; exit 1; }
case "$1" in help | -h | --help) usage; exit 0 ;; esac
for tool in python3 wrk; do
  command -v "$tool" >/dev/null || { echo "bench: $tool is not on the PATH" >&2; exit 1; }
done
exec python3 -B "$(dirname "$0")/bench.py" "$@"
