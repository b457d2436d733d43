"""The sentences of the file manager, in the running language."""

from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, long_date
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.nodes import BIN, Node, NodeKind
from digitutor_app.rooms.files.rows import Dialog, Notice


def command_word(command: str) -> str:
    """The words on the button or menu item of a command."""
    return {
        "open": _("Avaa"),
        "back": _("Takaisin"),
        "up": _("Ylös"),
        "create_folder": _("Uusi kansio"),
        "move": _("Siirrä"),
        "cut": _("Leikkaa"),
        "copy": _("Kopioi"),
        "paste": _("Liitä"),
        "rename": _("Nimeä uudelleen"),
        "delete": _("Poista"),
        "restore": _("Palauta"),
        "empty_bin": _("Tyhjennä roskakori"),
        "preview": _("Esikatselu"),
        "properties": _("Tiedot"),
        "select_all": _("Valitse kaikki"),
        "sort_name": _("Järjestä nimen mukaan"),
        "sort_date": _("Järjestä päivän mukaan"),
        "menu": _("Valikko"),
        "clear_search": _("Lopeta haku"),
    }[command]


def kind_word(node: Node) -> str:
    return _("kansio") if node.kind is NodeKind.FOLDER else _("tiedosto")


def notice_text(computer: Computer, notice: Notice) -> str:
    """Why it could not be done and what to do instead (domain/6, 6.1)."""
    node = computer.files.get(notice.node) if notice.node else None
    if notice.why == "ending" and node is not None:
        return _(
            "Nimen lopussa oleva {ending} kertoo tiedoston tyypin. Jätä se paikalleen."
        ).format(ending=node.ending)
    if notice.why == "in_bin" and node is not None:
        return _("{name} on Roskakorissa. Paina ensin Palauta.").format(
            name=computer.words.name(node)
        )
    return {
        "empty": _("Nimi puuttuu. Kirjoita nimi ja paina Enter."),
        "ending": _("Nimen lopussa on tiedoston tyyppi. Jätä se paikalleen."),
        "forbidden_character": _(
            "Tätä merkkiä ei voi käyttää nimessä. Käytä kirjaimia, numeroita ja viivaa."
        ),
        "too_long": _("Nimi on liian pitkä. Kirjoita lyhyempi nimi."),
        "taken": _("Tässä kansiossa on jo sama nimi. Kirjoita toinen nimi."),
        "into_itself": _("Kansio ei mahdu itsensä sisään. Valitse toinen kansio."),
        "nothing_selected": _("Valitse ensin tiedosto. Napsauta sitä kerran."),
        "one_only": _("Monta kohdetta on valittuna. Valitse niistä yksi."),
        "nothing_to_paste": _("Liitettävää ei ole. Valitse ensin tiedosto ja paina Kopioi."),
        "in_bin": _("Olet Roskakorissa. Avaa ensin toinen kansio."),
        "no_further": _("Olet ylimmässä kansiossa. Tästä ei pääse ylemmäs."),
        "same_place": _("Se on jo tässä kansiossa. Valitse toinen kansio."),
        "not_chosen": _("Valitse ensin kansio. Paina sitten Siirrä tänne."),
        "bin_is_empty": _("Roskakori on jo tyhjä."),
        "fixed": _("Tämä pysyy aina paikallaan."),
        "private": _("Käytä harjoituksessa keksittyjä tietoja. Kenttä tyhjennettiin."),
    }[notice.why]


def dialog_words(computer: Computer, dialog: Dialog) -> tuple[str, str]:
    """The heading of a dialog and the sentences below it ("" when it shows other things)."""
    names = [computer.files.name(n) for n in dialog.nodes]
    count = len(names)
    first = names[0] if names else ""
    match dialog.name.value:
        case "move":
            many = ngettext(
                "Mihin siirrät {count} kohteen?", "Mihin siirrät {count} kohdetta?", count
            )
            heading = _("Mihin siirrät?") if count == 1 else many.format(count=count)
            return heading, first if count == 1 else ""
        case "conflict":
            return _("Sama nimi on jo käytössä"), _conflict(computer, dialog)
        case "empty_bin":
            inside = len(computer.files.children(BIN))
            text = ngettext(
                "Roskakorissa on {count} kohde. Oikealla koneella et saa sitä takaisin.",
                "Roskakorissa on {count} kohdetta. Oikealla koneella et saa niitä takaisin.",
                inside,
            )
            return _("Tyhjennetäänkö Roskakori?"), text.format(count=inside)
        case _:
            return first, ""


def dialog_choices(dialog: Dialog) -> tuple[tuple[str, str], ...]:
    """The buttons of a dialog: choice and words; the first one does it, the last one leaves."""
    match dialog.name.value:
        case "move":
            return ("move_here", _("Siirrä tänne")), ("cancel", _("Älä siirrä"))
        case "conflict":
            leave = _("Älä siirrä") if dialog.how != "copy" else _("Älä kopioi")
            keep = ("keep_both", _("Pidä molemmat"))
            return keep, ("replace", _("Korvaa vanha")), ("cancel", leave)
        case "empty_bin":
            return ("empty", _("Tyhjennä")), ("cancel", _("Älä tyhjennä"))
        case "preview":
            return ("open", _("Avaa")), ("close", _("Sulje"))
        case _:
            return (("close", _("Sulje")),)


def properties(computer: Computer, node: Node) -> list[tuple[str, str]]:
    """What is known of a file or folder: words and values."""
    where = node.came_from if node.parent == BIN and node.came_from else node.parent
    rows = [
        (_("Nimi"), computer.words.name(node) + node.ending),
        (_("Tyyppi"), _type(node)),
    ]
    if where and computer.files.get(where):
        label = _("Poistettu kansiosta") if node.parent == BIN else _("Sijainti")
        rows.append((label, trail_text(computer, where)))
    if node.kind is NodeKind.FOLDER:
        count = len(computer.files.children(node.id))
        text = ngettext("{count} kohde", "{count} kohdetta", count).format(count=count)
        rows.append((_("Sisältö"), text))
    if node.parent:
        when = f"{long_date(node.changed)} {clock_time(node.changed)}"
        rows.append((_("Muutettu"), when))
    return rows


def trail_text(computer: Computer, folder_id: str) -> str:
    return " › ".join(computer.words.name(node) for node in computer.files.path(folder_id))


def count_text(count: int, searching: bool) -> str:
    if searching and not count:
        return _("Tällä nimellä ei löytynyt mitään. Kokeile lyhyempää sanaa.")
    if searching:
        return ngettext(
            "Haku löysi {count} kohteen.", "Haku löysi {count} kohdetta.", count
        ).format(count=count)
    return _("Tämä kansio on tyhjä.") if not count else ""


def _conflict(computer: Computer, dialog: Dialog) -> str:
    taken = [n for n in dialog.nodes if computer.files.conflict(n, dialog.chosen)]
    node = taken[0] if taken else dialog.nodes[0]
    return _("Kansiossa {folder} on jo {name}.\nJos korvaat, vanha menee Roskakoriin.").format(
        folder=computer.files.name(dialog.chosen), name=computer.files.name(node)
    )


def _type(node: Node) -> str:
    if node.kind is NodeKind.FOLDER:
        return _("kansio")
    return _("tiedosto {ending}").format(ending=node.ending) if node.ending else _("tiedosto")
