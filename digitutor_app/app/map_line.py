"""The map of exercises and the page of one exercise's modes: which follows which."""

from PySide6.QtCore import QObject, Signal

from digitutor_app import i18n
from digitutor_app.app.sitting import Sitting
from digitutor_app.app.window import ShowPage
from digitutor_app.screens.learner.map import MapScreen
from digitutor_app.screens.learner.modes import ModesScreen
from digitutor_app.services.context import Context
from digitutor_app.services.errors import NothingToPractiseError
from digitutor_app.services.exercise_map import MapEntry
from digitutor_app.services.offer_order import module_of
from digitutor_app.ui_kit.look import Look


class MapLine(QObject):
    """Emits ``practiceRequested(Suggestion)``, ``watchRequested(Suggestion)``, and
    ``backRequested`` when the map is left."""

    practiceRequested = Signal(object)
    watchRequested = Signal(object)
    backRequested = Signal()

    def __init__(self, look: Look, context: Context, sitting: Sitting, show: ShowPage) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._sitting = sitting
        self._show_page = show
        self._module = ""
        self._chosen = ""

    def show(self) -> None:
        """Open the map where the person is."""
        try:
            place = self._context.exercise_map.place(self._sitting.person.id, i18n.current())
        except NothingToPractiseError:
            place = ""
        self._show(place)

    def _show(self, module: str) -> None:
        modules = self._context.exercise_map.modules(i18n.current())
        screen = MapScreen(self._look, self._sitting.who, modules, module)
        screen.show_module(self._entries(module))
        screen.moduleRequested.connect(self._on_module)
        screen.chosen.connect(self._on_chosen)
        screen.backRequested.connect(self.backRequested)
        screen.languageRequested.connect(self._on_language)
        self._show_page(screen)

    def _entries(self, module: str) -> list[MapEntry]:
        self._module = module
        person_id = self._sitting.person.id
        return self._context.exercise_map.entries(module, person_id, i18n.current())

    def _on_module(self, module: str) -> None:
        screen = self.sender()
        if isinstance(screen, MapScreen):
            screen.show_module(self._entries(module))

    def _on_language(self, language: str) -> None:
        self._sitting.speak(language)
        self._show(self._module)

    def _on_chosen(self, entry: MapEntry) -> None:
        self._chosen = entry.exercise
        screen = ModesScreen(self._look, self._sitting.who, entry)
        screen.practiceRequested.connect(self.practiceRequested)
        screen.watchRequested.connect(self.watchRequested)
        screen.backRequested.connect(self._on_back_to_map)
        screen.languageRequested.connect(self._on_language_of_modes)
        self._show_page(screen)

    def _on_back_to_map(self) -> None:
        self._show(self._module)

    def _on_language_of_modes(self, language: str) -> None:
        """The same exercise in the other language; the map, where it does not speak that one."""
        self._sitting.speak(language)
        for entry in self._entries(module_of(self._chosen)):
            if entry.exercise == self._chosen:
                self._on_chosen(entry)
                return
        self._show(self._module)
