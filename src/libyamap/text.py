"""Text as a reader searches for it: spelling differences that do not matter are taken away.

Arabic is written with and without hamza, diacritics and dots: alef forms become ا, alef maqsura ي, ta
marbuta ه, hamza on its seats its seat; diacritics and tatweel go. Latin loses case and accents.
"""

from __future__ import annotations

import re
import unicodedata

_ARABIC = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ڤ": "ف",
        "ء": None, "ـ": None, "٠": "0", "١": "1", "٢": "2", "٣": "3", "٤": "4", "٥": "5", "٦": "6", "٧": "7",
        "٨": "8", "٩": "9",
    }
)  # fmt: skip
_NOT_WORD = re.compile(r"[^\w]+")
_MARKS = re.compile(r"[\u064b-\u0655\u0670\u0640]")
_ARTICLE = re.compile(r"\b(?:وال|بال|كال|فال|ال|لل)(?=\w{2})")


def normalised(text: str) -> str:
    """`text` in the form that is compared: folded spelling, single spaces, no punctuation."""
    folded = unicodedata.normalize("NFKC", text).translate(_ARABIC)
    bare = "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
    spaced = _NOT_WORD.sub(" ", bare.replace("\u2019", "").replace("'", "")).strip()
    return unicodedata.normalize("NFC", spaced).casefold()


def stemmed(text: str) -> str:
    """`normalised`, without the Arabic article, so that فاغنر finds الفاغنر."""
    return _ARTICLE.sub("", normalised(text))


def unmarked(text: str) -> str:
    """`text` without Arabic diacritics and tatweel, the rest as it is."""
    return _MARKS.sub("", text)
