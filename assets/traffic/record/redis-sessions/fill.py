"""Fills the site's database: 80 pages of Django's own filler text and 20 editors."""

import random

import django
from django.utils import lorem_ipsum

django.setup()

from django.contrib.auth.models import User  # noqa: E402  (needs the set-up above)
from django.contrib.flatpages.models import FlatPage  # noqa: E402
from django.contrib.sites.models import Site  # noqa: E402

random.seed(1)
site = Site.objects.get(pk=1)
for number in range(1, 81):
    page = FlatPage.objects.create(
        url=f"/page-{number:02d}/",
        title=f"Page {number}",
        content="\n".join(f"<p>{text}</p>" for text in lorem_ipsum.paragraphs(random.randint(1, 6))),
    )
    page.sites.add(site)
for number in range(1, 21):
    User.objects.create_superuser(f"editor-{number:02d}", password="editor")
