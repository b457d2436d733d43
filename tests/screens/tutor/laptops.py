"""Laptops that the tutor's machine knows."""

from datetime import timedelta

from digitutor_app.services.organisation import Device, Organisation


def some_laptops(tutor, clock, numbers=(1, 3, 0)):
    """Laptop 1 came today, 3 a week ago, and one without a number never."""
    for number in numbers:
        heard = clock.now() - timedelta(days=7 * (number == 3))
        device = Device(
            public=f"{number:064x}",
            number=number,
            sequence=1 if number else 0,
            heard=heard.isoformat() if number else "",
        )
        tutor.worker.ask(lambda store, device=device: Organisation(store).note(device))
