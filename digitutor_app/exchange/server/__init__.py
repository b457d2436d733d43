"""The organisation's PostgreSQL: its schema, and the client that pushes rows to it and pulls."""
