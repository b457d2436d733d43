"""Certificates: drafted from what happened, frozen when issued."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.certificates import Certificate, CertificateContent
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.skills import SkillState
from digitutor_app.domain.visits import Visit, quarter_hours
from digitutor_app.domain.workshops import Workshop
from digitutor_app.services.letterheads import Letterheads
from digitutor_app.services.skills import Skills
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

FEWEST_QUARTERS = 2


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who was here on a workshop's day, and for how many full quarter hours."""

    person: Person
    quarter_hours: int


class Certify:
    """Drafts from the practice store, keeps in the tutor's store."""

    def __init__(
        self, practice: StoreWorker, tutor: StoreWorker, catalogue: Catalogue, clock: Clock
    ) -> None:
        self._practice = practice
        self._tutor = tutor
        self._catalogue = catalogue
        self._clock = clock
        self._letterheads = Letterheads(tutor)
        self._skills = Skills(practice, catalogue)

    def attended(self, person_id: str) -> list[Workshop]:
        """The workshops on days when the person was here, the newest first."""
        visits = self._practice.ask(lambda store: visits_of(store, person_id))
        days = {visit.arrived.date() for visit in visits}
        workshops = self._tutor.ask(lambda store: store.workshops.all())
        return sorted((w for w in workshops if w.day in days), key=_day, reverse=True)

    def present(self, workshop: Workshop) -> list[Attendee]:
        """Everybody who was here on the workshop's day, by first name and code; joined people are
        one."""

        def read(store: Store) -> list[Attendee]:
            visits: dict[str, list[Visit]] = {}
            for visit in store.visits.of_day(workshop.day):
                first = store.people.one_person(visit.person_id)[0]
                visits.setdefault(first, []).append(visit)
            found = ((store.people.get(person_id), of_one) for person_id, of_one in visits.items())
            return [Attendee(person, quarter_hours(of_one)) for person, of_one in found if person]

        return sorted(self._practice.ask(read), key=_by_name)

    def draft(
        self, person_id: str, workshop: Workshop, language: str, *, with_skills: bool = False
    ) -> CertificateContent:
        """What the certificate would say, without a name; ``with_skills`` as the person wishes.

        Hours are those of the person's visits on the workshop's day, in full quarters; with fewer
        than FEWEST_QUARTERS none should be issued (domain/5, 5.7). Contents are the modules that
        the person practised on that day, in teaching order.
        """

        def read(store: Store) -> tuple[int, set[str]]:
            visits = [v for v in visits_of(store, person_id) if v.arrived.date() == workshop.day]
            attempts = store.attempts.of_person(person_id)
            practised = {a.exercise for a in attempts if a.ended.date() == workshop.day}
            places = map(store.positions.get, store.people.one_person(person_id))
            practised |= {p.exercise for p in places if p and p.saved.date() == workshop.day}
            return quarter_hours(visits), {name.rpartition("-")[0] for name in practised}

        quarters, modules = self._practice.ask(read)
        letterhead = self._letterheads.get()
        return CertificateContent(
            language=language,
            name="",
            workshop=workshop.name,
            days=(workshop.day,),
            quarter_hours=quarters,
            contents=tuple(m.names[language] for m in self._catalogue.modules() if m.id in modules),
            organisers=workshop.organisers or letterhead.organisers,
            place=workshop.place,
            issued=self._clock.now().date(),
            skills=self._shown_alone(person_id, language) if with_skills else (),
            style=letterhead.fingerprint,
        )

    def pdf(self, content: CertificateContent) -> bytes:
        """The page as it will be printed."""
        # Drawing needs reportlab, which nobody should wait for at start-up.
        from digitutor_app.printing.sheets.certificate import certificate_pdf

        return certificate_pdf(content, self._letterheads.get())

    def together(self, contents: Sequence[CertificateContent]) -> bytes:
        """The pages of several people, of one language, in one file."""
        from digitutor_app.printing.sheets.certificate import certificates_pdf

        return certificates_pdf(contents, self._letterheads.get())

    def paper(self, person_id: str, workshop: Workshop, content: CertificateContent) -> bytes:
        """The page to hand over: the very bytes that were kept, if this has been issued."""
        last = self.last(person_id, workshop.id)
        if last is not None and last.content == content:
            return last.pdf
        return self.pdf(content)

    def issue(
        self, person_id: str, workshop: Workshop, content: CertificateContent, *, keep_name: bool
    ) -> Certificate:
        """Freeze and keep. Without ``keep_name`` the kept page has a line for handwriting instead
        of the name; the caller has saved or printed the named page (see ``paper``) already.

        What has been issued with the very same content is not issued again; other content of the
        same workshop replaces what was issued last.
        """
        kept = content if keep_name else replace(content, name="")
        last = self.last(person_id, workshop.id)
        if last is not None and last.content == kept:
            return last
        certificate = Certificate(
            id=new_id(),
            person_id=person_id,
            workshop_id=workshop.id,
            content=kept,
            pdf=self.pdf(kept),
            replaces=last.id if last else "",
        )
        self._tutor.ask(lambda store: store.certificates.add(certificate))
        return certificate

    def last(self, person_id: str, workshop_id: str) -> Certificate | None:
        """The certificate that now holds for this person and workshop: the one that no other
        replaces; None when none was issued."""
        issued = [c for c in self.of_person(person_id) if c.workshop_id == workshop_id]
        replaced = {c.replaces for c in issued}
        return next((c for c in reversed(issued) if c.id not in replaced), None)

    def of_person(self, person_id: str) -> list[Certificate]:
        """What has been issued to the person, and everybody joined with them, oldest first."""
        ids = self._practice.ask(lambda store: store.people.one_person(person_id))
        found = self._tutor.ask(
            lambda store: [c for each in ids for c in store.certificates.of_person(each)]
        )
        return sorted(found, key=_issued)

    def _shown_alone(self, person_id: str, language: str) -> tuple[str, ...]:
        lines = self._skills.of_person(person_id, language)
        return tuple(line.skill for line in lines if line.state >= SkillState.ALONE)


def _day(workshop: Workshop) -> date:
    return workshop.day


def visits_of(store: Store, person_id: str) -> list[Visit]:
    """The visits of a person and everybody joined with them."""
    ids = store.people.one_person(person_id)
    return [visit for each in ids for visit in store.visits.of_person(each)]


def _issued(certificate: Certificate) -> date:
    return certificate.content.issued


def _by_name(attendee: Attendee) -> tuple[bool, str, str]:
    """Those without a name and a code come last."""
    name = attendee.person.call_name
    return not name, name.casefold(), attendee.person.id


def dated_as_issued(content: CertificateContent, last: Certificate | None) -> CertificateContent:
    """The content with day and look of when it was first issued, if nothing else differs (nor a
    name that was not kept): a reprint is identical, a correction has its own day and look."""
    if last is None:
        return content
    dated = replace(content, issued=last.content.issued, style=last.content.style)
    return dated if last.content in (dated, replace(dated, name="")) else content
