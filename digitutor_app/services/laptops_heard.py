"""What a bundle that was taken in says of the laptop that made it."""

from datetime import datetime

from msgspec.structs import replace

from digitutor_app.exchange.bundle import Bundle, Header, Kind
from digitutor_app.exchange.stick.cards import LARGEST_NUMBER
from digitutor_app.services.organisation import Device


def as_told(known: Device | None, header: Header) -> Device:
    """The laptop as it is known; where it has no number here, with that which it says it has."""
    device = known or Device(public=header.device)
    return device if device.number else replace(device, number=number_of(header.laptop))


def number_of(said: str) -> int:
    """A laptop's number as its bundle says it, 0 for whatever is none."""
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 4 else 0
    return number if number <= LARGEST_NUMBER else 0


def after(device: Device, bundle: Bundle, now: datetime) -> Device:
    """The laptop after its bundle was taken in; older bundles say nothing more.

    It was heard of when it wrote the bundle. Where its clock cannot be right it was heard of just
    now, if this bundle is news. One that was given back is in use again with any news.
    """
    header = bundle.header
    if device.given_back and _is_news(device, header):
        device = replace(device, given_back="")
    if header.kind is not Kind.BUNDLE or header.sequence < device.sequence:
        return device
    heard = header.created.astimezone(now.tzinfo).isoformat()
    if header.clock_unsure or header.created > now:
        heard = now.isoformat() if header.sequence > device.sequence else device.heard
    return replace(
        device,
        sequence=header.sequence,
        sha=bundle.sha256,
        erasures=header.erasures,
        heard=heard,
    )


def _is_news(device: Device, header: Header) -> bool:
    """Whether it was written since; today's small files stay where they are and are read again."""
    if header.kind is Kind.BUNDLE:
        return header.sequence > device.sequence
    return header.created > datetime.fromisoformat(device.given_back)
