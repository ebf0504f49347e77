"""What is read and written once there are posts: a database of made up ones, and how fast it answers."""
import json
import os
import random
import re
import statistics
import time
import urllib.error
import urllib.request
from urllib.parse import quote

from measure import CONNECTIONS, LOADED, REPEAT, SECONDS, load, load_table, loads, row, shape, spread, table, verdict
from servers import Beranda, open_account, run_java

TURNS = 400
BODY = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. " * 18
# In about every second post of the language, and so in a quarter or half of all.
EVERYWHERE = ["the", "yang", "dan", "of and", "dengan itu"]


class Publishing:
    """One server on one database that was filled by content/Generate.java."""

    def __init__(self, work, postgres, posts, comments, check=True):
        self.work, self.postgres, self.name = work, postgres, f"content_{posts}"
        self.posts, self.folder = posts, work / f"content_{posts}"
        self.database = postgres.database(self.name)
        server = self.start()
        open_account(server)
        server.stop()
        address = f"jdbc:postgresql://127.0.0.1:{postgres.port}/{self.name}", "bench", postgres.password
        took = run_java("content/Generate.java", *address, "--posts", posts, "--comments", comments, heap="1g")
        wrong = "not held against the house's rules in this run"
        if check:
            wrong = f"{run_java('content/Check.java', *address):.0f} faults found"
            self.sql("VACUUM post_search")
        size = self.sql(f"SELECT pg_size_pretty(pg_database_size('{self.name}'))")
        print(f"\n{posts:,} posts and {comments:,} comments generated in {took:.0f} s ({size}): {wrong}", flush=True)
        self.sql("CHECKPOINT")
        self.server = self.start()
        self.make_turns()

    def start(self, cache="0"):
        return Beranda(self.folder, database=self.database, **LOADED, BERANDA_CACHE_MEGABYTES=cache)

    def sql(self, command):
        return self.postgres.sql(self.name, command).strip()

    def start_anew(self, cache):
        self.server.stop()
        self.server = self.start(cache)

    # ------------------------------------------------------------ what is asked for
    def make_turns(self):
        dice = random.Random(1)
        slugs = self.sql("SELECT p.slug FROM post p WHERE p.visible_from < now() ORDER BY md5(p.id::text) "
                         f"LIMIT {TURNS}").splitlines()
        self.keep("get", ["/api/posts/" + slug for slug in slugs])
        self.keep("known", [f"/api/posts/{slug}\t{self.tag(slug)}" for slug in slugs])
        self.keep("comments", [f"/api/posts/{slug}/comments" for slug in slugs])
        for name, question in (("tag", "SELECT slug FROM tag ORDER BY post_count DESC, slug LIMIT 100"),
                               ("category", "SELECT slug FROM category ORDER BY slug"),
                               ("author", "SELECT u.username FROM app_user u WHERE u.role = 'author' AND u.username <> "
                                          "'bench0001' ORDER BY length(u.username), u.username LIMIT 50")):
            self.keep(name, [f"/api/posts?limit=20&{name}={key}" for key in self.sql(question).splitlines()])
        self.keep("list", ["/api/posts?limit=20"])
        self.keep("deep", ["/api/posts?limit=20&cursor=" + self.cursor(self.depth())])
        for kind, words in self.searches(dice).items():
            self.keep("search " + kind, ["/api/posts?limit=20&q=" + quote(text) for text in words])
        mix = [line for kind, words in self.searches(dice).items() if kind != "in every second post"
               for line in words]
        dice.shuffle(mix)
        self.keep("search", ["/api/posts?limit=20&q=" + quote(text) for text in mix])

    def depth(self):
        return min(10_000, self.posts // 25)

    def searches(self, dice):
        """As people search: words of a title they remember, words in general, half typed, mistyped, in quotes, without one."""
        titles = self.sql("SELECT title FROM post WHERE visible_from < now() ORDER BY md5(slug) LIMIT 400").splitlines()
        tags = self.sql("SELECT name FROM tag ORDER BY post_count DESC, name LIMIT 60").splitlines()
        texts = self.sql("SELECT regexp_replace(left(s.prose, 200), '\\s+', ' ', 'g') FROM post_search s JOIN post p ON "
                         "p.id = s.post_id WHERE p.visible_from < now() ORDER BY md5(p.slug || 'x') LIMIT 300").splitlines()
        words = [w for text in texts for w in re.findall(r"[a-zé]{5,}", text)]

        def two(title):
            return " ".join(dice.sample(title.split(), 2))

        def mistyped(title):
            word = max(title.split(), key=len)
            return word[:2] + word[3] + word[2] + word[4:] if len(word) > 6 else word + "qx"
        return {
            "two words of a title": [two(title) for title in titles[:90]],
            "a word": [dice.choice(words) for _ in range(50)],
            "two words": [" ".join(dice.sample(words, 2)) for _ in range(30)],
            "a tag": tags[:20],
            "half typed": [dice.choice(words)[:dice.randint(3, 5)] for _ in range(30)],
            "in quotes": ['"' + " ".join(text.split()[2:4]) + '"' for text in texts[:10]],
            "without one": [f"{dice.choice(words)} -{dice.choice(words)}" for _ in range(10)],
            "mistyped": [mistyped(title) for title in titles[90:100]],
            "in every second post": EVERYWHERE,
        }

    def keep(self, name, lines):
        (self.folder / (name.replace(" ", "-") + ".txt")).write_text("\n".join(lines) + "\n")

    def tag(self, slug):
        request = urllib.request.Request(f"http://127.0.0.1:{self.server.port}/api/posts/{slug}")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.headers["ETag"]

    def cursor(self, page):
        """Where page so-and-so of twenty begins, reached by reading on in hundreds."""
        path, left = "/api/posts?limit=100", 20 * (page - 1)
        while True:
            cursor = self.server.ask("GET", path)["next_cursor"]
            left -= 100
            if left <= 0:
                return cursor
            path = "/api/posts?limit=100&cursor=" + cursor

    def turns(self, name, anonymous=False):
        """Whoever is known is answered for themselves; the same for everybody is looked up once for all who ask at once."""
        bearer = "" if anonymous else self.server.log_in()["access"]
        return lambda: shape("GET", "/", bearer=bearer, paths=self.folder / (name.replace(" ", "-") + ".txt"))

    def writing(self):
        body = json.dumps(dict(title="A new bench post", body_markdown=BODY, tags=["bench one", "bench two"],
                               status="published"))
        return lambda: shape("POST", "/api/posts", body, bearer=self.server.log_in()["access"])

    # ------------------------------------------------------------ what is measured
    def throughput(self, *names, repeat=REPEAT, seconds=SECONDS):
        found = {}
        for name, request in [(name, self.turns(name)) for name in names] + [("create", self.writing())]:
            found[name] = loads(self.server, self.postgres, TITLES.get(name, name), request, repeat, seconds, patience=6)
        return found

    def statements(self):
        """What PostgreSQL was asked for one answer; the fewest of some, for others ask it, too."""
        bearer = self.server.log_in()["access"]
        once = {"list": ("GET", "/api/posts?limit=20"), "tag": ("GET", self.first("tag")), "get": ("GET", self.first("get")),
                "search": ("GET", self.first("search")), "comments": ("GET", self.first("comments"))}
        log, found = self.postgres.data / "log", {}
        self.sql("ALTER SYSTEM SET log_statement = 'all'")
        self.sql("SELECT pg_reload_conf()")
        try:
            time.sleep(1)
            for name, (method, path) in once.items():
                counts = []
                for _ in range(8):
                    begun = log.stat().st_size
                    self.server.ask(method, path)
                    counts.append(statements_in(log, begun))
                found[name] = min(counts)
            counts = []
            for _ in range(8):
                begun = log.stat().st_size
                self.server.ask("POST", "/api/posts", dict(title=f"Counted {time.time()}", body_markdown=BODY,
                                tags=["bench one", "bench two"], status="published"), bearer)
                counts.append(statements_in(log, begun))
            found["create"] = min(counts)
        finally:
            self.sql("ALTER SYSTEM RESET log_statement")
            self.sql("SELECT pg_reload_conf()")
        return found

    def first(self, name):
        return (self.folder / (name + ".txt")).read_text().splitlines()[0]

    def latency(self, name, seconds):
        return load(self.server, self.postgres, self.turns(name)(), seconds=seconds, connections=1)

    def stop(self):
        self.server.stop()


TITLES = {"list": "list of 20", "tag": "list of a tag", "category": "list of a category", "author": "list of an author",
          "deep": "list, deep inside", "get": "post by slug", "known": "post by slug, known (304)",
          "comments": "comments of a post", "search": "search, mixed", "create": "create a post"}


def statements_in(log, begun):
    time.sleep(0.02)
    with open(log, "rb") as file:
        file.seek(begun)
        text = file.read().decode(errors="replace")
    asked = re.findall(r"LOG:  (?:execute [^:]*|statement): *(\w+)", text)
    return sum(1 for word in asked if word.upper() not in ("BEGIN", "COMMIT", "SET"))


def alone(content):
    """One size: rates and CPU time with sixteen connections, searches with one."""
    load_table()
    found = content.throughput("list", "tag", "category", "author", "deep", "get", "known", "comments", "search")
    table("statements for one answer", *content.statements().keys())
    row("at least", *content.statements().values())
    table("alone on the machine", "p50 ms", "p95 ms", "p99 ms", "")
    for name in ["search"] + ["search " + kind for kind in content.searches(random.Random(1))]:
        runs = [content.latency(name, max(2, SECONDS // 3)) for _ in range(3 if name == "search" else 1)]
        p50 = statistics.median(run["p50"] for run in runs)
        goal = f"p50 of 5: {verdict(p50 <= 5)}" if name == "search" else ""
        row(TITLES.get(name, name), *[f"{statistics.median(run[key] for run in runs):.2f}" for key in ("p50", "p95", "p99")],
            goal)
    table("PostgreSQL's CPU ms of a list", "target", "")
    row(f"{found['list']['database'] / 1000:.2f}", "0.4", verdict(found["list"]["database"] <= 400))


def kept(content):
    """What is the same for everybody, answered from memory, as it is out of the box."""
    content.start_anew("16")
    table("answered from memory", "per second", "p50 ms", "p99 ms", "server CPU µs", "PostgreSQL CPU µs", "errors",
          "undisturbed")
    found = {}
    for name in ("list", "tag", "get", "known"):
        found[name] = loads(content.server, content.postgres, TITLES[name], content.turns(name, anonymous=True), patience=6)
    table("lists of 20 from memory, per second", "target", "")
    row(f"{found['list']['rate']:.0f}", 15_000, verdict(found["list"]["rate"] >= 15_000))
    return found


def grown(small, large):
    """Two sizes in turns: what a hundred times as many posts cost."""
    table("p50 ms, alone on the machine", f"{small.posts:,} posts", f"{large.posts:,} posts", "ratio", "target", "")
    for name in ("list", "tag", "category", "author", "get", "comments"):
        pairs = [(small.latency(name, 2), large.latency(name, 2)) for _ in range(max(3, REPEAT))]
        ratios = [b["p50"] / a["p50"] for a, b in pairs]
        row(TITLES[name], spread([a["p50"] for a, _ in pairs]), spread([b["p50"] for _, b in pairs]), spread(ratios), 1.3,
            verdict(statistics.median(ratios) <= 1.3))
    pairs = [(large.latency("list", 2), large.latency("deep", 2)) for _ in range(max(3, REPEAT))]
    ratios = [b["p50"] / a["p50"] for a, b in pairs]
    row(f"page 1 and page {large.depth():,} of {large.posts:,}", spread([a["p50"] for a, _ in pairs]),
        spread([b["p50"] for _, b in pairs]), spread(ratios), 1.2, verdict(statistics.median(ratios) <= 1.2))
    table("search, alone on the machine", "posts", "p50 ms", "p95 ms", "p99 ms", "target for p50", "")
    kinds = ["search"] + ["search " + kind for kind in small.searches(random.Random(1))]
    for name in kinds:
        for content, goal in ((small, 5), (large, 15)):
            runs = [content.latency(name, 3 if name == "search" else 2) for _ in range(3 if name == "search" else 1)]
            middle = {key: statistics.median(run[key] for run in runs) for key in ("p50", "p95", "p99")}
            row(TITLES.get(name, name), f"{content.posts:,}", *[f"{middle[key]:.2f}" for key in ("p50", "p95", "p99")],
                *([goal, verdict(middle["p50"] <= goal)] if name == "search" else ["", ""]))
    load_table()
    for content in (small, large):
        for name in ("list", "tag", "get", "search"):
            loads(content.server, content.postgres, f"{TITLES[name]}, {content.posts:,} posts", content.turns(name), 2, 3,
                  patience=4)
