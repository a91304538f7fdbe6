"""Pictures and documents: kept by the server, named by an id that can be sent again."""

from __future__ import annotations

import struct
from typing import Literal

from local.errors import bad_request
from local.shapes import Json, Upload
from local.state import State, StoredFile

FileType = Literal["Photo", "Document"]
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_SIDES = 10_000
STEEPEST = 20
JPEG_SIZES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


def keep(state: State, upload: Upload, kind: FileType, details: Json | None = None) -> StoredFile:
    file_id = f"{kind}_{next(state.file_ids)}"
    stored = StoredFile(file_id, upload.name, upload.mime_type, upload.content, details or {})
    state.files[file_id] = stored
    return stored


def photo_content(state: State, given: Upload | str) -> Json:
    """The field `photo` of a message.

    Raises ApiError 400: no such file, no picture, too large.
    """
    stored = keep(state, given, "Photo", _photo_size(given)) if isinstance(given, Upload) else _again(state, given)
    if "width" not in stored.details:
        raise bad_request("can't use file of type Document as Photo")
    return {"photo": [_head(stored) | stored.details]}


def document_content(state: State, given: Upload | str) -> Json:
    """The field `document` of a message.

    Raises ApiError 400.
    """
    if isinstance(given, Upload) and not given.content:
        raise bad_request("file must be non-empty")
    stored = keep(state, given, "Document") if isinstance(given, Upload) else _again(state, given)
    if "width" in stored.details:
        raise bad_request("can't use file of type Photo as Document")
    return {"document": _head(stored) | {"file_name": stored.name, "mime_type": stored.mime_type}}


def file_json(stored: StoredFile) -> Json:
    """A File of the Bot API: what getFile answers."""
    return _head(stored) | {"file_path": stored.file_id}


def _head(stored: StoredFile) -> Json:
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}


def _again(state: State, given: str) -> StoredFile:
    """A file sent before; addresses are not fetched, this server knows no world outside."""
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = state.files.get(given)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored


def _photo_size(upload: Upload) -> Json:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > LARGEST_PHOTO:
        raise bad_request(f"file of size {len(upload.content)} bytes is too big for a photo")
    size = picture_size(upload.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > LARGEST_SIDES or max(size) > STEEPEST * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"width": width, "height": height}


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG, None for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    return _jpeg_size(content) if content[:2] == b"\xff\xd8" else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walks the segments to the frame header (ITU T.81, annex B)."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in JPEG_SIZES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None
