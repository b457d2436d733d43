"""The register of issued certificates, with the very bytes that were printed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from digitutor_app.domain.certificates import Certificate, CertificateContent
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import CERTIFICATE


class Certificates:
    """Certificates by id and by person; an issued one never changes."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def add(self, certificate: Certificate) -> bool:
        """Put an issued certificate into the register. False if it was there already."""
        values = {
            "workshop_id": certificate.workshop_id,
            "content": _content_map(certificate.content),
            "pdf": certificate.pdf,
            "replaces": certificate.replaces,
        }
        row = Row(id=certificate.id, subject=certificate.person_id, values=values)
        return rows.add_fact(self._database, CERTIFICATE, row)

    def of_person(self, person_id: str) -> list[Certificate]:
        """A person's certificates, the oldest first."""
        found = rows.find(self._database, CERTIFICATE, '"subject" = ?', [person_id])
        return sorted((_certificate(row) for row in found), key=_issued)

    def get(self, certificate_id: str) -> Certificate | None:
        """The certificate with this id, or None."""
        found = rows.find(self._database, CERTIFICATE, '"id" = ?', [certificate_id])
        return _certificate(found[0]) if found else None


def _issued(certificate: Certificate) -> tuple[date, str]:
    return certificate.content.issued, certificate.id


def _content_map(content: CertificateContent) -> dict[str, Any]:
    return {
        "language": content.language,
        "name": content.name,
        "workshop": content.workshop,
        "days": [day.isoformat() for day in content.days],
        "quarter_hours": content.quarter_hours,
        "contents": content.contents,
        "organisers": content.organisers,
        "place": content.place,
        "issued": content.issued.isoformat(),
        "skills": content.skills,
        "style": content.style,
    }


def _content(said: Mapping[str, Any]) -> CertificateContent:
    return CertificateContent(
        language=said["language"],
        name=said["name"],
        workshop=said["workshop"],
        days=tuple(date.fromisoformat(day) for day in said["days"]),
        quarter_hours=said["quarter_hours"],
        contents=tuple(said["contents"]),
        organisers=tuple(said["organisers"]),
        place=said["place"],
        issued=date.fromisoformat(said["issued"]),
        skills=tuple(said["skills"]),
        style=said.get("style", ""),  # younger than the first certificates
    )


def _certificate(row: Row) -> Certificate:
    said = row.values
    return Certificate(
        id=row.id,
        person_id=row.subject,
        workshop_id=said["workshop_id"],
        content=_content(said["content"]),
        pdf=said["pdf"],
        replaces=said["replaces"],
    )
