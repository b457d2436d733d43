"""What is said about waits and wrong tries at the gate."""

from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.services.gate_wait import WrongTries

_MINUTE = 60


def wait_words(seconds: int) -> str:
    """How long until the next words are looked at, and that nothing is lost."""
    return f"{_how_long(seconds)} {_('Tiedot ovat tallessa. Kiirettä ei ole.')}"


def tries_title(tries: WrongTries) -> str:
    """How many wrong ones there were before this opening."""
    return ngettext("{count} väärä yritys", "{count} väärää yritystä", tries.count).format(
        count=tries.count
    )


def tries_words(tries: WrongTries) -> str:
    """The same as a sentence with the last one's time; "" for none."""
    if not tries.count:
        return ""
    words = _("{tries} ennen kuin avasit tiedot.").format(tries=tries_title(tries))
    return f"{words} {last_try(tries)}".strip()


def last_try(tries: WrongTries) -> str:
    """When the last of them was; "" where nobody knows."""
    if tries.last is None:
        return ""
    return _("Viimeisin oli {day} klo {time}.").format(
        day=short_date(tries.last.date()), time=clock_time(tries.last)
    )


def _how_long(seconds: int) -> str:
    if seconds <= _MINUTE:
        return ngettext(
            "Odota {count} sekunti. Kirjoita salalause sitten uudestaan.",
            "Odota {count} sekuntia. Kirjoita salalause sitten uudestaan.",
            seconds,
        ).format(count=seconds)
    return ngettext(
        "Odota {count} minuutti. Kirjoita salalause sitten uudestaan.",
        "Odota {count} minuuttia. Kirjoita salalause sitten uudestaan.",
        -(-seconds // _MINUTE),
    ).format(count=-(-seconds // _MINUTE))
