"""The pages of rapid reviews."""
