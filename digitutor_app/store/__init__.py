"""Two encrypted stores of one schema: what is kept on this laptop. No Qt; keys come as bytes."""
