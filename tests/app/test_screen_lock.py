"""What the desktop says on a private D-Bus when the screen locks or the machine goes to sleep."""

import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("dbus-daemon") is None,
    reason="no dbus-daemon: what is heard over D-Bus is NOT tested",
)


@pytest.fixture
def bus():
    """A private bus; gives its address."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def joined(bus):
    """Joins the bus under a name; all leave it at the end."""
    from PySide6.QtDBus import QDBusConnection

    names = []

    def join(name):
        names.append(name)
        connection = QDBusConnection.connectToBus(bus, name)
        assert connection.isConnected()
        return connection

    yield join
    for name in names:
        QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def lock(joined, qapp):
    from digitutor_app.app.screen_lock import ScreenLock

    made = ScreenLock(joined("session"), joined("system"))
    yield made
    made.close()


@pytest.fixture
def says(joined):
    """Sends a signal as a desktop does."""
    from PySide6.QtDBus import QDBusMessage

    desktop = joined("desktop")

    def say(path, interface, name, *arguments):
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(arguments))
        assert desktop.send(message)

    return say


SIGNALS = [
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver", "ActiveChanged", True),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", True),
    ("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock"),
]


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: f"{signal[1]}.{signal[2]}")
def test_what_locks_is_heard(lock, says, qtbot, signal):
    with qtbot.waitSignal(lock.locked):
        says(*signal)


def test_what_ends_a_lock_locks_nothing(lock, says, qtbot):
    heard = []
    lock.locked.connect(lambda: heard.append(1))
    for signal in SIGNALS[:-1]:
        says(*signal[:3], False)
    says("/a", "org.freedesktop.login1.Session", "Unlock")
    with qtbot.waitSignal(lock.locked):
        says(*SIGNALS[-1])
    assert heard == [1]


def test_without_a_bus_nothing_is_heard_and_nothing_breaks(qapp, monkeypatch):
    from PySide6.QtDBus import QDBusConnection

    from digitutor_app.app.screen_lock import ScreenLock

    nowhere = QDBusConnection.connectToBus("unix:path=/no/such/bus", "nowhere")
    assert not nowhere.isConnected()
    ScreenLock(nowhere, nowhere).close()
    QDBusConnection.disconnectFromBus("nowhere")


def test_what_windows_says_is_understood():
    """The numbers of the messages; whether Windows sends them has not been tried."""
    from digitutor_app.app.screen_lock_windows import means_lock

    assert means_lock(0x02B1, 0x7)
    assert means_lock(0x0218, 0x4)
    assert not means_lock(0x02B1, 0x8)
    assert not means_lock(0x0218, 0x7)
    assert not means_lock(0x0100, 0x7)
