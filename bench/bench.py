"""What bench/run.sh measures. Everything is done several times; medians count, and the spread is shown."""
import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from servers import (HOUSE, PACKAGED, PASSWORD, Beranda, Postgres, busy, cpu, fail, java, memory, psql, run_java, seed,
                     wait_for_quiet)

HERE = Path(__file__).resolve().parent
REPEAT = int(os.environ.get("BENCH_REPEAT", "5"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "10"))
LOG_LEVEL = os.environ.get("BENCH_LOG_LEVEL", "warn")
LOADED = dict(BERANDA_PASSWORD_HASH="bcrypt", BERANDA_RATE_LIMITS="off", BERANDA_LOG_LEVEL=LOG_LEVEL)
CONNECTIONS = 16
PEOPLE = 100_000


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
def shape(method, path, body="", bearer="", tokens=()):
    return dict(REQUEST_METHOD=method, REQUEST_PATH=path, REQUEST_BODY=body, REQUEST_BEARER=bearer,
                REQUEST_TOKENS=" ".join(tokens))


def load(server, postgres, request, seconds=SECONDS, connections=CONNECTIONS):
    """One run of wrk; CPU microseconds per request in the server and in PostgreSQL, and what others used meanwhile."""
    before = cpu(server.pid), cpu(postgres.pid), busy(), time.monotonic(), sum(os.times()[2:4])
    out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", str(HERE / "load.lua"),
                          f"http://127.0.0.1:{server.port}"], env={**os.environ, **request}, capture_output=True, text=True)
    after = cpu(server.pid), cpu(postgres.pid), busy(), time.monotonic(), sum(os.times()[2:4])
    line = [x for x in out.stdout.splitlines() if x.startswith("RESULT")]
    if not line:
        fail(out.stdout + out.stderr)
    n, micros, p50, p99, errors = line[0].split()[1:]
    n = max(int(n), 1)
    own, database, client = after[0] - before[0], after[1] - before[1], after[4] - before[4]
    capacity = (after[3] - before[3]) * os.cpu_count()
    others = (after[2][0] - before[2][0] - own - database - client + after[2][1] - before[2][1]) / capacity
    return dict(rate=n * 1e6 / int(micros), p50=float(p50), p99=float(p99), errors=int(errors), cpu=1e6 * own / n,
                database=1e6 * database / n, others=max(0.0, others))


def loads(server, postgres, name, request, repeat=REPEAT):
    """Runs of one shape, made anew for each, after a warm-up; those that others disturbed are repeated, within reason."""
    load(server, postgres, request(), seconds=min(SECONDS, 8))
    kept, disturbed = [], []
    while len(kept) < repeat and len(disturbed) < repeat:
        wait_for_quiet()
        one = load(server, postgres, request())
        (kept if one["others"] <= 0.08 else disturbed).append(one)
    runs = kept if len(kept) >= repeat else kept + disturbed

    def column(key, form):
        return spread([run[key] for run in runs], form)
    row(name, column("rate", "{:.0f}"), column("p50", "{:.2f}"), column("p99", "{:.2f}"), column("cpu", "{:.0f}"),
        column("database", "{:.0f}"), sum(run["errors"] for run in runs), f"{len(kept)}/{len(kept) + len(disturbed)}")
    return statistics.median(run["rate"] for run in runs)


def load_table():
    table("request", "per second", "p50 ms", "p99 ms", "server CPU µs", "PostgreSQL CPU µs", "errors", "undisturbed")


def login():
    return shape("POST", "/api/auth/login", json.dumps({"username": "{user}", "password": PASSWORD}))


