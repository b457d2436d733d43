"""Small questions that hand back a value."""
