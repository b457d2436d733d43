"""The recovery key where something else is wrong too: store, key file, another machine's paper."""

from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.words import WordsScreen
from digitutor_app.services.gate import SLOTS, STORE
from digitutor_app.services.kept_slots import COPY
from digitutor_app.store.backup_files import DAILY
from digitutor_app.store.opening import open_store
from digitutor_app.trust.recovery import groups, new_key
from tests.app import test_keys_line
from tests.app.test_keys_line import SECRET, on, until

tutor, chosen = test_keys_line.tutor, test_keys_line.chosen


def forgotten(laptop, secret):
    """To the page for the recovery key, with the key typed."""
    laptop.person.press("Unohdin salalauseen")
    laptop.person.page._key.set_text(" ".join(groups(secret)))
    laptop.person.press("Jatka")


def new_words(qtbot, laptop, secret):
    """Emma gets new words, which are returned."""
    forgotten(laptop, secret)
    until(qtbot, laptop, "Kenen salalause unohtui?")
    laptop.person.press("Emma")
    laptop.person.press("Jatka")
    page = on(qtbot, laptop, WordsScreen)
    page._typed.set_text(page.offered)
    laptop.person.press("Ota käyttöön ja avaa")
    return page.offered


def test_a_forgotten_passphrase_and_a_damaged_store(tutor, chosen, laptop, qtbot):
    worker = laptop.context.gate.enter(SECRET)
    worker.ask(lambda store: store.settings.put("name", "Liisa"))
    worker.ask(lambda store: store.backups.make(DAILY))
    worker.close()
    damage(laptop.folder.path / STORE)
    tutor.show_gate()
    words = new_words(qtbot, laptop, chosen)
    on(qtbot, laptop, GateScreen)
    said = laptop.person.sees()
    assert "Uusi salalause on käytössä. Kirjoita se ja paina Palauta tiedot." in said
    assert "Sen varmuuskopio on kunnossa" in said
    laptop.person.type("Salalause", words)
    laptop.person.press("Palauta tiedot")
    on(qtbot, laptop, NowScreen)
    assert tutor.tutor.worker.ask(lambda store: store.settings.get("name")) == "Liisa"


def test_a_forgotten_passphrase_and_a_damaged_store_without_a_copy(tutor, chosen, laptop, qtbot):
    damage(laptop.folder.path / STORE)
    tutor.show_gate()
    new_words(qtbot, laptop, chosen)
    on(qtbot, laptop, GateScreen)
    assert "siitä ei ole varmuuskopiota" in laptop.person.sees()


def test_a_forgotten_passphrase_and_a_damaged_key_file(tutor, chosen, laptop, qtbot):
    slots = laptop.folder.path / SLOTS
    whole = slots.read_bytes()
    slots.with_name(SLOTS + COPY).unlink()
    tutor.show_gate()
    slots.write_bytes(whole[:-40])
    forgotten(laptop, chosen)
    until(qtbot, laptop, "Avaintiedosto on vahingoittunut")
    said = laptop.person.sees()
    assert "Tiedosto slots.json ei aukea" in said
    assert "Kirjoitit palautusavaimen oikein. Ohjelma ei muuttanut mitään." in said
    slots.unlink()
    laptop.person.press("Jatka")
    until(qtbot, laptop, "Tiedosto slots.json ei ole paikallaan")
    slots.write_bytes(whole)
    laptop.person.press("Jatka")
    until(qtbot, laptop, "Kenen salalause unohtui?")


def test_a_forgotten_passphrase_and_a_store_of_another_place(tutor, chosen, laptop, qtbot, clock):
    store = laptop.folder.path / STORE
    store.unlink()
    open_store(store, bytes(32), clock).close()
    tutor.show_gate()
    new_words(qtbot, laptop, chosen)
    until(qtbot, laptop, "Tiedosto ei avaudu tällä avaimella")
    assert "Palauta ne samasta varmuuskopiosta." in laptop.person.sees()


def test_the_recovery_key_of_another_machine(tutor, chosen, laptop, qtbot):
    tutor.show_gate()
    forgotten(laptop, new_key().secret)
    until(qtbot, laptop, "Tämä palautusavain ei avannut tietoja. Tiedot ovat tallessa.")


def damage(path):
    content = bytearray(path.read_bytes())
    content[2000] ^= 1
    path.write_bytes(content)
