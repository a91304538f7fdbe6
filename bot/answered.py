"""An answer over HTTP/1.1, as it comes in pieces: its status and its body."""

from __future__ import annotations

LARGEST = 4 * 1024 * 1024
END_OF_HEAD = b"\r\n\r\n"
NEVER_WITH_BODY = (204, 304)


class BadAnswer(Exception):
    """It is not HTTP, or far too long."""


class Reading:
    """One answer. What comes after it is a mistake of the server: the connection is not used again."""

    def __init__(self) -> None:
        self._held = b""
        self._body_at = 0
        self._status = 0
        self._length: int | None = None
        self._is_chunked = False
        self.is_kept_open = True

    def feed(self, data: bytes) -> tuple[int, bytes] | None:
        """The answer once it is whole. Raises BadAnswer."""
        self._held = self._held + data if self._held else data
        if len(self._held) > LARGEST:
            raise BadAnswer("the answer is too long")
        while not self._status or self._status < 200:
            if not self._read_head():
                return None
        body = self._whole_body()
        return None if body is None else (self._status, body)

    def at_end(self) -> tuple[int, bytes] | None:
        """The answer of a server that says «this was all» by closing; None where it was cut off."""
        if self._status >= 200 and self._length is None and not self._is_chunked:
            self.is_kept_open = False
            return self._status, self._held[self._body_at :]
        return None

    def _read_head(self) -> bool:
        """False where it is not all there yet; one that only says «continue» is passed over."""
        if self._status:
            self._held, self._status = self._held[self._body_at :], 0
        end = self._held.find(END_OF_HEAD)
        if end < 0:
            return False
        head = self._held[:end]
        if not head.startswith(b"HTTP/1.") or not head[9:12].isdigit():
            raise BadAnswer("the answer is not HTTP")
        self._status, self._body_at = int(head[9:12]), end + len(END_OF_HEAD)
        self._read_fields(head.lower() + b"\r\n", is_old=head.startswith(b"HTTP/1.0"))
        return True

    def _read_fields(self, head: bytes, *, is_old: bool) -> None:
        length = _field(head, b"content-length")
        if length and not length.isdigit():
            raise BadAnswer("the answer has no sound length")
        self._is_chunked = b"chunked" in _field(head, b"transfer-encoding")
        self._length = 0 if self._status in NEVER_WITH_BODY else int(length) if length else None
        connection = _field(head, b"connection")
        self.is_kept_open = b"close" not in connection and (not is_old or b"keep-alive" in connection)

    def _whole_body(self) -> bytes | None:
        if self._is_chunked:
            return self._joined_chunks()
        if self._length is None or len(self._held) < self._body_at + self._length:
            return None
        if len(self._held) > self._body_at + self._length:
            self.is_kept_open = False
        return self._held[self._body_at : self._body_at + self._length]

    def _joined_chunks(self) -> bytes | None:
        """All chunks up to the empty one and what follows it."""
        chunks: list[bytes] = []
        at = self._body_at
        while (end := self._held.find(b"\r\n", at)) >= 0:
            size = _size_of(self._held[at:end])
            at = end + 2 + size + 2
            if size == 0:
                is_all_there = self._held.startswith(b"\r\n", end + 2) or self._held.find(END_OF_HEAD, end) >= 0
                return b"".join(chunks) if is_all_there else None
            if len(self._held) < at:
                return None
            chunks.append(self._held[end + 2 : at - 2])
        return None


def _field(head: bytes, name: bytes) -> bytes:
    """Of a head in small letters; nothing where it is not there."""
    start = head.find(b"\r\n" + name + b":")
    if start < 0:
        return b""
    start += len(name) + 3
    return head[start : head.index(b"\r\n", start)].strip()


def _size_of(line: bytes) -> int:
    try:
        size = int(line.partition(b";")[0], 16)
    except ValueError as error:
        raise BadAnswer("a chunk has no sound length") from error
    if not 0 <= size <= LARGEST:
        raise BadAnswer("a chunk is too long")
    return size
