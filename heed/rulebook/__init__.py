"""What law and guidance say, as data that people and programs read alike."""
