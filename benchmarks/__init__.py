"""What the program costs, as ratios to something bare, measured in turn in the same run."""
