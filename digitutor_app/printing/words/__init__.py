"""What the sheets say in each language: another language is another set of these words."""
