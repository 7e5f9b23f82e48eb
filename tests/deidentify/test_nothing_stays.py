"""Words that were looked through are in no memory of the process afterwards."""

import sys

from heed.deidentify import scan_text
from tests.deidentify.quillshire import a_person, a_register


def words_kept():
    """How much every cache of the modules that look through words holds."""
    return {
        f"{name}.{called}": held.cache_info().currsize
        for name, module in sys.modules.items()
        if name.startswith("heed.deidentify")
        for called, held in vars(module).items()
        if hasattr(held, "cache_info")
    }


def test_no_word_of_a_report_stays_in_the_process_once_it_is_looked_through():
    texts = (
        "On 4 May 2024 Wexcombe told Thornapple that Mr Quillby had left.",
        "On 9 June 2023 Lanterby told Marshgrove that Mrs Oakenholt had left.",
    )
    before, *after = (
        (scan_text(text, a_register(a_person("Ida Vey"))), words_kept())
        for text in texts
    )

    assert all(found for found, _ in (before, *after))
    assert before[1] == after[0][1]
    assert before[1], "nothing was asked"
