"""A local review: lead reviewer, terms, practitioners, drafts, three signatures."""
