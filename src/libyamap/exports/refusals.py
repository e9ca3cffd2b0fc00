"""Why there is no file, one class a reason."""

from __future__ import annotations

from collections.abc import Mapping

from libyamap.errors import LibyamapError, WrongUseError
from libyamap.i18n import LANGUAGES, message


class WishError(WrongUseError):
    """Something of a wish cannot be; the sentence names it as the panel does."""

    key = "export.error.wrong"

    @property
    def field(self) -> str:
        """The wish's field."""
        return str(self.params["field"])

    def sentence(self, lang: str) -> str:
        """The message in a language."""
        field = message(lang, f"export.field.{self.field}")
        return message(lang, self.key, **self.params | {"field": field})


class TooLongError(WishError):
    """A text is longer than there is room for."""

    key = "export.error.too-long"


class PaperWishError(WishError):
    """There is no paper of the size that is wished for."""

    key = "error.paper"


class TookTooMuchError(LibyamapError):
    """It took more time or memory than it may."""

    key = "export.error.too-much"


class BusyError(LibyamapError):
    """As much is under way as may be."""

    key = "export.error.busy"


class BrokeOffError(LibyamapError):
    """Something failed that nobody foresaw."""

    key = "export.error.broke-off"


def sentences(error: LibyamapError) -> Mapping[str, str]:
    """What is wrong, in both languages."""
    return {lang: error.sentence(lang) for lang in LANGUAGES}
