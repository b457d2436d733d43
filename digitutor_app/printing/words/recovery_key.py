"""The words on the sheet of a recovery key."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that the sheet itself says in one language."""

    title: str
    machine: str
    made: str
    what: str
    how_heading: str
    how: tuple[str, ...]
    keep_heading: str
    keep: tuple[str, ...]
    group: str
    qr: str


WORDS = {
    "fi": Words(
        title="Palautusavain",
        machine="Kone: {name}",
        made="Tehty {day}",
        what="Tällä avaimella tutorin tiedot aukeavat, jos salalause unohtuu.",
        how_heading="Näin käytät avainta",
        how=(
            "Avaa Digitutor ja paina Tutorille.",
            "Paina Unohdin salalauseen.",
            "Kirjoita ryhmät järjestyksessä. Välilyönneillä ei ole väliä.",
            "Valitse uusi salalause.",
        ),
        keep_heading="Näin säilytät paperin",
        keep=(
            "Pidä paperi lukitussa paikassa, eri paikassa kuin kone.",
            "Älä ota paperista kuvaa. Kuka tahansa avaa sillä tiedot.",
            "Jos paperi katoaa, tulosta uusi sivulla Tutorit ja avaimet.",
            "Vanha paperi avaa silti vanhat siirtotiedostot.",
        ),
        group="Ryhmä",
        qr="Sama avain koneelle luettavana. Alku ennen ryhmiä: {prefix}",
    ),
    "sv": Words(
        title="Återställningsnyckel",
        machine="Dator: {name}",
        made="Gjord {day}",
        what="Med den här nyckeln öppnas tutorns uppgifter om lösenfrasen glöms bort.",
        how_heading="Så använder du nyckeln",
        how=(
            "Öppna Digitutor och tryck på Tutorille.",
            "Tryck på Unohdin salalauseen.",
            "Skriv grupperna i ordning. Mellanslag spelar ingen roll.",
            "Välj en ny lösenfras.",
        ),
        keep_heading="Så förvarar du papperet",
        keep=(
            "Förvara papperet inlåst, på en annan plats än datorn.",
            "Fotografera inte papperet. Vem som helst kan öppna uppgifterna med det.",
            "Om papperet försvinner, skriv ut ett nytt på sidan Tutorit ja avaimet.",
            "Det gamla papperet öppnar ändå de gamla överföringsfilerna.",
        ),
        group="Grupp",
        qr="Samma nyckel för maskinläsning. Början före grupperna: {prefix}",
    ),
    "en": Words(
        title="Recovery key",
        machine="Computer: {name}",
        made="Made on {day}",
        what="This key opens the tutor's data if the passphrase is forgotten.",
        how_heading="How to use the key",
        how=(
            "Open Digitutor and press Tutorille.",
            "Press Unohdin salalauseen.",
            "Type the groups in order. Spaces do not matter.",
            "Choose a new passphrase.",
        ),
        keep_heading="How to keep this paper",
        keep=(
            "Keep the paper locked away, not in the same place as the computer.",
            "Do not photograph it. Anybody can open the data with it.",
            "If the paper is lost, print a new one on the page Tutorit ja avaimet.",
            "The old paper still opens the old transfer files.",
        ),
        group="Group",
        qr="The same key for a machine. What comes before the groups: {prefix}",
    ),
}
