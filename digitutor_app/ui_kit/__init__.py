"""What our own screens are made of: theme, words, buttons, cards, bars. Knows no exercises."""

from digitutor_app.ui_kit.lasting_none import keep_none

# Before the first widget of this process, because each call of Qt counts.
keep_none()
