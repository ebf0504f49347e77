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

import publishing
from measure import CONNECTIONS, LOADED, LOG_LEVEL, REPEAT, SECONDS, load, load_table, loads, row, shape, spread, table, verdict
from servers import HOUSE, PACKAGED, PASSWORD, Beranda, Postgres, fail, java, memory, open_account, run_java, seed, wait_for_quiet

HERE = Path(__file__).resolve().parent
PEOPLE = 100_000


# ---------------------------------------------------------------- load
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
                logins = loads(server, self.postgres, "POST /api/auth/login, " + scheme, login, repeat=3)["rate"]
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
                              repeat=3)["rate"]
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

    def content(self):
        """Ten thousand posts, read, found and written; and beside other servers, if these are at hand."""
        content = publishing.Publishing(self.work, self.postgres, 10_000, 30_000)
        try:
            publishing.alone(content)
            kept = publishing.kept(content)
        finally:
            content.stop()
        if os.environ.get("PEERS"):
            rates = self.beside("list", "get", "create")
            table("from memory, against Fastify", "", "ratio", "target", "")
            for name, goal in (("get", 2.0), ("known", 3.0)):
                ratio = kept[name]["rate"] / rates["get", "node"]
                row(publishing.TITLES[name], f"{kept[name]['rate']:.0f}", f"{ratio:.2f}", goal, verdict(ratio >= goal))

    def content_million(self):
        """A million posts beside ten thousand. Half of the time goes into making them."""
        sizes = []
        try:
            for posts in (10_000, int(os.environ.get("BENCH_POSTS", "1000000"))):
                check = posts < 100_000 or os.environ.get("BENCH_CHECK") == "1"
                sizes.append(publishing.Publishing(self.work, self.postgres, posts, 5 * posts, check))
            publishing.grown(*sizes)
        finally:
            for content in sizes:
                content.stop()

    @staticmethod
    def ratio(name, rate, against, rates, target):
        table("", "per second", against, "ratio", "target", "")
        found = rate / statistics.median(rates)
        row(name, f"{rate:.1f}", spread(rates, "{:.1f}"), f"{found:.2f}", target, verdict(found >= target))

    def peers(self):
        self.beside("login", "verify", "me")

    def beside(self, *scenarios):
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
        self.turn_pages(copy / "load.lua")
        rows = copy / "results" / f"{os.getpid()}-{scenarios[0]}.jsonl"
        names = os.environ.get("BENCH_PEERS", "spring node beranda").split()
        for name in names:
            known = [one for one in scenarios if one != "create" or name != "node"]
            subprocess.run(["./bench.sh", name, "--scenarios", *known, "--connections", str(CONNECTIONS), "--starts", "1",
                            "--warmup", "10",
                            "--seconds", str(SECONDS), "--repeat", str(REPEAT), "--out", str(rows)], cwd=copy, check=True)
        return self.compare([json.loads(line) for line in rows.read_text().splitlines()])

    @staticmethod
    def add_target(file):
        targets = json.loads(file.read_text())
        port = 8105
        database = "postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE"
        writing = json.loads(targets["defaults"]["scenarios"]["create"]["body"])
        writing.update(body_markdown=writing.pop("body"), status="published")
        settings = dict(LOADED, BERANDA_CACHE_MEGABYTES="0", BERANDA_HTTP_PORT=str(port), BERANDA_DATA_DIR=str(file.parent / ".build/beranda"))
        targets["targets"]["beranda"] = dict(
            optional=True, label="Beranda", url=f"http://127.0.0.1:{port}", db="peer_beranda", ready="/health/readiness",
            env=settings, seed=f"BERANDA_DATABASE_URL={database} python3 -B {HERE}/bench.py seed",
            start=f"env BERANDA_DATABASE_URL={database} {HOUSE}/beranda run", run=["login", "verify", "me", "list", "get", "create"],
            requests=dict(login=dict(path="/api/auth/login"), verify=dict(path="/api/auth/token/verify"),
                          me=dict(path="/api/me"), list=dict(path="/api/posts?limit=20", auth="Bearer {access}"),
                          get=dict(path="/api/posts/post-{post}", auth="Bearer {access}"),
                          create=dict(path="/api/posts", auth="Bearer {access}", body=json.dumps(writing))))
        file.write_text(json.dumps(targets, indent=2))

    @staticmethod
    def turn_pages(file):
        """The others' lists are asked for their first ten pages in turn; so are ours, of which each has a cursor."""
        script = file.read_text()
        if "cursors" not in script:
            script = script.replace("local ready, at, n = {}, 0, 0", "local ready, at, n, cursors = {}, 0, 0, {}\n"
                                    "local file = io.open('.build/beranda/cursors')\n"
                                    "if file and env('REQ_PATH', '') == '/api/posts?limit=20' then for line in file:lines() do "
                                    "cursors[#cursors + 1] = line end end", 1)
            script = script.replace(':find("{%l+}") and 1000', ':find("{%l+}") and 1000 or #cursors > 0 and 10', 1)
            script = script.replace("wrk.format(env(\"REQ_METHOD\", \"GET\"), fill(path, i),",
                                    "wrk.format(env(\"REQ_METHOD\", \"GET\"), fill(path, i) .. (cursors[i] or ''),", 1)
            if script.count("cursors") != 6:
                fail("the peers' load.lua is not the one that was known")
            at = script.index("local function env")
            script = script[at:script.index("\n", at) + 1] + script[:at] + script[script.index("\n", at) + 1:]
            file.write_text(script)

    @staticmethod
    def compare(rows):
        ours = {}
        for one in rows:
            if "scenario" in one:
                clean = one["foreign"] <= 0.08 and one["steal"] <= 0.005
                ours.setdefault((one["scenario"], one["target"]), {True: [], False: []})[clean].append(one)
        kept = {key: runs[True] or runs[False] for key, runs in ours.items()}
        medians = {key: statistics.median(run["rps"] for run in runs) for key, runs in kept.items()}
        table("CPU ms of a request, median (least)", "", "server", "PostgreSQL", "of both")
        for (scenario, target), runs in sorted(kept.items()):
            both = [run["srv_ms"] + run["pg_ms"] for run in runs]
            row(scenario, target, *[f"{statistics.median(values):.3f} ({min(values):.3f})" for values in
                                    ([run["srv_ms"] for run in runs], [run["pg_ms"] for run in runs], both)])
        table("requests/s", "Beranda", "peer", "", "ratio", "target", "")
        wanted = {("verify", "node"): 1.5, ("me", "node"): 1.5, ("verify", "spring"): 2.0, ("me", "spring"): 2.0,
                  ("list", "node"): 2.0, ("list", "spring"): 2.0, ("get", "node"): 1.0, ("create", "spring"): 1.5}
        for (scenario, target), rate in medians.items():
            if target != "beranda" and (scenario, "beranda") in medians:
                ratio = medians[scenario, "beranda"] / rate
                goal = wanted.get((scenario, target))
                row(scenario, f"{medians[scenario, 'beranda']:.0f}", target, f"{rate:.0f}", f"{ratio:.2f}", goal or "",
                    verdict(ratio >= goal) if goal else "")
        return medians

    def seed(self):
        """For the peers' runner: makes the schema, the accounts and the posts in the database it names."""
        settings = {k: v for k, v in os.environ.items() if k.startswith("BERANDA_") and k != "BERANDA_HTTP_PORT"}
        database, data = settings.pop("BERANDA_DATABASE_URL"), Path(settings.pop("BERANDA_DATA_DIR"))
        data.mkdir(parents=True, exist_ok=True)
        server = Beranda(data, database=database, data=data, **settings)
        try:
            open_account(server)
        finally:
            server.stop()
        address = f"jdbc:postgresql://127.0.0.1:{os.environ['PGPORT']}/{os.environ['PGDATABASE']}"
        run_java("content/Generate.java", address, os.environ["PGUSER"], os.environ["PGPASSWORD"], "--like", "peers", "--likes", "0")
        server = Beranda(data, database=database, data=data, **settings)
        try:
            path = "/api/posts?limit=20"
            with open(data / "cursors", "w") as cursors:
                print(file=cursors)
                for _ in range(9):
                    cursor = "&cursor=" + server.ask("GET", path)["next_cursor"]
                    path = "/api/posts?limit=20" + cursor
                    print(cursor, file=cursors)
        finally:
            server.stop()


def machine():
    model = [x.split(":")[1].strip() for x in open("/proc/cpuinfo") if x.startswith("model name")]
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return f"{os.cpu_count()} × {model[0] if model else platform.machine()}, {gib:.0f} GiB, Linux {platform.release()}"


def main():
    commands = ["start", "memory", "http", "hash", "refresh", "bring"] if sys.argv[1:] == ["all"] else sys.argv[1:]
    known = {"start", "memory", "http", "hash", "refresh", "bring", "content", "content-million", "peers", "seed"}
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
            getattr(bench, command.replace("-", "_"))()
    finally:
        bench.close()
        if not given and commands != ["seed"]:
            shutil.rmtree(work, ignore_errors=True)


main()
