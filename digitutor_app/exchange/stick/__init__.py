"""The workshop's stick: one folder that introduces laptops, gathers from them and answers them."""
