"""An agency's chronology is brought in: whose it is, and instead of what."""

from collections.abc import Iterator
from typing import NamedTuple

from django import forms

from heed import clock
from heed.cases.answering import LONG, StepForm
from heed.rulebook.words import in_words

BESIDE, ANOTHER = "beside", "another"
NAME_IT = "Say which service it is: “Health visiting”."
IS_HERE = "What this service tells is here already: choose it above."
NOT_BOTH = (
    "You chose what is here already. Leave this empty, or choose another service above."
)


class Whose(NamedTuple):
    """Who tells, and what this comes instead of: () takes the place of nothing."""

    organisation: object
    service: str = ""
    is_here: bool = False
    instead_of: tuple | None = None


class WhoseForm(StepForm):
    """Asks whose chronology it is: of an agency, or of one of its services."""

    organisation = forms.ChoiceField(label="Which agency’s chronology is it?")
    service = forms.CharField(
        label="Which service of the agency?",
        help_text="Only where its services tell each for itself: “Health visiting”. "
        "The name of a service, never of a person.",
        required=False,
        max_length=120,
    )

    def __init__(self, *args, organisations, chronologies=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.whose = {"": Whose(None)}
        choices = [("", "Choose an agency")]
        for one in organisations:
            found = [each for each in chronologies if each.organisation_id == one.pk]
            for value, whose, words in self._of(one, found):
                self.whose[value] = whose
                choices.append((value, words))
        self.fields["organisation"].choices = choices

    def _of(self, one, found: list) -> Iterator[tuple[str, Whose, str]]:
        """What may be said of an agency: what of it is here, and what is not yet."""
        for each in found:
            yield from self.of_one_here(each)
        if found:
            words = f"{one.name}: another service, named below"
            yield f"{one.public_id}.{ANOTHER}", Whose(one), words
        else:
            yield str(one.public_id), Whose(one), one.name

    def of_one_here(self, chronology) -> Iterator[tuple[str, Whose, str]]:
        """What may be said of a chronology that is here."""
        one, service = chronology.organisation, chronology.service
        value = f"{one.public_id}.{chronology.public_id}"
        yield value, Whose(one, service, is_here=True), chronology.told_by

    def clean(self):
        data = super().clean()
        said, service = data.get("organisation", ""), data.get("service", "")
        whose = self.whose.get(said)
        if whose is None:
            return data  # which agency is asked again, beside the question
        if whose.is_here and service:
            self.add_error("service", NOT_BOTH)
        elif said.endswith(ANOTHER) and not service:
            self.add_error("service", NAME_IT)
        elif not whose.is_here and self._tells(whose.organisation, service):
            self.add_error("service", IS_HERE)
        return data

    def _tells(self, organisation, service: str) -> bool:
        said = (organisation, service.casefold())
        here = [each for each in self.whose.values() if each.is_here]
        return said in [(each.organisation, each.service.casefold()) for each in here]

    @property
    def answers(self):
        data = super().answers
        whose = self.whose[data["organisation"]]
        service = whose.service if whose.is_here else data["service"]
        return data | {"organisation": whose.organisation, "service": service}


class BringInForm(WhoseForm):
    """An agency's file, or a table that is pasted."""

    file = forms.FileField(
        label="Their file",
        help_text="Word, Excel, OpenDocument or CSV, up to 50 MB. It is kept as it was "
        "sent. In a newer file what is the same keeps its number, and what is not in "
        "it any more is told no more. More rows or another service take nothing away.",
        required=False,
        allow_empty_file=True,
    )
    pasted = forms.CharField(
        label="Or paste their table",
        help_text="Copy it from Word, Excel or an email, with its headings.",
        widget=LONG,
        required=False,
        strip=False,
    )

    def __init__(self, *args, files=(), **kwargs):
        self.standing = files
        super().__init__(*args, **kwargs)

    def of_one_here(self, chronology):
        """A newer file, of which one where there are several; or more rows beside."""
        for value, whose, name in super().of_one_here(chronology):
            files = [
                each for each in self.standing if each.chronology_id == chronology.pk
            ]
            for each in files:
                which = "what is here"
                if len(files) > 1:
                    came = in_words(clock.london_date(each.came_at))
                    which = f"file {each.number}, which came on {came}"
                words = f"{name}: a newer file of {which}"
                newer = whose._replace(instead_of=(each,))
                yield f"{value}.{each.public_id}", newer, words
            beside = whose._replace(instead_of=())
            words = f"{name}: more rows, beside what is here"
            yield f"{value}.{BESIDE}", beside, words

    def clean(self):
        data = super().clean()
        if not data.get("file") and not (data.get("pasted") or "").strip():
            self.add_error("file", "Choose their file, or paste their table.")
        return data

    @property
    def answers(self):
        whose = self.whose[self.cleaned_data["organisation"]]
        return super().answers | {"instead_of": whose.instead_of}
