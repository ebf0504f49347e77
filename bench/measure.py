"""How a load is made, and how what came of it is told: medians, their spread, CPU time of a request."""
import os
import statistics
import subprocess
import time
from pathlib import Path

from servers import busy, cpu, fail, wait_for_quiet

HERE = Path(__file__).resolve().parent
REPEAT = int(os.environ.get("BENCH_REPEAT", "5"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "10"))
LOG_LEVEL = os.environ.get("BENCH_LOG_LEVEL", "warn")
LOADED = dict(BERANDA_PASSWORD_HASH="bcrypt", BERANDA_RATE_LIMITS="off", BERANDA_LOG_LEVEL=LOG_LEVEL)
CONNECTIONS = 16


def spread(values, form="{:.2f}"):
    ordered = sorted(values)
    return f"{form.format(statistics.median(ordered))} ({form.format(ordered[0])}..{form.format(ordered[-1])})"


def verdict(good):
    return "met" if good else "MISSED"


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def table(*names):
    print()
    row(*names)
    row(*["---"] * len(names))


# ---------------------------------------------------------------- load
def shape(method, path, body="", bearer="", tokens=(), paths=""):
    """What is asked for; `paths` names a file of many that are asked for in turn."""
    return dict(REQUEST_METHOD=method, REQUEST_PATH=path, REQUEST_BODY=body, REQUEST_BEARER=bearer,
                REQUEST_TOKENS=" ".join(tokens), REQUEST_PATHS=str(paths))


def load(server, postgres, request, seconds=SECONDS, connections=CONNECTIONS):
    """One run of wrk; CPU microseconds per request in the server and in PostgreSQL, and what others used meanwhile."""
    before = cpu(server.pid), cpu(postgres.pid), busy(), time.monotonic(), sum(os.times()[2:4])
    out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", str(HERE / "load.lua"),
                          f"http://127.0.0.1:{server.port}"], env={**os.environ, **request}, capture_output=True, text=True)
    after = cpu(server.pid), cpu(postgres.pid), busy(), time.monotonic(), sum(os.times()[2:4])
    line = [x for x in out.stdout.splitlines() if x.startswith("RESULT")]
    if not line:
        fail(out.stdout + out.stderr)
    n, micros, p50, p99, errors, p95 = line[0].split()[1:]
    n = max(int(n), 1)
    own, database, client = after[0] - before[0], after[1] - before[1], after[4] - before[4]
    capacity = (after[3] - before[3]) * os.cpu_count()
    others = (after[2][0] - before[2][0] - own - database - client + after[2][1] - before[2][1]) / capacity
    return dict(rate=n * 1e6 / int(micros), p50=float(p50), p95=float(p95), p99=float(p99), errors=int(errors), cpu=1e6 * own / n,
                database=1e6 * database / n, others=max(0.0, others))


def loads(server, postgres, name, request, repeat=REPEAT, seconds=SECONDS, patience=20):
    """Runs of one shape, made anew for each, after a warm-up; those that others disturbed are repeated, within reason."""
    load(server, postgres, request(), seconds=min(seconds, 8))
    kept, disturbed = [], []
    while len(kept) < repeat and len(disturbed) < repeat:
        wait_for_quiet(patience)
        one = load(server, postgres, request(), seconds=seconds)
        (kept if one["others"] <= 0.08 else disturbed).append(one)
    runs = kept if len(kept) >= repeat else kept + disturbed

    def column(key, form):
        return spread([run[key] for run in runs], form)
    row(name, column("rate", "{:.0f}"), column("p50", "{:.2f}"), column("p99", "{:.2f}"), column("cpu", "{:.0f}"),
        column("database", "{:.0f}"), sum(run["errors"] for run in runs), f"{len(kept)}/{len(kept) + len(disturbed)}")
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def load_table():
    table("request", "per second", "p50 ms", "p99 ms", "server CPU µs", "PostgreSQL CPU µs", "errors", "undisturbed")
