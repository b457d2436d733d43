"""What our own screens are made of: theme, words, buttons, cards, bars. Knows no exercises."""
