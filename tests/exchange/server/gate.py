"""An encrypting gate before the PostgreSQL of the tests, which itself was built without TLS.

To a client it is a server with a certificate; the tests can also cut its lines.
"""

import contextlib
import select
import socket
import ssl
import struct
import subprocess
import threading

_SSL_REQUEST = struct.pack("!ii", 8, 80877103)
_PIECE = 65536


def make_certificates(folder):
    """Two authorities (``ca.crt``, ``stranger.crt``) and the first one's certificate for
    "localhost" (``server.crt``, ``server.key``)."""
    new = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
           "-nodes", "-days", "3650"]  # fmt: skip
    own = ["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=CA:FALSE",
           "-CA", "ca.crt", "-CAkey", "ca.key"]  # fmt: skip
    for name, more in (("ca", []), ("stranger", []), ("server", own)):
        files = ["-keyout", f"{name}.key", "-out", f"{name}.crt", "-subj", f"/CN={name}"]
        subprocess.run([*new, *files, *more], check=True, cwd=folder, capture_output=True)


class Gate:
    """Listens on a port of its own and hands everything on to the server's socket."""

    def __init__(self, server, certificates):
        self._server = str(server.folder / f".s.PGSQL.{server.port}")
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificates / "server.crt", certificates / "server.key")
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.ca = certificates / "ca.crt"
        #: How many more pieces the server may say before the line is cut; None for any number.
        self.left = None
        #: Whether the line stays open then, and nothing is heard any more.
        self.silent = False
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self):
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join()

    def _accept(self):
        while True:
            try:
                client, _address = self._listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=[client])
            self._threads.append(thread)
            thread.start()

    def _serve(self, client):
        with client, contextlib.suppress(OSError):
            if client.recv(8) != _SSL_REQUEST:
                return
            client.sendall(b"S")
            with (
                self._context.wrap_socket(client, server_side=True) as inside,
                socket.socket(socket.AF_UNIX) as server,
            ):
                server.connect(self._server)
                self._hand_on(inside, server)

    def _hand_on(self, client, server):
        while True:
            ready = [client] if client.pending() else select.select([client, server], [], [])[0]
            for one in ready:
                piece = one.recv(_PIECE)
                if one is server and self.left is not None:
                    self.left -= 1
                said_enough = self.left is not None and self.left < 0
                if not piece or (said_enough and not self.silent):
                    return
                if one is server and said_enough:
                    continue
                (server if one is client else client).sendall(piece)
