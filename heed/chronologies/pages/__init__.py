"""What the pages of chronologies ask and show."""
