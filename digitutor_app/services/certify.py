"""Certificates: drafted from what happened, frozen when issued."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.certificates import Certificate, CertificateContent
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.visits import quarter_hours
from digitutor_app.domain.workshops import Workshop
from digitutor_app.services.paper import save_paper
from digitutor_app.store.errors import StoreError
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

FEWEST_QUARTERS = 2


class Certify:
    """Drafts from the practice store, keeps in the tutor's store."""

    def __init__(
        self, practice: StoreWorker, tutor: StoreWorker, catalogue: Catalogue, clock: Clock
    ) -> None:
        self._practice = practice
        self._tutor = tutor
        self._catalogue = catalogue
        self._clock = clock

    def attended(self, person_id: str) -> list[Workshop]:
        """The workshops on days when the person was here, the newest first."""
        visits = self._practice.ask(lambda store: store.visits.of_person(person_id))
        days = {visit.arrived.date() for visit in visits}
        workshops = self._tutor.ask(lambda store: store.workshops.all())
        return sorted((w for w in workshops if w.day in days), key=_day, reverse=True)

    def draft(self, person_id: str, workshop: Workshop, language: str) -> CertificateContent:
        """What the certificate would say, without a name.

        Hours are those of the person's visits on the workshop's day, in full quarters; with fewer
        than FEWEST_QUARTERS none should be issued (domain/5, 5.7). Contents are the modules that
        the person practised on that day, in teaching order.
        """

        def read(store: Store) -> tuple[int, set[str]]:
            visits = [
                v for v in store.visits.of_person(person_id) if v.arrived.date() == workshop.day
            ]
            attempts = store.attempts.of_person(person_id)
            practised = {a.exercise for a in attempts if a.ended.date() == workshop.day}
            position = store.positions.get(person_id)
            if position is not None and position.saved.date() == workshop.day:
                practised.add(position.exercise)
            return quarter_hours(visits), {name.rpartition("-")[0] for name in practised}

        quarters, modules = self._practice.ask(read)
        return CertificateContent(
            language=language,
            name="",
            workshop=workshop.name,
            days=(workshop.day,),
            quarter_hours=quarters,
            contents=tuple(m.names[language] for m in self._catalogue.modules() if m.id in modules),
            organisers=workshop.organisers,
            place=workshop.place,
            issued=self._clock.now().date(),
        )

    def pdf(self, content: CertificateContent) -> bytes:
        """The page as it will be printed."""
        # Drawing needs reportlab, which nobody should wait for at start-up.
        from digitutor_app.printing.sheets.certificate import certificate_pdf

        return certificate_pdf(content)

    def issue(
        self, person_id: str, workshop: Workshop, content: CertificateContent, *, keep_name: bool
    ) -> Certificate:
        """Freeze and keep. Without ``keep_name`` the kept page has a line for handwriting instead
        of the name; the caller has saved or printed the named page already.

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

    def hand_over(
        self,
        person_id: str,
        workshop: Workshop,
        content: CertificateContent,
        path: Path,
        *,
        keep_name: bool,
    ) -> StoreError | None:
        """Write the PDF into this file, then issue; returns why the register did not take it.

        Raises PaperNotSavedError, MissingLettersError and CertificateTooLongError; then nothing is
        issued.
        """
        save_paper(path, self.pdf(content))
        try:
            self.issue(person_id, workshop, content, keep_name=keep_name)
        except StoreError as error:
            return error
        return None

    def last(self, person_id: str, workshop_id: str) -> Certificate | None:
        """The certificate that now holds for this person and workshop: the one that no other
        replaces; None when none was issued."""
        issued = [c for c in self.of_person(person_id) if c.workshop_id == workshop_id]
        replaced = {c.replaces for c in issued}
        return next((c for c in reversed(issued) if c.id not in replaced), None)

    def of_person(self, person_id: str) -> list[Certificate]:
        """What has been issued to the person, oldest first."""
        return self._tutor.ask(lambda store: store.certificates.of_person(person_id))


def _day(workshop: Workshop) -> date:
    return workshop.day


def dated_as_issued(content: CertificateContent, last: Certificate | None) -> CertificateContent:
    """The content with the day on which it was first issued, if nothing but the day differs (nor
    a name that was not kept): so a reprint is identical, and a correction carries its own day."""
    if last is None:
        return content
    dated = replace(content, issued=last.content.issued)
    return dated if last.content in (dated, replace(dated, name="")) else content
