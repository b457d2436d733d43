"""The engine: what counts as done, which hint comes when. Without Qt and without a database."""
