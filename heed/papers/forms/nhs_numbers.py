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
