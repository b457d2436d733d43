"""How rows leave this laptop and come back: bundles, folders, the workshop's stick, a server."""
