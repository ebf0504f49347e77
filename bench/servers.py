"""The processes that are measured, and what they cost: the packaged server by its launcher, and a PostgreSQL beside it."""
import glob
import json
import os
import pwd
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
PACKAGED = HOUSE / "bootstrap/target/beranda"
PASSWORD = "Bench-pass-123!"
USERS = 1000
TICK = os.sysconf("SC_CLK_TCK")


def fail(words):
    sys.exit("bench: " + words)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


# ---------------------------------------------------------------- processes
def stat(pid):
    try:
        fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
        return int(fields[1]), sum(int(x) for x in fields[11:15]) / TICK
    except OSError:
        return None


def tree(root):
    children = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        found = stat(pid)
        if found:
            children.setdefault(found[0], []).append(int(pid))
    known, left = [], [root]
    while left:
        pid = left.pop()
        known.append(pid)
        left += children.get(pid, [])
    return known


def cpu(root):
    """CPU seconds of a process and those it began, ended ones included."""
    return sum(found[1] for found in map(stat, tree(root)) if found)


def memory(pid, field):
    for line in open(f"/proc/{pid}/smaps_rollup"):
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    return 0.0


def busy():
    """CPU seconds of the whole machine, and what its host took away."""
    fields = [int(x) for x in open("/proc/stat").readline().split()[1:]]
    return (sum(fields[:3]) + fields[5] + fields[6]) / TICK, fields[7] / TICK


