"""Words in two languages: the same keys, placeholders and plural forms, Latin digits, dates as Libya writes them."""

import re
from collections.abc import Mapping

import pytest
from babel import Locale

from libyamap import dates
from libyamap.i18n import LANGUAGES, LOCALES, joined, message, messages, number
from libyamap.interval import parse

PLACEHOLDER = re.compile(r"\{(\w+)\}")
ARABIC = re.compile(r"[\u0621-\u064a]")


def _forms(entry: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"other": entry} if isinstance(entry, str) else entry


def test_both_languages_have_the_same_messages() -> None:
    assert messages("ar").keys() == messages("en").keys()


@pytest.mark.parametrize("key", sorted(messages("en")))
def test_a_message_has_the_same_placeholders_and_all_plural_forms(key: str) -> None:
    used = {}
    for lang in LANGUAGES:
        entry = messages(lang)[key]
        if isinstance(entry, Mapping):
            assert set(entry) == set(Locale.parse(LOCALES[lang]).plural_form.tags) | {"other"}
        texts = _forms(entry)
        assert all(text.strip() for text in texts.values()), f"{key} is empty in {lang}"
        used[lang] = set(PLACEHOLDER.findall(" ".join(texts.values()))) - {"n"}
    assert used["ar"] == used["en"]
    assert isinstance(messages("ar")[key], str) == isinstance(messages("en")[key], str)


def test_digits_are_latin_in_both_languages() -> None:
    assert number("ar", 1234567) == "1.234.567"
    assert number("en", 1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2023-09-26", "26 September 2023", "26 سبتمبر 2023"),
        ("2023-08", "August 2023", "أغسطس 2023"),
        ("2017~", "about 2017", "نحو 2017"),
        ("2019/2020", "2019 to 2020", "من 2019 إلى 2020"),
        ("[2023-09-10..2023-09-23]", "some time between 10 September 2023 and 23 September 2023",
         "في وقت ما بين 10 سبتمبر 2023 و23 سبتمبر 2023"),
        ("/2023-09-28", "until 28 September 2023, beginning unknown", "حتى 28 سبتمبر 2023، وبدايته مجهولة"),
        ("2017/..", "since 2017", "منذ 2017"),
    ],
)  # fmt: skip
def test_dates_read_as_people_say_them(edtf: str, english: str, arabic: str) -> None:
    assert dates.words("en", parse(edtf)) == english
    assert dates.words("ar", parse(edtf)) == arabic


def test_what_lasts_is_said_to_have_begun_within_a_period() -> None:
    period = parse("[2019..2023-10]")
    assert dates.words("en", period, lasting=True) == "began some time between 2019 and October 2023"
    assert dates.words("ar", period, lasting=True) == "بدأ في وقت ما بين 2019 وأكتوبر 2023"
    assert dates.precision("en", period, lasting=True) == "its beginning lies in this period, its end is not known"
    assert dates.words("en", parse("2019/2020"), lasting=True) == "2019 to 2020"


@pytest.mark.parametrize(
    "edtf", ["2023-09-26", "2019~", "2019/", "/2019", "../2019", "2019/..", "[..2019]", "[2019..]"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_shape_of_date_has_words_for_its_precision(edtf: str, lang: str) -> None:
    said = dates.precision(lang, parse(edtf))
    assert bool(ARABIC.search(said)) is (lang == "ar")


def test_lists_are_joined_by_the_language() -> None:
    assert joined("en", ["a", "b", "c"]) == "a, b and c"
    assert joined("ar", ["ا", "ب", "ج"]) == "ا، ب وج"
    assert joined("en", []) == ""


def test_a_text_with_braces_is_not_a_template() -> None:
    assert message("en", "filter.text", text="{n} {total}") == "containing “{n} {total}”"
