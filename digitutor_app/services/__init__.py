"""What screens and the command line ask for. No Qt; they speak to the stores and to the engine."""
