"""The two parts of the site: the admin, and flatpages for all other paths."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("django.contrib.flatpages.urls")),
]
