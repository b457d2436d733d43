"""Sopiva ruutu: how a person wants to see the screen and hold the mouse."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.display import POINTER_SIZES, TEXT_SIZES, THEMES, USUAL
from digitutor_app.i18n import _
from digitutor_app.ui_kit import samples, theme
from digitutor_app.ui_kit.bars import BottomBar, TopBar
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.press_guard import CALM
from digitutor_app.ui_kit.press_guard import USUAL as STEADY
from digitutor_app.ui_kit.sample_choices import Drawing, Sample, SampleChoices
from digitutor_app.ui_kit.two_pane import TwoPane


class DisplayScreen(QWidget):
    """Shows one question a setting; each choice changes the look at once. Emits ``finished``."""

    finished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._questions: dict[str, SampleChoices] = {}
        self._values: dict[tuple[str, str], Any] = {}
        self._done = MainButton(look, _("Valmis"))
        self._usual = PlainButton(look, _("Palauta tavalliset"))
        top = TopBar(look, _("Sopiva ruutu"), note=_("Muutos näkyy heti. Kokeile rauhassa."))
        self.page = page = Page(look, top, BottomBar(look, (self._usual,), (self._done,)))
        page.rows.add(TwoPane(look, self._seeing(), self._holding(), gap=40))
        fill(self, page)
        self._done.clicked.connect(self.finished)
        self._usual.clicked.connect(self._on_usual)
        look.changed.connect(self._follow)
        self._follow()

    def _seeing(self) -> Column:
        sizes = {100: _("Tavallinen"), 125: _("Isompi"), 150: _("Suuri"), 200: _("Suurin")}
        arrows = {100: _("Tavallinen"), 150: _("Isompi"), 200: _("Suuri"), 300: _("Suurin")}
        colours = dict(
            zip(THEMES, (_("Koneen"), _("Vaaleat"), _("Tummat"), _("Vahvat")), strict=True)
        )
        own = self._look.own_theme
        return Column(
            self._question(
                "text",
                _("Minkä kokoinen teksti sopii sinulle?"),
                {size: sizes[size] for size in TEXT_SIZES},
                {size: partial(samples.text_sample, percent=size) for size in TEXT_SIZES},
                height=42,
            ),
            self._question(
                "pointer",
                _("Minkä osoittimen näet hyvin?"),
                {size: arrows[size] for size in POINTER_SIZES},
                {size: partial(samples.pointer_sample, percent=size) for size in POINTER_SIZES},
                height=62,
            ),
            self._question(
                "theme",
                _("Mitkä värit sopivat sinulle?"),
                colours,
                {
                    name: partial(samples.colour_sample, theme=theme.THEMES.get(name, own))
                    for name in THEMES
                },
                height=44,
            ),
        )

    def _holding(self) -> Column:
        hand = self._question(
            "left_handed",
            _("Kummalla kädellä käytät hiirtä?"),
            {False: _("Oikealla kädellä"), True: _("Vasemmalla kädellä")},
            {left: partial(samples.mouse_sample, left_handed=left) for left in (False, True)},
            height=58,
            narrowest=170,
        )
        hand.rows.add(
            Muted(
                self._look, _("Etusormi painaa painiketta, joka on kuvassa värillinen."), small=True
            )
        )
        calm = self._question(
            "calm",
            _("Millainen osoitin sopii sinulle?"),
            {False: _("Tavallinen"), True: _("Rauhallinen")},
            {
                calm: partial(samples.patience_sample, patience=CALM if calm else STEADY)
                for calm in (False, True)
            },
            height=58,
            narrowest=170,
        )
        calm.rows.add(
            Muted(
                self._look,
                _("Rauhallinen osoitin sallii pienen liikkeen. Se odottaa pidempään."),
                small=True,
            )
        )
        return Column(hand, calm)

    def _question(
        self,
        setting: str,
        question: str,
        words: Mapping[Any, str],
        drawings: Mapping[Any, Drawing],
        *,
        height: int,
        narrowest: int = 96,
    ) -> Column:
        """One setting; ``words`` and ``drawings`` are by the values that it may have."""
        offered = [Sample(str(value), words[value], drawings[value]) for value in words]
        choices = SampleChoices(self._look, question, offered, height=height, narrowest=narrowest)
        choices.setProperty("setting", setting)
        choices.chosen.connect(self._on_chosen)
        self._questions[setting] = choices
        self._values.update({(setting, str(value)): value for value in words})
        return Column(Strong(self._look, question), choices, gap=6)

    def _on_chosen(self, key: str) -> None:
        choices = self.sender()
        if choices is not None:
            setting = str(choices.property("setting"))
            value = self._values[setting, key]
            self._look.show(replace(self._look.display, **{setting: value}))

    def _on_usual(self) -> None:
        self._look.show(USUAL)

    def _follow(self) -> None:
        """Tick what holds now, however it came about (Ctrl and plus change the text too)."""
        for setting, choices in self._questions.items():
            choices.choose(str(getattr(self._look.display, setting)))
