"""Quillshire: the fictional area of the demonstration. Mounted there and nowhere else."""