def wait_for_quiet(seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        before = busy()[0]
        time.sleep(1)
        if busy()[0] - before < 0.1 * os.cpu_count():
            return


# ---------------------------------------------------------------- PostgreSQL
def postgres_programs():
    found = [os.path.dirname(p) for p in [shutil.which("initdb")] if p]
    for pattern in ("/usr/lib/postgresql/*/bin", "/var/cache/beranda/*/bin", str(Path.home() / ".cache/beranda/*/bin")):
        found += sorted(glob.glob(pattern), reverse=True)
    for folder in found:
        if os.access(folder + "/initdb", os.X_OK):
            return folder
    fail("no PostgreSQL found for the external database")


class Postgres:
    """A cluster of its own, durable, thrown away at the end."""

    def __init__(self, work):
        self.programs = postgres_programs()
        self.data = work / "postgres"
        self.port = free_port()
        self.password = secrets.token_hex(16)
        self.data.mkdir()
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.data, owner.pw_uid, owner.pw_gid)
        self.program("initdb", "-D", self.data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale=C.UTF-8")
        with open(self.data / "postgresql.auto.conf", "a") as file:
            file.write(f"port={self.port}\nlisten_addresses='127.0.0.1'\nunix_socket_directories=''\n"
                       "shared_buffers=512MB\nmax_wal_size=4GB\njit=off\n")
        self.program("pg_ctl", "-D", self.data, "-w", "-l", self.data / "log", "start")
        self.pid = int((self.data / "postmaster.pid").read_text().split()[0])

    def program(self, name, *words):
        who = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
        subprocess.run([*who, f"{self.programs}/{name}", *map(str, words)], check=True, stdout=subprocess.DEVNULL, cwd="/")

    def version(self):
        return subprocess.run([f"{self.programs}/postgres", "--version"], capture_output=True, text=True).stdout.split()[2]

    def database(self, name):
        """A new database of that name; answers its address."""
        self.sql("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.sql("postgres", f"CREATE DATABASE {name}")
        return f"postgresql://bench:{self.password}@127.0.0.1:{self.port}/{name}"

    def sql(self, database, *commands):
        return psql(self.port, "bench", database, *commands, programs=self.programs)

    def stop(self):
        self.program("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")


def psql(port, user, database, *commands, programs=None):
    words = [(programs + "/psql") if programs and os.path.exists(programs + "/psql") else "psql", "-X", "-q", "-At",
             "-h", "127.0.0.1", "-p", str(port), "-U", user, "-d", database, "-v", "ON_ERROR_STOP=1"]
    for command in commands:
        words += ["-c", command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


SEED = f"""
INSERT INTO app_user(id, email, email_verified, username, username_key, display_name, role, disabled, authority,
    registered_at, version)
  SELECT gen_random_uuid(), name || '@example.com', false, name, name, name, 'reader', false, 0, now(), 0
  FROM (SELECT 'bench' || lpad(i::text, 4, '0') AS name FROM generate_series(2, {USERS}) i) names;
INSERT INTO credential(user_id, hash, set_at, version)
  SELECT u.id, c.hash, now(), 0 FROM app_user u,
    (SELECT hash FROM credential JOIN app_user ON user_id = id WHERE username = 'bench0001') c
  WHERE u.username LIKE 'bench%' AND u.username <> 'bench0001'"""


def open_account(server):
    account = {"email": "bench0001@example.com", "username": "bench0001", "password": PASSWORD}
    server.ask("POST", "/api/auth/register", account)


def seed(server, sql):
    """One account over the front door; the others get its hash, for hashing a thousand takes minutes."""
    open_account(server)
    sql(SEED)
    sql("VACUUM ANALYZE")
    sql("CHECKPOINT")


# ---------------------------------------------------------------- the server
class Beranda:
    """The packaged server, started as everybody starts it."""

    def __init__(self, work, database=None, data=None, options="", port=None, **settings):
        self.port = port or free_port()
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("BERANDA_", "BENCH_"))}
        environment.update(BERANDA_HTTP_PORT=str(self.port), BERANDA_DATA_DIR=str(data or work / "data"), **settings)
        if database:
            environment["BERANDA_DATABASE_URL"] = database
        if options:
            environment["BERANDA_JAVA_OPTS"] = options
        work.mkdir(parents=True, exist_ok=True)
        self.log = open(work / "server.log", "ab")
        begun = time.monotonic()
        self.process = subprocess.Popen([str(HOUSE / "beranda"), "run"], env=environment, stdout=self.log, stderr=self.log,
                                        start_new_session=True)
        self.pid = self.process.pid
        self.await_ready(begun)
        self.took = time.monotonic() - begun

    def await_ready(self, begun):
        while not self.is_ready():
            if self.process.poll() is not None:
                fail(f"the server ended with {self.process.returncode}; see {self.log.name}")
            if time.monotonic() - begun > 900:
                self.stop()
                fail(f"the server was not ready in 15 minutes; see {self.log.name}")
            time.sleep(0.005)

    def is_ready(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), 5) as s:
                s.settimeout(5)
                s.sendall(b"GET /health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return s.recv(64).startswith(b"HTTP/1.1 200")
        except OSError:
            return False

    def ask(self, method, path, body=None, bearer=None):
        headers = {"Content-Type": "application/json"} if body else {}
        if bearer:
            headers["Authorization"] = "Bearer " + bearer
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", method=method, headers=headers,
                                         data=json.dumps(body).encode() if body else None)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    def log_in(self, user="bench0001"):
        return self.ask("POST", "/api/auth/login", {"username": user, "password": PASSWORD})

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


def java():
    """The JDK the launcher would take."""
    homes = [os.environ.get("JAVA_HOME", "")]
    on_path = shutil.which("javac")
    homes += [str(Path(on_path).resolve().parent.parent)] if on_path else []
    homes += sorted(glob.glob("/usr/lib/jvm/*"))
    for home in homes:
        release = Path(home) / "release"
        if home and release.exists() and (Path(home) / "bin/javac").exists():
            version = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(), re.M)
            if version and int(version[1]) >= 25:
                return home + "/bin/java"
    fail("no JDK 25 found")


def run_java(file, *arguments, heap="512m"):
    words = [java(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", f"-Xmx{heap}", "-cp",
             f"{PACKAGED}/beranda.jar", str(HOUSE / "bench" / file), *map(str, arguments)]
    out = subprocess.run(words, capture_output=True, text=True)
    found = re.search(r"^RESULT ([\d.]+)", out.stdout, re.M)
    if not found:
        fail(f"{file}: {out.stdout[-500:]}{out.stderr[-1500:]}")
    return float(found[1])
