"""What rooms share on screen: the desktop, its windows and targets, drags, layers, the player."""

from digitutor_app.room_kit.lasting_bools import keep_bools

# Before the first signal of this process, because each emission counts.
keep_bools()
