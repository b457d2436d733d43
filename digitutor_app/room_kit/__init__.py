"""What rooms share on screen: the desktop, its windows and targets, drags, layers, the player."""
