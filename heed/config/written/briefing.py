"""The seven-minute briefing on Heed, made with Heed, in each of its forms."""

from collections.abc import Callable, Mapping

from heed.papers import briefing_paper
from heed.papers.briefing import Briefing
from heed.papers.briefing_data import shipped


def _page(briefing: Briefing) -> bytes:
    return briefing_paper.briefing_html_page(briefing).encode()


def _text(briefing: Briefing) -> bytes:
    return briefing_paper.briefing_text(briefing).encode()


FORMS: Mapping[str, Callable[[Briefing], bytes]] = {
    ".html": _page,
    ".txt": _text,
    ".docx": briefing_paper.briefing_docx,
    ".pdf": briefing_paper.briefing_pdf,
}


def on_heed(form: str) -> bytes:
    """The briefing on Heed in one form; KeyError for a form that there is not."""
    return FORMS[form](shipped("heed"))
