"""Chronologies of several agencies, read and put together. Plain Python, no Django.

    >>> from heed.papers.chronologies.reading import read
    >>> [entry.event for entry in read("Quillshire Hospitals.xlsx").entries]

`entries` says what one row is, `reading` reads a file, `merging` puts several together.
"""
