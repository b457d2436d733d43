"""What a tutor reads about skills and attempts: plain words for facts."""

from datetime import datetime

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.services.observations import Seen
from digitutor_app.services.records import AttemptLine, How, Source
from digitutor_app.services.words import mode_word


def how_word(how: How) -> str:
    """What somebody did with an exercise."""
    return {
        How.WATCHED: _("katsoi"),
        How.TRIED: _("kokeili"),
        How.GUIDED: _("onnistui ohjatusti"),
        How.HELPED: _("onnistui vihjeen avulla"),
        How.ALONE: _("onnistui itse"),
    }[how]


def source_line(source: Source) -> str:
    """One exercise of a skill and how it went, for example "Avaa kansio: katsoi, onnistui itse"."""
    hows = ", ".join(how_word(how) for how in source.how)
    return _("{exercise}: {how}").format(exercise=source.title, how=hows)


def seen_line(seen: Seen) -> str:
    """When a tutor saw it, and that the mark waits for a tutor where it does."""
    day = short_date(seen.day)
    if seen.confirmed:
        return _("Tutor näki oikealla koneella {day}").format(day=day)
    return _("Näytti oikealla koneella {day} (koneen PIN)").format(day=day)


def went(line: AttemptLine) -> str:
    """How an attempt went in short: mode, end, help; then what was difficult."""
    parts = [mode_word(line.mode)]
    if line.mode is Mode.WATCH:
        pass  # watching goes neither well nor badly
    elif line.end is AttemptEnd.DONE:
        parts.append(_("vihjeen avulla") if line.attempt.hint else _("ilman vihjettä"))
    elif line.end is AttemptEnd.RESTARTED:
        parts.append(_("aloitettiin alusta"))
    elif line.end is AttemptEnd.SKIPPED:
        parts.append(_("ohitti tehtävän"))
    else:
        parts.append(_("jäi kesken"))
    return "\n".join((", ".join(parts), *line.difficulties[:3]))


def told(line: AttemptLine) -> list[str]:
    """Everything that was kept of an attempt, a sentence each."""
    attempt = line.attempt
    found = [
        _("{day} klo {began}–{ended}").format(
            day=short_date(attempt.ended.date()),
            began=clock_time(attempt.started),
            ended=clock_time(attempt.ended),
        )
    ]
    if line.way:
        found.append(_("Teki näin: {way}").format(way=line.way))
    if hand := _hand(attempt.device):
        found.append(hand)
    if helped := _helped(attempt.asked, attempt.hint):
        found.append(helped)
    if attempt.undos:
        found.append(
            ngettext("Perui kerran.", "Perui {count} kertaa.", attempt.undos).format(
                count=attempt.undos
            )
        )
    found.extend(line.difficulties[3:])
    return found


def _hand(device: str) -> str:
    return {
        "pointer": _("Teki hiirellä tai kosketuslevyllä."),
        "keys": _("Teki näppäimillä."),
        "both": _("Teki hiirellä ja näppäimillä."),
    }.get(device, "")


def _helped(asked: int, hint: int) -> str:
    """Whether hints were asked for, and how far the program helped (domain/2, hint ladder)."""
    parts = []
    if asked:
        parts.append(
            ngettext("Pyysi vihjeen kerran.", "Pyysi vihjeen {count} kertaa.", asked).format(
                count=asked
            )
        )
    far = {
        1: "" if asked else _("Ohjelma antoi vihjeen."),
        2: _("Ohjelma näytti kohdan."),
        3: _("Ohjelma näytti vaiheen."),
        4: _("Ohjelma ehdotti tutoria."),
    }.get(hint, "")
    return " ".join(filter(None, (*parts, far)))


def when(moment: datetime, now: datetime) -> str:
    """The time of today, else the day."""
    return clock_time(moment) if moment.date() == now.date() else short_date(moment.date())
