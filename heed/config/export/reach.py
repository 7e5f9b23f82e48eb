"""Which rows belong to a case: told from the models, so that none is forgotten.

A model that names its case, or its referral, is reached by that. What lies beside a
case (files, emails) is reached from the rows that were reached before. A model that is
reached by neither, and is not named as left out, stops the export.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q, QuerySet

from heed.cases.models import Case, Spine
from heed.config.one_sentence import CannotBeDone

Rows = dict[type[Model], list[Model]]

# Applications whose tables tell of no case: people who sign in, keys, the desk. The
# entries of the record are exported by themselves.
BESIDE_CASEWORK = frozenset(
    {"audit", "config", "demo", "desk", "library", "partnership", "ui", "vault"}
)

NOT_EXPORTED: Mapping[str, str] = {
    "cases.ProtectedAddress": (
        "Where somebody lives now who must not be found. It never leaves Heed."
    ),
    "cases.CaseReferences": "It counts a partnership's references, and is of no case.",
    "chronologies.InKey": (
        "It says who is who in a chronology with names off. The key is opened in Heed."
    ),
    "chronologies.NameKey": (
        "It is the key between names and what people are called. It never leaves Heed."
    ),
    "chronologies.KnownColumns": (
        "It is what an agency's own headings mean, and is of no case."
    ),
    "chronologies.GapDays": (
        "It is after how many days a partnership is told of a silence, and of no case."
    ),
    "chronologies.TemplateColumns": (
        "It is what a partnership asks agencies to fill in, and is of no case."
    ),
    "chronologies.TypedRows": (
        "It is what somebody has typed and not saved, and nobody's but theirs."
    ),
    "correspondence.MailboxRead": "It says when a mailbox was read, and is of no case.",
    "publications.EarlierWithdrawal": (
        "It is of a review that was published before, and is of no case."
    ),
    "publications.EarlierReview": (
        "It is of a review before there was Heed, and of no case."
    ),
    "publications.PublisherHandedDown": (
        "It is the partnership's card in the library, and is of no case."
    ),
    "rapid_reviews.AnswerDraft": (
        "It is what an agency has typed and not sent, and nobody's but the agency's."
    ),
    "rapid_reviews.AgencyLadder": (
        "It is when a partnership reminds agencies, and is of no case."
    ),
    "rapid_reviews.RuleWording": (
        "It is what a partnership quotes beside a decision, and is of no case."
    ),
    "referrals.FormWording": (
        "It is what a partnership's own form says, and is of no case."
    ),
}

NOTHING = Q(pk__in=())
UUID_IN_WORDS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def models_of_casework() -> list[type[Model]]:
    """Every model of Heed's casework, those of applications to come included."""
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("heed.") and config.label not in BESIDE_CASEWORK
        for model in config.get_models()
    ]


def rows_of(spine: Spine) -> Rows:
    """Every row of a case, or of a referral that no case holds, by its model."""
    found: Rows = {type(spine): [spine]}
    beside = []
    for model in models_of_casework():
        label = model._meta.label
        if model in found or model is Case or label in NOT_EXPORTED:
            continue
        if label in BESIDE:
            beside.append(model)
        else:
            found[model] = list(_of(model, spine))
    for model in sorted(beside, key=lambda each: list(BESIDE).index(each._meta.label)):
        found[model] = BESIDE[model._meta.label](model, spine, found)
    return found


def is_reached(model: type[Model]) -> bool:
    """Whether an export finds the rows of this model, or says why it leaves them."""
    known = {**NOT_EXPORTED, **BESIDE}
    return model is Case or model._meta.label in known or _way_to(model) is not None


def ids_of(rows: Rows) -> set[UUID]:
    """The identifiers of all rows."""
    return {row.pk for some in rows.values() for row in some}


def spines_of(spine: Spine) -> list[UUID]:
    """What steps and clocks are kept under: a case's own and its referrals'; a
    referral's own while no case holds it."""
    if not isinstance(spine, Case):
        return [spine.pk]
    return [spine.pk, *spine.spines.values_list("spine_id", flat=True)]


def _of(model: type[Model], spine: Spine) -> QuerySet:
    way = _way_to(model)
    if way is None:
        raise CannotBeDone(
            f"The export does not know which rows of {model._meta.label} belong to a "
            "case. Nothing was written."
        )
    return model._base_manager.filter(way(spine)).distinct().order_by(*_order(model))


def _order(model: type[Model]) -> Iterable[str]:
    return model._meta.ordering or ["pk"]


def _way_to(model: type[Model]) -> Callable[[Spine], Q] | None:
    if _leads(model, "spine_id", None):
        return _by_spine
    if _leads(model, "case", "cases.Case"):
        return lambda spine: Q(case=spine) if isinstance(spine, Case) else NOTHING
    if _leads(model, "referral", "referrals.Referral"):
        return _by_referral
    return None


def _by_spine(spine: Spine) -> Q:
    own = Q(spine_id__in=spines_of(spine))
    return Q(case=spine) | own if isinstance(spine, Case) else own


def _by_referral(spine: Spine) -> Q:
    of_case = isinstance(spine, Case)
    return Q(referral__case=spine) if of_case else Q(referral=spine)


def _leads(model: type[Model], name: str, to: str | None) -> bool:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    related = field.related_model
    return to is None or (related is not None and related._meta.label == to)


# What lies beside a case


def _emails_in(model, spine: Spine, found: Rows) -> list:
    own = Q(owner_id__in=ids_of(found)) | Q(pk__in=_pointed_at(model, found))
    kept = list(model._base_manager.filter(own).order_by("arrived_at"))
    copies = model._base_manager.filter(same_as__in=[each.pk for each in kept])
    return [*kept, *copies.exclude(pk__in=[each.pk for each in kept])]


def _emails_out(model, spine: Spine, found: Rows) -> list:
    """An email is posted once for something: that names what it was about."""
    ids = {str(each) for each in ids_of(found)}
    posted = model._base_manager.filter(partnership_id=spine.partnership_id)
    about = [
        pk
        for pk, once in posted.values_list("pk", "once")
        if ids & set(UUID_IN_WORDS.findall(once))
    ]
    return _in_windows(model, about, "created_at")


def _files(model, spine: Spine, found: Rows) -> list:
    owned = model._base_manager.filter(owner_id__in=ids_of(found))
    pks = {*owned.values_list("pk", flat=True), *_pointed_at(model, found)}
    return _in_windows(model, sorted(pks), "received_at")


def _readings(model, spine: Spine, found: Rows) -> list:
    [files] = [rows for kind, rows in found.items() if kind.__name__ == "Document"]
    pks = model._base_manager.filter(document__in=[each.pk for each in files])
    return _in_windows(model, list(pks.values_list("pk", flat=True)), "read_at")


def _pointed_at(model, found: Rows) -> set[UUID]:
    """The rows of a model that rows found so far name in a field."""
    return {
        value
        for kind, rows in found.items()
        for field in kind._meta.concrete_fields
        if field.related_model is model
        for row in rows
        if (value := getattr(row, field.attname)) is not None
    }


def _in_windows(model, pks: list, order: str, size: int = 500) -> list:
    kept = []
    for start in range(0, len(pks), size):
        kept += model._base_manager.filter(pk__in=pks[start : start + size])
    return sorted(kept, key=lambda row: getattr(row, order))


# In this order: the files of an email are found by the email.
BESIDE: Mapping[str, Callable] = {
    "correspondence.IncomingEmail": _emails_in,
    "correspondence.OutgoingEmail": _emails_out,
    "documents.Document": _files,
    "documents.Reading": _readings,
}
