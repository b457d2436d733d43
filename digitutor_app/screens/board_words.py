"""The board in words: why somebody needs help, what happened, who is where, why a card has gone."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.services.board import MANY_MISTAKES, STANDING, BoardDay, BoardLine
from digitutor_app.services.board_news import News, Why
from digitutor_app.services.place import Place
from digitutor_app.services.words import mode_word, person_word
from digitutor_app.ui_kit.fact_table import FactRow

if TYPE_CHECKING:
    from digitutor_app.services.following import Heard

_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = timedelta(hours=1)
#: So many kinds of difficulty stand on a card; the most frequent comes first.
_MOST_DIFFICULTIES: Final = 2


def reason(line: BoardLine) -> str:
    """Where the person sits, and every reason for which they need help."""
    reasons = [_("kone {number}").format(number=line.visit.laptop)] if line.visit.laptop else []
    if line.called is not None:
        reasons.append(_("kutsui {time}").format(time=clock_time(line.called.called)))
    if line.errs and line.place is not None:
        count = line.place.mistakes
        words = ngettext("meni toisin {count} kerran", "meni toisin {count} kertaa", count)
        reasons.append(words.format(count=count))
    if line.standing:
        reasons.append(_waited(line))
    return " · ".join(reasons)


def _waited(line: BoardLine) -> str:
    if line.waited < _HOUR:
        return _("ei etene {minutes} min").format(minutes=line.waited // _MINUTE)
    return _("eteni viimeksi {time}").format(time=clock_time(line.since))


def where(line: BoardLine) -> str:
    """The exercise and the step."""
    if line.place is None:
        return _("Ei tehtävää kesken")
    return f"{line.place.title}, {step(line.place)}"


def step(place: Place) -> str:
    return _("vaihe {number} / {of}").format(number=place.number, of=place.of)


def what_happened(line: BoardLine) -> str:
    """What went otherwise, with its counts; where nothing did, what the step asks for."""
    place = line.place
    if place is None:
        return ""
    told = [_happened(words, count) for words, count in place.happened[:_MOST_DIFFICULTIES]]
    if not told:
        told = [_("Ohje on: {step}").format(step=place.instruction)]
    if place.hint:
        told.append(_("Vihje on nähty."))
    return "\n".join(told)


def _happened(words: str, count: int) -> str:
    if count == 1:
        return words
    # The count is never parted from its word.
    times = ngettext("{count}\u00a0kerran", "{count}\u00a0kertaa", count).format(count=count)
    return f"{words[:-1]} ({times})." if words.endswith(".") else f"{words} ({times})"


def question(line: BoardLine) -> str:
    """One good question to ask."""
    ask = line.place.ask if line.place is not None else ""
    return _("Kysy: ”{question}”").format(question=ask or _("Miten voin auttaa?"))


def on_the_way(line: BoardLine, now: datetime) -> str:
    """That a tutor is on the way, and for how long; "" when nobody is."""
    if line.coming is None:
        return ""
    minutes = (now - line.coming.since) // _MINUTE
    if minutes < 1:
        return _("Tutor on tulossa")
    return _("Tutor on tulossa · {minutes} min").format(minutes=minutes)


def thresholds() -> str:
    """When a card comes."""
    return _(
        "Kortti tulee, kun osallistuja kutsuu, vaiheessa menee toisin {count} kertaa "
        "tai vaihe kestää {minutes} minuuttia."
    ).format(count=MANY_MISTAKES, minutes=STANDING // _MINUTE)


def news_word(news: News) -> str:
    """Why a card has gone."""
    words = {
        Why.TUTOR_CAME: _("{name}: tutor tuli {time}."),
        Why.WENT_ON: _("{name} jatkaa itse ({time})."),
        Why.LEFT: _("{name} lähti {time}."),
        Why.BREAK: _("{name} on tauolla ({time})."),
        Why.STEP_DONE: _("{name} sai vaiheen tehtyä ({time})."),
        Why.EXERCISE_DONE: _("{name} sai harjoituksen valmiiksi ({time})."),
        Why.OTHER_EXERCISE: _("{name} vaihtoi harjoitusta ({time})."),
    }[news.why]
    return words.format(name=person_word(news.person), time=clock_time(news.at))


def count_word(day: BoardDay) -> str:
    """How many are here, how many came, and how many of them without a code."""
    counts = day.counts
    parts = [
        _("{count} paikalla").format(count=day.here),
        ngettext("{count} kävijä", "{count} kävijää", counts.visits).format(count=counts.visits),
    ]
    if counts.anonymous:
        parts.append(_("{count} ilman koodia").format(count=counts.anonymous))
    return " · ".join(parts)


def scope(laptop: str, heard: str = "", *, others: bool = False) -> str:
    """What the page knows, and what it cannot see.

    ``heard`` says how new what other laptops have sent is (``fresh``); ``others``: something of
    them is here, however old.
    """
    if laptop:
        known = _("Näet tämän koneen tiedot (kone {number}).").format(number=laptop)
    else:
        known = _("Näet tämän koneen tiedot.")
    if heard:
        unseen = _("Uudempi ei näy tässä. Kierrä salissa ja katso kutsukortteja.")
        return f"{known} {heard} {unseen}"
    if others:
        unseen = _("Muilta koneilta näkyy se, mikä on tuotu tänne.")
    else:
        unseen = _("Muut koneet eivät näy tässä.")
    walk = _("Kierrä salissa ja katso kutsukortteja.")
    return f"{known} {unseen} {walk}"


def fresh(heard: Iterable["Heard"]) -> str:
    """How new what the laptops have sent is, in one sentence; "" where none was heard of."""
    known = sorted((each.number, each.at) for each in heard if each.number)
    parts = [
        _("kone {number}: klo {time}").format(number=number, time=clock_time(at))
        for number, at in known
    ]
    return _("Koneilta tulleet tiedot: {list}.").format(list=", ".join(parts)) if parts else ""


def rows(day: BoardDay, laptop: str) -> list[FactRow]:
    """Everybody in the table: name, where and since when, what and how, the last success.

    ``laptop`` is this one's number: what is being done at others is not known here.
    """
    return [
        FactRow(
            line.person.id,
            (
                day.names[line.person.id],
                _presence(line),
                _does(line, laptop),
                _success(line, day.read_at),
            ),
        )
        for line in day.everyone
    ]


def _presence(line: BoardLine) -> str:
    came = clock_time(line.arrived)
    if not line.here:
        return _("{arrived}–{left}").format(arrived=came, left=clock_time(line.since))
    since = _("{time} alkaen").format(time=came)
    if not line.visit.laptop:
        return since
    # The number is never parted from its word.
    return _("{since}, kone\u00a0{number}").format(since=since, number=line.visit.laptop)


def _does(line: BoardLine, laptop: str) -> str:
    if not line.here:
        return _("Lähti {time}").format(time=clock_time(line.since))
    if line.visit.paused is not None:
        return _("Tauolla {time} alkaen").format(time=clock_time(line.visit.paused))
    if line.place is None:
        elsewhere = line.visit.laptop not in ("", laptop)
        return _("Ei näy tässä") if elsewhere else _("Ei tehtävää kesken")
    what = line.place.title
    if line.mode is not None:
        what = f"{what} · {mode_word(line.mode)}"
    return f"{what}\n{step(line.place)}: {line.place.instruction}"


def _success(line: BoardLine, now: datetime) -> str:
    if line.success_at is None:
        return ""
    today = line.success_at.date() == now.date()
    when = clock_time(line.success_at) if today else short_date(line.success_at.date())
    return f"{when} {line.success}"
