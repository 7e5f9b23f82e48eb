"""Where the pages of chronologies stand."""

IN_A_CASE = "cases/<str:public_id>/chronology/"
