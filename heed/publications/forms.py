"""What is asked before, at and after publication."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.cases.sheets import SheetForm
from heed.publications.beside import public_beside
from heed.publications.models import (
    AdvanceCopy,
    AnswerOnPublication,
    FamilyNotTold,
    KeptWord,
)
from heed.rulebook.criteria.records import DR_4
from heed.rulebook.outcomes import EarlyReason, PublicationDecision, label
from heed.ui.fields import DatePartsField

WHOLE = forms.Textarea(attrs={"rows": 18})


def labelled(outcomes):
    return [(each.value, label(each)) for each in outcomes]


def lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


class DecisionForm(SheetForm):
    """Whether and how to publish (DR-4)."""

    outcome = forms.ChoiceField(
        label="What do the partners decide?",
        help_text="Publishing in full is what is expected.",
        widget=forms.RadioSelect,
        choices=labelled(PublicationDecision),
    )
    reasons = forms.CharField(label="Why?", widget=LONG)
    expected_on = DatePartsField(
        label="If later: when do you expect to publish?",
        subject="The day expected",
        required=False,
    )
    look_again_on = DatePartsField(
        label="If later: when do you look at it again?",
        subject="The day to look again",
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, record=DR_4, **kwargs)
        own = ("outcome", "reasons", "expected_on", "look_again_on")
        self.order_fields([name for name in self.fields if name not in own] + [*own])

    @property
    def answers(self):
        own = ("outcome", "reasons", "expected_on", "look_again_on")
        return super().answers | {name: self.cleaned_data[name] for name in own}


class AnswerForm(StepForm):
    """One partner's answer to what is before the three."""

    answer = forms.ChoiceField(
        label="For your body",
        widget=forms.RadioSelect,
        choices=AnswerOnPublication.Answer.choices,
    )
    reasons = forms.CharField(label="Your reasons, or your dissent", widget=LONG)


class PlanForm(StepForm):
    """The day of publication."""

    publish_on = DatePartsField(
        label="On which day is it published?",
        subject="The day of publication",
        help_text="Think of birthdays, anniversaries and hearings: the family record "
        "names the dates to avoid.",
    )


class PreparationForm(StepForm):
    """What we write around the reviewer's text."""

    summary = forms.CharField(
        label="What is it about, in a sentence or two?",
        help_text="It stands under the title and in lists. No names, dates or places.",
        widget=SHORT,
        required=False,
    )
    notice = forms.CharField(
        label="What should a reader know before reading on?",
        help_text="For example: this part describes injuries to a baby.",
        widget=SHORT,
        required=False,
    )
    distressing = forms.MultipleChoiceField(
        label="Before which parts does the notice stand?",
        help_text="With none chosen it stands at the beginning, and a search of the "
        "public site quotes nothing of the text.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    head_rows = forms.MultipleChoiceField(
        label="In which tables is the first row the head?",
        help_text="Somebody who listens to the page hears it with every cell.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    themes = forms.CharField(
        label="Themes", help_text="One a line.", widget=SHORT, required=False
    )
    former_titles = forms.CharField(
        label="Titles by which it was known before",
        help_text="One a line. They are searched for names like everything else.",
        widget=SHORT,
        required=False,
    )

    def __init__(self, *args, headings, tables, **kwargs):
        super().__init__(*args, **kwargs)
        for name, choices in (("distressing", headings), ("head_rows", tables)):
            self.fields[name].choices = choices
            if not choices:
                del self.fields[name]

    @property
    def answers(self):
        said = {"distressing": [], "head_rows": []} | super().answers
        for name in ("themes", "former_titles"):
            said[name] = lines(said[name])
        return said


class TextForm(StepForm):
    """A text of the partnership's own."""

    text = forms.CharField(
        label="The text",
        help_text="A line that begins with # is a heading; an empty line begins a new "
        "paragraph; lines that begin with - are a list.",
        widget=WHOLE,
        required=False,
    )
    file = forms.FileField(
        label="Or a Word file (.docx)",
        help_text="It is read into text. The file itself is never published.",
        required=False,
    )

    @property
    def answers(self):
        upload = self.cleaned_data["file"]
        return {
            "text": self.cleaned_data["text"],
            "data": upload.read() if upload else b"",
            "name": upload.name if upload else "",
        }


class ProceedingsForm(StepForm):
    """Proceedings and orders."""

    looked_at = forms.MultipleChoiceField(
        label="What did you look at?",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("criminal", "Criminal proceedings, with the police or the CPS"),
            ("inquest", "An inquest, with the coroner"),
            ("family_court", "Family proceedings"),
            ("orders", "Orders of a court, and reporting restrictions"),
            ("employment", "Proceedings of employers or regulators"),
        ],
    )
    words = forms.CharField(
        label="What did you find, and whom did you ask?", widget=LONG
    )