# ---------------------------------------------------------------- commands
class Bench:

    def __init__(self, work):
        self.work = work
        self._postgres = None

    @property
    def postgres(self):
        if self._postgres is None:
            self._postgres = Postgres(self.work)
        return self._postgres

    def close(self):
        if self._postgres:
            self._postgres.stop()

    def seeded(self, **settings):
        server = Beranda(self.work, database=self.postgres.database("bench"), **{**LOADED, **settings})
        seed(server, lambda command: self.postgres.sql("bench", command))
        return server

    def start(self):
        """From the launcher's first word to the first 200 of the readiness probe."""
        table("start to ready, s", "with the AOT cache", "without", "target", "")
        external = self.postgres.database("bench_start")
        self.start_row("external PostgreSQL", 1.2, database=external)
        self.start_row("embedded, its data exists", 2.5, data=self.work / "warm")
        news = [self.one_start(data=self.work / f"new{i}") for i in range(3)]
        row("embedded, first ever", spread(news), "", "8", verdict(statistics.median(news) <= 8))

    def start_row(self, name, target, **where):
        self.one_start(**where)
        with_cache, without = [], []
        for _ in range(REPEAT):
            with_cache.append(self.one_start(**where))
            without.append(self.one_start(options="-XX:AOTMode=off", **where))
        row(name, spread(with_cache), spread(without), target, verdict(statistics.median(with_cache) <= target))

    def one_start(self, **where):
        wait_for_quiet()
        server = Beranda(self.work, **where)
        server.stop()
        return server.took

    def memory(self):
        """As installed: embedded database, argon2id, limits and access log on. The load is a minute of mixed requests."""
        table("MiB", "server RSS", "PostgreSQL PSS", "target", "")
        rest, after = [], []
        for i in range(3):
            data = self.work / f"memory{i}"
            server = Beranda(self.work, data=data, BERANDA_RATE_LIMITS="off")
            try:
                time.sleep(30)
                rest.append(self.weigh(server, data))
                self.stir(server)
                time.sleep(30)
                after.append(self.weigh(server, data))
            finally:
                server.stop()
        for name, weights, target in (("at rest, 30 s after ready", rest, 250), ("30 s after a load", after, 450)):
            own = [w[0] for w in weights]
            row(name, spread(own, "{:.0f}"), spread([w[1] for w in weights], "{:.0f}"), target,
                verdict(statistics.median(own) <= target))

    @staticmethod
    def weigh(server, data):
        """RSS of the server, PSS of its database. That runs in a session of its own, so its folder tells it."""
        database = 0.0
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.readlink(f"/proc/{pid}/cwd").startswith(str(data) + "/"):
                    database += memory(pid, "Pss")
            except OSError:
                continue
        return memory(server.pid, "Rss"), database

    @staticmethod
    def stir(server):
        account = {"email": "bench0001@example.com", "username": "bench0001", "password": PASSWORD}
        server.ask("POST", "/api/auth/register", account)
        access = server.log_in()["access"]
        for request in (shape("GET", "/api/me", bearer=access),
                        shape("POST", "/api/auth/token/verify", json.dumps({"token": access})),
                        {**login(), "REQUEST_USERS": "1"}, shape("GET", "/.well-known/jwks.json")):
            load(server, server, request, seconds=15, connections=64)

    def http(self):
        server = self.seeded()
        try:
            load_table()
            access = server.log_in()["access"]
            loads(server, self.postgres, "POST /api/auth/token/verify",
                  lambda: shape("POST", "/api/auth/token/verify", json.dumps({"token": access})))
            loads(server, self.postgres, "GET /api/me",
                  lambda: shape("GET", "/api/me", bearer=server.log_in()["access"]))
            loads(server, self.postgres, "GET /.well-known/jwks.json",
                  lambda: shape("GET", "/.well-known/jwks.json"))
            loads(server, self.postgres, "POST /api/auth/login", login)
            loads(server, self.postgres, "POST /api/auth/token/refresh", lambda: self.refreshing(server))
        finally:
            server.stop()

    @staticmethod
    def refreshing(server):
        tokens = [server.log_in(f"bench{i:04d}")["refresh"] for i in range(1, 4 * CONNECTIONS + 1)]
        return shape("POST", "/api/auth/token/refresh", '{"refresh":"{token}"}', tokens=tokens)

    def hash(self):
        for scheme in ("bcrypt", "argon2id"):
            server = self.seeded(BERANDA_PASSWORD_HASH=scheme)
            try:
                load_table()
                logins = loads(server, self.postgres, "POST /api/auth/login, " + scheme, login, repeat=3)
            finally:
                server.stop()
            wait_for_quiet()
            rates = [run_java("HashRate.java", scheme, SECONDS) for _ in range(3)]
            self.ratio(f"logins, {scheme}", logins, "bare hash function, per second", rates, 0.95)

    def refresh(self):
        server = self.seeded()
        try:
            load_table()
            refreshes = loads(server, self.postgres, "POST /api/auth/token/refresh", lambda: self.refreshing(server),
                              repeat=3)
        finally:
            server.stop()
        wait_for_quiet()
        address = f"jdbc:postgresql://127.0.0.1:{self.postgres.port}/bench"
        inserts = [run_java("InsertRate.java", address, "bench", self.postgres.password, SECONDS) for _ in range(3)]
        self.ratio("refreshes", refreshes, "one-row inserts, per second", inserts, 0.7)

    def bring(self):
        """A hundred thousand people with hashes of another house, five hundred to a call, one call after the other, the
        access token taken anew like any client does; and all of them once more."""
        boss = dict(BERANDA_ADMIN_EMAIL="bench@example.com", BERANDA_ADMIN_PASSWORD=PASSWORD)
        server = Beranda(self.work, data=self.work / "bring", BERANDA_LOG_LEVEL=LOG_LEVEL, **boss)
        try:
            table("100,000 people", "s", "people/s", "target, s", "")
            for name in ("brought along", "there already"):
                begun = time.monotonic()
                bearer = server.ask("POST", "/api/auth/login", dict(email="bench@example.com", password=PASSWORD))["access"]
                for first in range(0, PEOPLE, 500):
                    users = [dict(email=f"old{i:06d}@example.com", username=f"old{i:06d}", display_name=f"Old Friend {i}",
                                  email_verified=True, created_at="2020-01-01T00:00:00Z",
                                  password_hash=f"pbkdf2_sha256$600000$salt{i:06d}$" + "A" * 43 + "=")
                             for i in range(first, first + 500)]
                    report = server.ask("POST", "/api/admin/users/import", dict(users=users), bearer)
                    if report["refused"] or report["created" if name == "brought along" else "existing"] != 500:
                        fail(f"not everybody was {name}: {report}")
                took = time.monotonic() - begun
                row(name, f"{took:.1f}", f"{PEOPLE / took:.0f}", 120, verdict(took <= 120))
        finally:
            server.stop()

    @staticmethod
    def ratio(name, rate, against, rates, target):
        table("", "per second", against, "ratio", "target", "")
        found = rate / statistics.median(rates)
        row(name, f"{rate:.1f}", spread(rates, "{:.1f}"), f"{found:.2f}", target, verdict(found >= target))

    def peers(self):
        """In a copy of their folder, with a target for us added; their runner does the measuring."""
        if not os.environ.get("PEERS"):
            fail("PEERS=<folder with bench.sh> bench/run.sh peers")
        copy = self.work / "peers"
        if not copy.exists():
            shutil.copytree(os.environ["PEERS"], copy, symlinks=True)
            for folder, _, files in os.walk(copy):
                for name in ["", *files]:
                    os.chmod(os.path.join(folder, name), os.stat(os.path.join(folder, name)).st_mode | 0o200)
        (copy / "results").mkdir(exist_ok=True)
        self.add_target(copy / "targets.json")
        rows = copy / "results" / f"{os.getpid()}.jsonl"
        names = os.environ.get("BENCH_PEERS", "spring node beranda").split()
        subprocess.run(["./bench.sh", *names, "--scenarios", "login", "verify", "me", "--connections", str(CONNECTIONS),
                        "--seconds", str(SECONDS), "--repeat", str(REPEAT), "--out", str(rows)], cwd=copy, check=True)
        self.compare([json.loads(line) for line in rows.read_text().splitlines()])

    @staticmethod
    def add_target(file):
        targets = json.loads(file.read_text())
        port = 8105
        database = "postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE"
        settings = dict(LOADED, BERANDA_HTTP_PORT=str(port), BERANDA_DATA_DIR=str(file.parent / ".build/beranda"))
        targets["targets"]["beranda"] = dict(
            optional=True, label="Beranda", url=f"http://127.0.0.1:{port}", db="peer_beranda", ready="/health/readiness",
            env=settings, seed=f"BERANDA_DATABASE_URL={database} python3 -B {HERE}/bench.py seed",
            start=f"env BERANDA_DATABASE_URL={database} {HOUSE}/beranda run", run=["login", "verify", "me"],
            requests=dict(login=dict(path="/api/auth/login"), verify=dict(path="/api/auth/token/verify"),
                          me=dict(path="/api/me")))
        file.write_text(json.dumps(targets, indent=2))

    @staticmethod
    def compare(rows):
        ours = {}
        for one in rows:
            if "scenario" in one:
                clean = one["foreign"] <= 0.08 and one["steal"] <= 0.005
                ours.setdefault((one["scenario"], one["target"]), {True: [], False: []})[clean].append(one["rps"])
        medians = {key: statistics.median(runs[True] or runs[False]) for key, runs in ours.items()}
        table("requests/s", "Beranda", "peer", "", "ratio", "target", "")
        wanted = {("verify", "node"): 1.5, ("me", "node"): 1.5, ("verify", "spring"): 2.0, ("me", "spring"): 2.0}
        for (scenario, target), rate in medians.items():
            if target != "beranda" and (scenario, "beranda") in medians:
                ratio = medians[scenario, "beranda"] / rate
                goal = wanted.get((scenario, target))
                row(scenario, f"{medians[scenario, 'beranda']:.0f}", target, f"{rate:.0f}", f"{ratio:.2f}", goal or "",
                    verdict(ratio >= goal) if goal else "")

    def seed(self):
        """For the peers' runner: makes the schema and the accounts in the database it names."""
        settings = {k: v for k, v in os.environ.items() if k.startswith("BERANDA_") and k != "BERANDA_HTTP_PORT"}
        database, data = settings.pop("BERANDA_DATABASE_URL"), Path(settings.pop("BERANDA_DATA_DIR"))
        data.mkdir(parents=True, exist_ok=True)
        server = Beranda(data, database=database, data=data, **settings)
        try:
            seed(server, lambda command: psql(os.environ["PGPORT"], "peer", os.environ["PGDATABASE"], command))
        finally:
            server.stop()


