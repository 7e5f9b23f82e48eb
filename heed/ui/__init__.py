"""What every page of Heed is made of: components, forms, base pages, looks."""
