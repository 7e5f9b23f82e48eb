"""NHS numbers: nine digits and one that checks them."""

import re


def is_valid(digits: str) -> bool:
    """Whether the tenth digit of an NHS number checks the other nine."""
    if not re.fullmatch(r"\d{10}", digits) or is_placeholder(digits):
        return False
    weighted = zip(map(int, digits), range(10, 1, -1), strict=False)
    return -sum(digit * weight for digit, weight in weighted) % 11 == int(digits[9])


def is_placeholder(digits: str) -> bool:
    """Whether the number only fills its box: 000 000 0000, 999 999 9999."""
    return len(set(digits)) == 1


def checked(words: str) -> dict[str, str]:
    """A number as it was typed, and whether it checks; nothing where there is none."""
    digits = re.sub(r"\D", "", words)
    if not digits:
        return {}
    verdict = "valid" if is_valid(digits) else "invalid"
    return {"nhs_number": words.strip(), "nhs_check": verdict}
