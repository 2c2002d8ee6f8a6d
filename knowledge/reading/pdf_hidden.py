"""Text of a PDF page that nobody can see: off the page, too small, unpainted, white on white."""

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Rect = tuple[float, float, float, float]

# Points. The smallest print of real papers is 4; below 1.5 a line is a hairline.
TOO_SMALL = 1.5
# Of 255. Light grey on white is poor taste, not hidden.
_WHITE = 246
_FAINT = 8
# Of 255, the difference between the darkest and the lightest pixel of a stretch that can be read.
_CONTRAST = 24
# Text rendering modes that paint nothing (ISO 32000-1, table 106).
_UNPAINTED = {3, 7}
_PICTURE_SHARE = 0.5
_MOST_DEPTH = 8
_MOST_PIXELS = 4_000_000


class Eye:
    """Looks at the characters of one page of which something may be hidden."""

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._page, self._text_page = page, text_page
        self._edges = _edges(page)
        self._picture: pdfium.PdfBitmap | None = None
        # Recognised text lies unpainted over the picture of a scan: that is no secret.
        self._scan = is_picture(page)
        self.last = True

    def sees(self, index: int, size: float, rect: Rect) -> bool:
        """Say at first glance whether a character is painted where and as large as one can see."""
        if size and size < TOO_SMALL and rect[2] - rect[0] < TOO_SMALL:
            return False
        if not _meet(rect, self._edges):
            return False
        text_object = raw.FPDFText_GetTextObject(self._text_page, index)
        if not text_object:
            return self.last
        return self._is_painted(text_object) and not _is_pale(text_object)

    def shows(self, rect: Rect, index: int) -> bool:
        """Look twice at a stretch that `sees` doubts: pale letters on a dark ground can be read."""
        text_object = raw.FPDFText_GetTextObject(self._text_page, index)
        small = rect[3] - rect[1] < TOO_SMALL
        if small or not text_object or not _meet(rect, self._edges):
            return False
        return self._is_painted(text_object) and self._has_contrast(rect)

    def _is_painted(self, text_object: raw.FPDF_PAGEOBJECT) -> bool:
        return self._scan or raw.FPDFTextObj_GetTextRenderMode(text_object) not in _UNPAINTED

    def _has_contrast(self, rect: Rect) -> bool:
        if self._picture is None:
            self._picture = _painted(self._page)
        if self._picture is None:
            return True
        left, _, _, top = self._edges
        rows = range(int(top - rect[3]), int(top - rect[1]) + 1)
        columns = range(int(rect[0] - left), int(rect[2] - left) + 1)
        shades = _shades(self._picture, rows, columns)
        return not shades or max(shades) - min(shades) >= _CONTRAST


def eye_for(
    page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, smallest: float, extent: Rect
) -> Eye | None:
    """Return an eye for a page that gives reason to look; None for the many that give none.

    `smallest` is the size in points of its smallest character, `extent` lies around all of them.
    """
    if smallest < TOO_SMALL or not _lies_in(extent, _edges(page)) or _has_odd_text(page):
        return Eye(page, text_page)
    return None


def is_picture(page: pdfium.PdfPage) -> bool:
    """Tell whether pictures cover most of the page."""
    area = page.get_width() * page.get_height()
    covered = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        covered += (right - left) * (top - bottom)
    return bool(covered > _PICTURE_SHARE * area)


def _has_odd_text(page: pdfium.PdfPage) -> bool:
    return any(
        raw.FPDFTextObj_GetTextRenderMode(found.raw) in _UNPAINTED or _is_pale(found.raw)
        for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_MOST_DEPTH)
    )


def _is_pale(text_object: raw.FPDF_PAGEOBJECT) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(text_object, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) >= _WHITE or alpha.value <= _FAINT


def _edges(page: pdfium.PdfPage) -> Rect:
    left, bottom, right, top = page.get_bbox()
    return float(left), float(bottom), float(right), float(top)


def _meet(one: Rect, other: Rect) -> bool:
    across = one[0] <= other[2] and other[0] <= one[2]
    return across and one[1] <= other[3] and other[1] <= one[3]


def _lies_in(inner: Rect, outer: Rect) -> bool:
    before = inner[0] >= outer[0] and inner[1] >= outer[1]
    return before and inner[2] <= outer[2] and inner[3] <= outer[3]


def _painted(page: pdfium.PdfPage) -> pdfium.PdfBitmap | None:
    """Paint the page in grey, a pixel a point, upright as its coordinates are."""
    if page.get_width() * page.get_height() > _MOST_PIXELS:
        return None
    turned = page.get_rotation()
    page.set_rotation(0)
    try:
        return page.render(scale=1, grayscale=True)
    finally:
        page.set_rotation(turned)


def _shades(picture: pdfium.PdfBitmap, rows: range, columns: range) -> bytes:
    first, last = max(columns.start, 0), min(columns.stop, picture.width)
    parts = [
        bytes(picture.buffer[row * picture.stride + first : row * picture.stride + last])
        for row in range(max(rows.start, 0), min(rows.stop, picture.height))
    ]
    return b"".join(parts)
