"""The register keeps what was printed, byte by byte."""

from dataclasses import replace
from datetime import date

from digitutor_app.domain.certificates import Certificate, CertificateContent
from digitutor_app.domain.ids import new_id
from digitutor_app.store import certificates


def a_certificate(person_id, issued=date(2026, 3, 2), **more):
    content = CertificateContent(
        language="fi",
        name="Aino Esimerkki",
        workshop="Digitaitojen perusteet",
        days=(date(2026, 3, 1), date(2026, 3, 2)),
        quarter_hours=9,
        contents=("Tiedostot", "Sähköposti"),
        organisers=("Järjestäjä",),
        place="Kirjasto",
        issued=issued,
        skills=("siirtää tiedoston",),
    )
    pdf = b"%PDF-1.7\n" + bytes(range(256)) * 50
    return Certificate(
        id=new_id(), person_id=person_id, workshop_id="w-1", content=content, pdf=pdf, **more
    )


def test_a_certificate_comes_back_whole(store):
    certificate = a_certificate("p-1")
    assert store.certificates.add(certificate)
    assert not store.certificates.add(certificate)
    assert store.certificates.get(certificate.id) == certificate
    assert store.certificates.get(new_id()) is None


def test_a_correction_stands_beside_what_it_replaces(store):
    first = a_certificate("p-1")
    second = a_certificate("p-1", issued=date(2026, 3, 9), replaces=first.id)
    for certificate in (second, first, a_certificate("p-2")):
        store.certificates.add(certificate)
    assert store.certificates.of_person("p-1") == [first, second]


def test_an_issued_certificate_cannot_be_changed(store):
    certificate = a_certificate("p-1")
    store.certificates.add(certificate)
    store.certificates.add(replace(certificate, pdf=b"another"))
    assert certificate in store.certificates.of_person("p-1")


def test_a_name_may_be_left_out(store):
    certificate = a_certificate("p-1")
    nameless = replace(certificate, content=replace(certificate.content, name="", skills=()))
    store.certificates.add(nameless)
    assert store.certificates.get(nameless.id) == nameless


def test_a_certificate_from_before_letterheads_is_read(store):
    certificate = a_certificate("p-1")
    plain = certificates._content_map(certificate.content)
    del plain["style"]
    assert certificates._content(plain) == certificate.content
