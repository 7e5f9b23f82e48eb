"""The spine: cases, their children and families, every step taken, every deadline."""
