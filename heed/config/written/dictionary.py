"""The data dictionary: every table and field, clear or sealed."""

from collections.abc import Iterator, Sequence

from heed.config.written.glosses import OTHERS, SHARED
from heed.config.written.markdown import bullets, filled, sentence, table, wrapped
from heed.config.written.tables import (
    CASEWORK,
    FieldKept,
    TableKept,
    casework,
    names_of,
    tables_of,
    tables_of_others,
)

HEADINGS = ("Field", "What it is", "Form", "Kept")
TITLES = {
    "partnership": "Partnerships and people who sign in",
    "referrals": "Referrals",
    "cases": "Cases: children, families, and the record of a case",
    "incidents": "Consideration and notification",
    "chronologies": "Chronologies",
    "rapid_reviews": "Rapid reviews",
    "reviews": "Local reviews",
    "publications": "Publishing",
    "learning": "Learning",
    "panel": "The Panel",
    "documents": "Files",
    "correspondence": "Emails",
    "desk": "The desk",
    "audit": "The record",
    "vault": "Keys",
}


def data_dictionary() -> bytes:
    """docs/data-dictionary.md."""
    return filled(
        "data-dictionary.md",
        {
            "in numbers": _in_numbers,
            "shared fields": _shared,
            "casework": _casework,
            "library": _library,
            "others": _others,
        },
    )


def _in_numbers() -> str:
    kept = casework()
    sealed = sum(len(one.sealed) for one in kept)
    clear = sum(len(one.clear) for one in kept)
    return wrapped(
        f"The casework has {len(kept)} tables. {sealed} of their fields are sealed, "
        f"{clear} are clear; the shared fields are not counted."
    )


def _shared() -> str:
    return bullets(f"`{name}`: {words}" for name, words in SHARED.items())


def _casework() -> str:
    return "\n\n".join(
        "\n\n".join([f"### {TITLES[app]}", *map(_one_table, found)])
        for app in CASEWORK
        if (found := tables_of(app))
    )


def _library() -> str:
    return "\n\n".join(_one_table(one) for one in tables_of("library"))


def _one_table(one: TableKept) -> str:
    parts = [f"#### `{one.label}`", wrapped(one.says)]
    if one.fields:
        parts.append(table(HEADINGS, map(_row, one.fields)))
    return "\n\n".join(filter(None, parts))


def _row(field: FieldKept) -> Sequence[str]:
    form = f"{field.form}{', or nothing' if field.may_be_empty else ''}"
    kept = f"Sealed as `{field.seal}`" if field.seal else "Clear"
    return (f"`{field.name}`", field.what, form, kept)


def _others() -> str:
    return table(("Table", "What it is", "Fields"), _rows_of_others())


def _rows_of_others() -> Iterator[Sequence[str]]:
    for model in tables_of_others():
        label = model._meta.label
        fields = ", ".join(f"`{name}`" for name in names_of(model))
        yield (f"`{label}`", sentence(OTHERS[label]), fields)
