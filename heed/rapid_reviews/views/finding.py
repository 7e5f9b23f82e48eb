"""An agency rings and names the reference of its request, which is found by it."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.partnership.policies import for_case
from heed.rapid_reviews import forms, queries


@for_case
def find_request(request):
    form = forms.RequestReferenceForm(request.GET or None)
    if form.is_valid():
        said = form.cleaned_data["reference"]
        if found := queries.request_called(request.person, said, at=request.at):
            return redirect("agency_request", found.public_id)
        form.add_error("reference", "No request of your cases has this reference.")
    return render(request, "rapid_reviews/find_request.html", {"form": form})


ADDRESSES = [path("requests/", find_request, name="find_request")]
