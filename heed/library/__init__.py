"""The public library: publishers, reports, briefings, statements, search.

It holds only what has been published and knows no case. What is handed down from the
desk comes in by `actions`; what the public sees goes out by `views`, and its bytes are
kept by `door`.
"""
