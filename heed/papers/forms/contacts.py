"""An email address and a telephone number, wherever a form has them."""

from heed.papers.patterns import later

EMAIL = later(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = later(
    r"(?:\+44\s?|\(0(?=\d{1,5}\))|0)[\d \t\xa0()-]{8,14}\d(?:\s?(?:ext|x)\.?\s?\d+)?"
)
