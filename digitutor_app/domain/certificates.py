"""A certificate of participation: what it says, frozen when it is issued."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContent:
    """Everything that is printed on one certificate (domain/5, 5.7).

    ``name`` may be "" (a line for handwriting is printed). ``quarter_hours`` counts full quarters.
    ``contents`` are module names in the certificate's language. ``skills`` may be empty; otherwise
    the skills that the person showed alone, in words. ``style`` is the fingerprint of the
    letterhead that it is printed with, "" for that of Digitutor itself.
    """

    language: str
    name: str
    workshop: str
    days: tuple[date, ...]
    quarter_hours: int
    contents: tuple[str, ...]
    organisers: tuple[str, ...]
    place: str
    issued: date
    skills: tuple[str, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """An issued certificate: its content and the very bytes of its PDF (a reprint is identical)."""

    id: str
    person_id: str
    workshop_id: str
    content: CertificateContent
    pdf: bytes
    replaces: str = ""
