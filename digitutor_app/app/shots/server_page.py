"""The page about the organisation's server, as if the machine had just exchanged with one."""

from collections.abc import Iterator

from digitutor_app.app.server_line import SETTINGS
from digitutor_app.app.shots.stop import Stop
from digitutor_app.app.shots.visitor import Visitor
from digitutor_app.i18n import _
from digitutor_app.ui_kit.card_button import CardButton


def server_page(v: Visitor) -> Iterator[Stop]:
    """From the overview and back; nothing where the program was installed without the extra.

    The settings are empty, so that nothing is asked of any network.
    """
    line = v.house.watchers.server
    settings = v.program.folder.path / SETTINGS
    settings.touch()
    if line.in_use:
        line.now()
        v.wait(lambda: line.trouble is not None)
        _exchanged(v)
        v.press(_("Nyt"))
        v.press(_("Tiedot ja koneet"))
        [card] = [one for one in v.page.findChildren(CardButton) if one.property("key") == "server"]
        card.click()
        v.settle()
        yield Stop("data-server", v.window)
        v.press(_("Takaisin"))
    settings.unlink()


def _exchanged(v: Visitor) -> None:
    from digitutor_app.exchange.server.client import Exchanged
    from digitutor_app.services.server_exchange import Brought
    from digitutor_app.store.merging_rules import MergeReport

    line = v.house.watchers.server
    people = frozenset(str(number) for number in range(9))
    came = MergeReport(new={"person": 9, "attempt": 112}, changed={"person": 2}, people=people)
    now = v.clock.now()
    line.trouble, line.at = None, now
    line.brought = Brought(now, [Exchanged(sent=48, received=[came])])
    line.changed.emit()
