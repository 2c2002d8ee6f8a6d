"""The files that went up: kept in memory, found by file_id, fetched by file_path."""

import hashlib
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath

from rehearsal.errors import TOO_LARGE, ApiError, bad_request
from rehearsal.shapes import JsonObject, without_nothing

# https://core.telegram.org/bots/api#sending-files and #getfile, in bytes.
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
_FOLDERS = {"document": "documents", "photo": "photos", "voice": "voice", "sticker": "stickers"}
_ENDINGS = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came with a request."""

    name: str
    mime_type: str
    content: bytes

    def summary(self) -> JsonObject:
        """What the request log keeps of it."""
        return {"@file": self.name, "mime_type": self.mime_type, "size": len(self.content)}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that has an id; ``media`` is its Document, PhotoSize, Voice or Sticker."""

    file_id: str
    kind: str
    path: str
    content: bytes
    media: JsonObject

    def api_form(self) -> JsonObject:
        """The File object of getFile."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.media["file_unique_id"],
            "file_size": len(self.content),
            "file_path": self.path,
        }


class FileStore:
    """All files of one rehearsal."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, upload: Upload, extra: JsonObject | None = None) -> StoredFile:
        """Stores an upload as ``kind`` (document, photo, voice, sticker)."""
        number = len(self._by_id) + 1
        unique = hashlib.blake2s(upload.content + kind.encode(), digest_size=8).hexdigest()
        file_id = f"{kind[:2].upper()}QACAgQAAx{number:06d}{unique}"
        ending = _ENDINGS.get(kind) or PurePosixPath(upload.name).suffix
        path = f"{_FOLDERS[kind]}/file_{number}{ending}"
        media: JsonObject = {"file_id": file_id, "file_unique_id": f"AgAD{unique}"}
        media |= {"file_size": len(upload.content)} | _about(kind, upload) | (extra or {})
        stored = StoredFile(file_id, kind, path, upload.content, without_nothing(media))
        self._by_id[file_id] = self._by_path[path] = stored
        return stored

    def accept(self, kind: str, upload: Upload) -> StoredFile:
        """Keeps what the bot uploads. Raises ApiError where Telegram refuses a file."""
        if len(upload.content) > UPLOAD_LIMIT:
            raise TOO_LARGE
        if not upload.content:
            raise bad_request("file must be non-empty")
        if kind == "photo" and len(upload.content) > PHOTO_LIMIT:
            raise bad_request(f"file is too big; the maximum size is {PHOTO_LIMIT} B")
        if kind == "photo" and picture_size(upload.content) is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        return self.keep(kind, upload)

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def reuse(self, kind: str, file_id: str) -> StoredFile:
        """The file that the bot sends again by its id."""
        stored = self.find(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            wanted, found = kind.capitalize(), stored.kind.capitalize()
            raise bad_request(f"can't use file of type {found} as {wanted}")
        return stored

    def offered(self, file_id: str) -> StoredFile:
        """The file that getFile prepares for download."""
        stored = self.find(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if len(stored.content) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return stored

    def at(self, path: str) -> StoredFile:
        """The file at a file_path."""
        stored = self._by_path.get(path)
        if stored is None or len(stored.content) > DOWNLOAD_LIMIT:
            raise ApiError(404, "Not Found: file not found")
        return stored


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG or JPEG; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return (width, height) if width and height else None
    return _jpeg_size(content) if content.startswith(b"\xff\xd8\xff") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker, length = content[position + 1], int.from_bytes(content[position + 2 : position + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + length
    return None


def _about(kind: str, upload: Upload) -> JsonObject:
    if kind == "document":
        return {"file_name": upload.name or None, "mime_type": upload.mime_type}
    if kind == "photo":
        width, height = picture_size(upload.content) or (640, 480)
        return {"width": width, "height": height}
    if kind == "voice":
        return {"duration": 3, "mime_type": "audio/ogg"}
    return {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }
