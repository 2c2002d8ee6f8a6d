"""The parameters of one request, read with the types that a method expects."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import BodyPartReader, web

from rehearsal.errors import TOO_LARGE, bad_request
from rehearsal.files import UPLOAD_LIMIT, Upload
from rehearsal.shapes import JsonObject

_TRUE = {"true", "yes", "t", "y", "1"}
_FALSE = {"false", "no", "f", "n", "0", ""}
_ATTACH = "attach://"


@dataclass(frozen=True, slots=True)
class Parameters:
    """What came with a request: plain values (strings from forms, anything from JSON) and files."""

    values: Mapping[str, object]
    uploads: Mapping[str, Upload]

    def given(self, name: str) -> bool:
        return name in self.values or name in self.uploads

    def text(self, name: str, otherwise: str = "") -> str:
        """A string parameter; numbers are taken as their digits, as Telegram does."""
        value = self.values.get(name, otherwise)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            raise bad_request(f'can\'t parse parameter "{name}": expected String')
        return _proper(value)

    def integer(self, name: str, otherwise: int = 0) -> int:
        value = self.values.get(name, otherwise)
        try:
            if isinstance(value, int | str) and not isinstance(value, bool):
                return int(value)
        except ValueError:
            pass
        raise bad_request(f'can\'t parse parameter "{name}": expected Integer')

    def number(self, name: str) -> float | None:
        value = self.values.get(name)
        try:
            if isinstance(value, int | float | str) and not isinstance(value, bool):
                return float(value)
        except ValueError:
            pass
        if value is None:
            return None
        raise bad_request(f'can\'t parse parameter "{name}": expected Float')

    def flag(self, name: str) -> bool:
        value = str(self.values.get(name, "")).lower()
        if value not in _TRUE | _FALSE:
            raise bad_request(f'can\'t parse parameter "{name}": expected Boolean')
        return value in _TRUE

    def structure(self, name: str, what: str = "parameter") -> object:
        """A JSON-serialised parameter, parsed; None when it was not given."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def members(self, name: str) -> JsonObject | None:
        """A JSON-serialised object; None when it was not given."""
        value = self.structure(name, name.replace("_", " "))
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Object")

    def items(self, name: str) -> list[object] | None:
        """A JSON-serialised array; None when it was not given."""
        value = self.structure(name, name.replace("_", " "))
        if value is None or isinstance(value, list):
            return value
        raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array")

    def file(self, name: str) -> Upload | str:
        """An uploaded file, or the file_id or URL given in its place ("" when neither)."""
        if name in self.uploads:
            return self.uploads[name]
        return self.attached(self.text(name))

    def attached(self, reference: str) -> Upload | str:
        """Follows ``attach://name``; anything else comes back as it is."""
        if not reference.startswith(_ATTACH):
            return reference
        upload = self.uploads.get(reference.removeprefix(_ATTACH))
        if upload is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return upload

    def record(self) -> JsonObject:
        """What the request log keeps: values as they came, files as name, type and size."""
        return dict(self.values) | {name: up.summary() for name, up in self.uploads.items()}


async def read_parameters(request: web.Request) -> Parameters:
    """Reads query string and body: form, multipart or JSON. Raises ApiError."""
    values: dict[str, object] = dict(request.query)
    if request.content_type == "application/json":
        values |= await _from_json(request)
    elif request.content_type == "multipart/form-data":
        return await _from_multipart(request, values)
    elif request.content_type == "application/x-www-form-urlencoded":
        values |= dict((await request.post()).items())
    return Parameters(values, {})


async def _from_json(request: web.Request) -> JsonObject:
    body = await request.read()
    try:
        values = json.loads(body) if body.strip() else {}
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise bad_request("object expected as request body")
    return {name: value for name, value in values.items() if value is not None}


async def _from_multipart(request: web.Request, values: dict[str, object]) -> Parameters:
    uploads: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = await _content(part)
        if part.filename is None:
            values[part.name] = _decoded(content)
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, mime_type, content)
    return Parameters(values, uploads)


async def _content(part: BodyPartReader) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk(1 << 16):
        content += chunk
        if len(content) > UPLOAD_LIMIT:
            raise TOO_LARGE
    return bytes(content)


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _proper(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return value.replace("\r", "")
