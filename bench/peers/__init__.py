"""What Heed is measured against, set up for benches alone."""
