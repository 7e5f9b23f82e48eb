"""What is asked of the public pages in a partnership's own words."""

from django import forms
from django.utils.safestring import SafeString

from heed.papers.typed import typed
from heed.papers.write_html import write_html
from heed.partnership.models import WaitingPage


class AgreementForm(forms.Form):
    """That a second person has read one of the pages that wait, as it stands."""

    mark = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, pages, **kwargs):
        super().__init__(*args, **kwargs)
        self.pages = {page.mark: page for page in pages}

    @property
    def page(self):
        return self.pages[self.cleaned_data["mark"]]

    def clean_mark(self):
        if (mark := self.cleaned_data["mark"]) not in self.pages:
            raise forms.ValidationError("It was changed meanwhile. Read it again.")
        return mark


class OwnPageForm(forms.Form):
    """A public page about reviews, in the partnership's own words."""

    words = forms.CharField(
        label="What does the page say?",
        help_text="A line that begins with # is a heading; an empty line begins a new "
        "paragraph; lines that begin with - are a list. Without any words the page "
        "that ships with Heed is shown.",
        widget=forms.Textarea(attrs={"rows": 18}),
        max_length=20_000,
        required=False,
    )


def as_read(page: WaitingPage) -> SafeString:
    """The page as the public will read it, its own name first; `write_html` escapes
    every word."""
    written = typed(page.words, page.get_slug_display(), prefix=f"{page.slug}-")
    return SafeString(write_html(written, title_level=2))
