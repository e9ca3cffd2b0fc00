"""What can go wrong, one class a failure.

Every message is a key of `locale/` with its parameters, so that it is said in the reader's language;
`str(error)` is the English sentence.
"""

from __future__ import annotations

from libyamap.i18n import message


class LibyamapError(Exception):
    """Base of all errors of the library.

    Attributes
    ----------
    key : str
        Message key in `locale/`.
    params : dict
        Values for its placeholders.
    """

    key = "error.unknown"

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.sentence("en"))

    def sentence(self, lang: str) -> str:
        """The message in the language `lang`."""
        return message(lang, self.key, **self.params)


class IntervalError(LibyamapError, ValueError):
    """A date is not EDTF of the profile that datasets may use, or ends before it begins."""

    key = "error.interval"


class ReversedIntervalError(IntervalError):
    """An interval ends before it begins."""

    key = "error.interval-reversed"


class ViewError(LibyamapError, ValueError):
    """A permalink's parameter has a value that it cannot have."""

    key = "error.view"


class MissingDatasetError(LibyamapError):
    """There is no dataset in the folder named."""

    key = "error.dataset-missing"


class MissingBriefError(LibyamapError):
    """There is no brief of that name."""

    key = "error.brief-missing"


class MissingFrontEndError(LibyamapError):
    """The map application has not been built."""

    key = "error.front-end-missing"


class WrongUseError(LibyamapError, ValueError):
    """What is asked for cannot be: the shell exits with 2."""


class PaperError(WrongUseError):
    """There is no paper of that size."""

    key = "error.paper"


class PictureFormatError(WrongUseError):
    """A picture is wanted in a form that is not written here."""

    key = "error.picture-format"


class PageOptionError(WrongUseError):
    """An option for pictures is given for a file that holds the map application."""

    key = "error.page-option"


class UnpairedPicturesError(WrongUseError):
    """There are not as many views as files to write."""

    key = "error.pictures-unpaired"


class EmptyBriefError(LibyamapError):
    """A brief that is to be handed over has no scene."""

    key = "error.brief-empty"


class BriefOrViewsError(WrongUseError):
    """Neither a brief nor views are named, or both."""

    key = "error.brief-or-views"


class UnreadableTemplateError(LibyamapError):
    """A template is no presentation that can be opened."""

    key = "error.template-unreadable"


class UnfitTemplateError(LibyamapError):
    """A template has no layouts that a deck can be made with."""

    key = "error.template-unfit"


class UnwritableError(LibyamapError):
    """A file cannot be written where it is to be."""

    key = "error.unwritable"


class DataFormatError(WrongUseError):
    """Data are wanted in a format that is not written here."""

    key = "error.data-format"


class AmbiguousEndingError(WrongUseError):
    """A file's ending does not say which format is meant."""

    key = "error.data-ending"


class MissingLibraryError(LibyamapError):
    """A format takes a library that is not installed."""

    key = "error.library-missing"


class OriginError(WrongUseError):
    """Something that is no origin is to embed the map."""

    key = "error.origin"
