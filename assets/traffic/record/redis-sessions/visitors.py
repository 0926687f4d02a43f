"""Visitors and editors of the site, on loopback: python3 visitors.py PORT SECONDS SEED

24 visitors read pages, the first pages far more often than the last (Zipf). 6 editors log in to the admin, look
around, save a page now and then, and log out. All of them pause between two clicks.
"""

import random
import re
import sys
import threading
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

PORT, SECONDS, SEED = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
SITE = f"http://127.0.0.1:{PORT}"
PAGES = 80
WEIGHTS = [1 / rank for rank in range(1, PAGES + 1)]
END = time.monotonic() + SECONDS
ONE_WRITER = threading.Lock()  # SQLite has one; two forms at once would end in "database is locked".


class Browser:
    """Keeps cookies, and knows the form token of the page that it saw last."""

    def __init__(self):
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path):
        with self.opener.open(SITE + path, timeout=30) as answer:
            return answer.read().decode()

    def post(self, path, page, fields):
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token}).encode()
        with ONE_WRITER, self.opener.open(SITE + path, data=body, timeout=30) as answer:
            return answer.read().decode()


def any_page(random_numbers):
    return random_numbers.choices(range(1, PAGES + 1), WEIGHTS)[0]


def visit(random_numbers):
    browser = Browser()
    while time.monotonic() < END:
        browser.get(f"/page-{any_page(random_numbers):02d}/")
        time.sleep(random_numbers.expovariate(1 / 0.35))


def edit(random_numbers, name):
    while time.monotonic() < END:
        browser = Browser()
        browser.post("/admin/login/?next=/admin/", browser.get("/admin/login/"), {"username": name, "password": "editor"})
        for _ in range(random_numbers.randint(4, 14)):
            browser.get(random_numbers.choice(["/admin/", "/admin/flatpages/flatpage/", "/admin/auth/user/"]))
            time.sleep(random_numbers.expovariate(1 / 0.4))
            if random_numbers.random() < 0.3:
                save(browser, any_page(random_numbers))
        browser.get("/admin/logout/")


def save(browser, number):
    path = f"/admin/flatpages/flatpage/{number}/change/"
    page = browser.get(path)
    fields = {"url": f"/page-{number:02d}/", "title": f"Page {number}", "content": "<p>Rewritten.</p>", "sites": "1"}
    browser.post(path, page, fields)


people = [threading.Thread(target=visit, args=(random.Random(SEED * 1000 + n),)) for n in range(24)]
people += [
    threading.Thread(target=edit, args=(random.Random(SEED * 1000 + 100 + n), f"editor-{n + 1:02d}")) for n in range(6)
]
for person in people:
    person.start()
for person in people:
    person.join()
