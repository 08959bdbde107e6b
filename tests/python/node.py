"""Starts and stops a real node: own database, a free port, nothing left behind."""

from __future__ import annotations

import collections
import os
import signal
import socket
import subprocess
import tempfile
import threading

# The runtime is compiled for the genesis, and by the first node for its blocks; a busy machine takes its
# time.
START_LIMIT = 300
# A node gives the work that it has begun a minute to end.
STOP_LIMIT = 90


def _program() -> str:
    """The program under test; `scripts/test` says where it was built."""
    path = os.environ.get("SALUS_NODE")
    if not path:
        raise RuntimeError("SALUS_NODE must name the salus-node program; run scripts/test")
    return path


def _free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


class Node:
    """A development chain, from the start of `with` to its end."""

    def __enter__(self) -> Node:
        self._database = tempfile.TemporaryDirectory(prefix="salus-", ignore_cleanup_errors=True)
        port = _free_port()
        self.endpoint = f"ws://127.0.0.1:{port}"
        self._output: collections.deque[str] = collections.deque(maxlen=400)
        self._running = False
        self._told = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        try:
            self._process = subprocess.Popen(
                [
                    _program(),
                    "dev",
                    *("--base-path", self._database.name),
                    # Beside the program, for every node of it: each would compile the runtime twice.
                    *("--compiled", os.path.join(os.path.dirname(_program()), "compiled")),
                    *("--block-time", "500"),
                    *("--rpc-port", str(port)),
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
            )
            self._reader = threading.Thread(target=self._listen, daemon=True)
            self._reader.start()
            self._await_server()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Asks the node to end as Ctrl-C does, and removes its database."""
        if self._process is not None:
            if self._process.poll() is None:
                self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(STOP_LIMIT)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._reader.join()
            self._process.stdout.close()
        self._database.cleanup()

    def _listen(self) -> None:
        for line in self._process.stdout:
            self._output.append(line)
            if "Running JSON-RPC server" in line:
                self._running = True
                self._told.set()
        # It ended, which whoever waits is told as well.
        self._told.set()

    def _await_server(self) -> None:
        told = self._told.wait(START_LIMIT)
        if not self._running:
            why = "the node ended" if told else "no RPC server in time"
            raise RuntimeError(f"{why}:\n{''.join(self._output)}")
