"""What is to be settled about one child of a referral."""

import re
from typing import Any

from heed.papers.forms.flags import Flags
from heed.papers.forms.nhs_numbers import is_placeholder

Child = dict[str, Any]


def flag_child(child: Child, flags: Flags) -> None:
    """Raise what one child leaves open."""
    ref, unborn = child["ref"], child["status"] == "unborn"
    if unborn:
        flags.add("unborn_child", ref, "This child is not born yet.")
    else:
        _flag_birth(child, flags)
        _flag_name(child, flags)
    if child.get("multiple_birth"):
        flags.add("twins", ref, "These children are twins.")
    if "sex" not in child and child["role"] == "index" and not unborn:
        flags.add("sex_not_stated", ref, "The sex of the child is not stated.")
    if child.get("address_withheld"):
        flags.add("address_withheld", ref, "This address must be kept from somebody.")
    _flag_number(child, flags)


def _flag_name(child: Child, flags: Flags) -> None:
    ref = child["ref"]
    if not child["given"] and child["role"] in {"sibling", "other"}:
        flags.add("sibling_unnamed", ref, "A brother or sister has no name here.")
    if child["given"] and not child["family"]:
        flags.add("surname_unknown", ref, "No family name is given.")


def _flag_number(child: Child, flags: Flags) -> None:
    identifiers = child.get("identifiers")
    if identifiers and identifiers["nhs_check"] == "invalid":
        digits = re.sub(r"\D", "", identifiers["nhs_number"])
        name = "placeholder" if is_placeholder(digits) else "invalid"
        why = "The NHS number is not a real one."
        flags.add(f"nhs_number_{name}", child["ref"], why)


def _flag_birth(child: Child, flags: Flags) -> None:
    ref, dob = child["ref"], child["dob"]
    if dob is None or dob["precision"] == "unknown":
        flags.add("dob_unknown", ref, "The date of birth is not known.")
        return
    if dob["precision"] == "month":
        flags.add("dob_month_only", ref, "Only the month of birth is known.")
    if dob.get("candidates"):
        flags.add("dob_ambiguous", ref, f"“{dob['verbatim']}” can be two dates.")
    other = dob.get("conflicts_with")
    if other:
        why = f"“{dob['verbatim']}” here, “{other['verbatim']}” elsewhere."
        flags.add("dob_conflict", ref, why)
        if _swapped(dob["iso"], other["iso"]):
            flags.add("dob_conflict_day_month_swap", ref, why)


def _swapped(one: str | None, other: str | None) -> bool:
    a, b = (one or "").split("-"), (other or "").split("-")
    return len(a) == len(b) == 3 and a == [b[0], b[2], b[1]]  # noqa: PLR2004