class FamilyForm(StepForm):
    """Why the family was not told or asked."""

    about = forms.ChoiceField(
        label="What do you accept?",
        widget=forms.RadioSelect,
        choices=FamilyNotTold.About.choices,
    )
    reasons = forms.CharField(label="Why were they not?", widget=LONG)


class CopiesForm(StepForm):
    """Copies that went ahead."""

    bodies = forms.MultipleChoiceField(
        label="To whom did it go?",
        widget=forms.CheckboxSelectMultiple,
        choices=AdvanceCopy.Body.choices,
        initial=AdvanceCopy.Body.values,
    )
    sent_on = DatePartsField(label="When was it sent?", subject="The day of sending")
    route = forms.CharField(label="By which route?", max_length=200)
    proof = forms.CharField(label="What proves it?", required=False)


class NotMaterialForm(StepForm):
    """That what changed in exactly the text that was shown is not material."""

    content_hash = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="What has changed, and why is it not material?",
        help_text="Your words stay shown beside the copies.",
        widget=LONG,
    )

    def __init__(self, *args, text, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["content_hash"].initial = text.content_hash


class CommentForm(StepForm):
    """What a national body says."""

    body = forms.ChoiceField(
        label="Who says it?",
        widget=forms.RadioSelect,
        choices=AdvanceCopy.Body.choices,
    )
    received_on = DatePartsField(label="When did it come?", subject="The date")
    words = forms.CharField(label="The comment, word by word", widget=LONG)


class ReplyForm(StepForm):
    """What the partners reply."""

    reply = forms.CharField(label="What do you do about it, and why?", widget=LONG)


class EarlyForm(StepForm):
    """Why it may be public before seven working days."""

    reason = forms.ChoiceField(
        label="What makes it necessary?",
        widget=forms.RadioSelect,
        choices=labelled(EarlyReason),
    )
    words = forms.CharField(
        label="The order, the agreement or the disclosure", widget=LONG
    )


class ReplacementForm(StepForm):
    """Other words for what was found in one paragraph."""

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = {f"word_{n}": one for n, one in enumerate(found, 1)}
        for name, one in self.found.items():
            self.fields[name] = forms.CharField(
                label=f"Instead of “{one.text}”",
                help_text=one.why,
                initial=one.suggest or "",
                required=False,
            )
        self.fields["reasons"] = forms.CharField(
            label="Why, in words for the reviewer",
            initial="It could tell others who somebody is.",
            widget=SHORT,
        )

    @property
    def answers(self):
        said = self.cleaned_data
        return {
            "words": {one.id: said[name] for name, one in self.found.items()},
            "reasons": said["reasons"],
        }


class ExceptionForm(StepForm):
    """Why a word may stay."""

    reason = forms.ChoiceField(
        label="Why may it stay?",
        widget=forms.RadioSelect,
        choices=KeptWord.Reason.choices,
    )
    why = forms.CharField(label="In your words", widget=SHORT)
    legal_advice = forms.CharField(
        label="For a real name: the legal advice, by whom and when",
        widget=SHORT,
        required=False,
    )


class ApprovalForm(StepForm):
    """Approves exactly the text that was shown."""

    content_hash = forms.CharField(widget=forms.HiddenInput)
    read_it = forms.BooleanField(
        label="I have read this text as the public will, and I did not write it"
    )

    def __init__(self, *args, text, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["content_hash"].initial = text.content_hash

    @property
    def answers(self):
        return {"content_hash": self.cleaned_data["content_hash"]}


class WithdrawalForm(StepForm):
    """What is wrong; the page goes even where nobody has the time to say."""

    reasons = forms.CharField(label="What is wrong?", widget=SHORT, required=False)
    leave_briefings = forms.BooleanField(
        label="Leave its briefings public: they do not hold what is wrong",
        required=False,
    )

    def __init__(self, *args, shown=None, **kwargs):
        super().__init__(*args, shown=shown, **kwargs)
        titles = public_beside(shown)
        if titles:
            named = ", ".join(f"“{title}”" for title in titles)
            self.fields["leave_briefings"].help_text = f"Otherwise they go too: {named}"
        else:
            del self.fields["leave_briefings"]


class ElsewhereForm(StepForm):
    """Published on the partnership's own site."""

    address = forms.URLField(
        label="At which address?", assume_scheme="https", max_length=500
    )
    published_on = DatePartsField(label="On which day?", subject="The day")
    published_by = forms.CharField(label="Who put it there?", max_length=200)


class DepositForm(StepForm):
    """A copy for the NSPCC."""

    deposited_on = DatePartsField(label="When was it sent?", subject="The day")
    words = forms.CharField(label="How, and what proves it?", required=False)


class CheckForm(StepForm):
    """Whether it still stands at its address."""

    stands = forms.TypedChoiceField(
        label="Does the report still stand there?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
    )
    note = forms.CharField(label="What you saw", widget=SHORT, required=False)
