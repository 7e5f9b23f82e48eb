"""Addresses of chronologies."""

from django.urls import path

from heed.chronologies.views import bringing, composite, restricted, rows

CASE = "cases/<str:public_id>/chronology/"
ONE = "<str:public_id>/"

urlpatterns = [
    path(CASE, composite.composite, name="chronology"),
    path(f"{CASE}print/", composite.printed, name="chronology_printed"),
    path(f"{CASE}picture/", composite.picture, name="chronology_picture"),
    path(f"{CASE}add/", bringing.bring_in, name="bring_in_chronology"),
    path(f"{CASE}write/", rows.write, name="write_row"),
    path(f"{CASE}clearance/", restricted.clear, name="clear_for_restricted"),
    path(f"chronologies/{ONE}", bringing.agency, name="agency_chronology"),
    path(f"chronologies/{ONE}doubts/", rows.doubts, name="chronology_doubts"),
    path(f"chronology-files/{ONE}", bringing.coming, name="chronology_file"),
    path(f"chronology-files/{ONE}columns/", bringing.columns, name="set_columns"),
    path(f"chronology-rows/{ONE}", composite.row, name="chronology_row"),
    path(f"chronology-rows/{ONE}amend/", rows.amend, name="amend_row"),
    path(f"chronology-rows/{ONE}restrict/", restricted.restrict, name="restrict_row"),
    path(f"chronology-answers/{ONE}back/", rows.take_back, name="take_doubts_back"),
    path(f"chronology-clearances/{ONE}end/", restricted.end, name="end_clearance"),
]
