"""Keys: who may open what. No Qt, no database; the stores are handed keys as bytes."""