def machine():
    model = [x.split(":")[1].strip() for x in open("/proc/cpuinfo") if x.startswith("model name")]
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return f"{os.cpu_count()} × {model[0] if model else platform.machine()}, {gib:.0f} GiB, Linux {platform.release()}"


def main():
    commands = ["start", "memory", "http", "hash", "refresh", "bring"] if sys.argv[1:] == ["all"] else sys.argv[1:]
    known = {"start", "memory", "http", "hash", "refresh", "bring", "peers", "seed"}
    if not commands or set(commands) - known:
        fail("knows " + ", ".join(sorted(known - {"seed"})) + " and all")
    if not (PACKAGED / "beranda.jar").exists():
        subprocess.run([str(HOUSE / "beranda"), "build"], check=True)
    given = os.environ.get("BENCH_WORK")
    work = Path(given or tempfile.mkdtemp(prefix="beranda-bench-"))
    work.mkdir(parents=True, exist_ok=True)
    work.chmod(0o755)
    bench = Bench(work)
    if commands != ["seed"]:
        print(f"{datetime.date.today()}, {machine()}; {java()}; load {os.getloadavg()[0]:.1f}; `bench/run.sh {' '.join(commands)}`")
    try:
        for command in commands:
            getattr(bench, command)()
    finally:
        bench.close()
        if not given and commands != ["seed"]:
            shutil.rmtree(work, ignore_errors=True)


main()
