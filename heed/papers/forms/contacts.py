"""An email address and a telephone number, wherever a form has them."""

import re

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?:\+44\s?|\(?0)[\d\s()-]{8,14}\d(?:\s?(?:ext|x)\.?\s?\d+)?")
