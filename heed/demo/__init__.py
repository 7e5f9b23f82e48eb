"""Quillshire: the fictional area. Mounted in the demonstration and nowhere else."""
