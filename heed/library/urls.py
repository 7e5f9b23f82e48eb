"""Every address of the public site. Those of a publisher and of all are alike."""

from django.urls import include, path

from heed.library import open_views, themed_views, views

app_name = "library"

of_anyone = [
    path("", views.home, name="home"),
    path("publications/", views.publications, name="publications"),
    path("search/", views.search, name="search"),
    path("search/feed.atom", views.search_feed, name="search_feed"),
    path("feed.atom", views.feed, name="feed"),
    path("briefings/", views.briefings, name="briefings"),
    path("themes/", themed_views.all_themes, name="themes"),
    path("themes/<slug:slug>/", themed_views.theme, name="theme"),
    path("themes/<slug:slug>/feed.atom", themed_views.feed, name="theme_feed"),
    path("data/", open_views.data, name="data"),
    path("data/<slug:name>.json", open_views.data_set, {"form": "json"}),
    path("data/<slug:name>.csv", open_views.data_set, {"form": "csv"}),
    path("<slug:slug>/", views.page, name="page"),
]

of_a_publisher = [
    path("colours.css", views.colours, name="colours"),
    path("publications/<slug:slug>/", views.publication, name="publication"),
    path("publications/<slug:slug>/<slug:name>.pdf", views.saved, {"form": "pdf"}),
    path("publications/<slug:slug>/<slug:name>.docx", views.saved, {"form": "docx"}),
    path("publications/<slug:slug>/<slug:name>.txt", views.saved, {"form": "txt"}),
    path("publications/<slug:slug>/<slug:name>.json", views.saved, {"form": "json"}),
    path("publications/<slug:slug>/pictures/<str:key>", views.picture),
    *of_anyone,
]

urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("api/openapi.json", open_views.openapi, name="openapi"),
    path("api/v1/<path:rest>", open_views.api, name="api"),
    path("p/<slug:publisher>/", include(of_a_publisher)),
    *of_anyone,
]
