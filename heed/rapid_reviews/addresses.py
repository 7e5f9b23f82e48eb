"""Where the addresses of a rapid review and of a request to an agency begin."""

ONE = "cases/<str:public_id>/rapid-review/"
ASKED = "requests/<str:public_id>/"
