"""The program: it puts the floors together and starts them."""
