"""What the filters of a View leave of a dataset, found for all its features at once.

A filter is asked about each feature, or each claim, once for every value that it is set to; its answers are kept as
a column, and the filters of a view are columns combined. So the counts beside every choice of every filter cost
little more than a selection, at thousands of features too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, compress
from typing import Any

import numpy as np
import numpy.typing as npt

from libyamap.dataset import Dataset
from libyamap.filters import CLAIM_FILTERS, FEATURE_FILTERS, Filter, location, origins, sides, stations
from libyamap.model import Claim, Feature
from libyamap.view import PARAMETERS_BY_NAME, View

Mask = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.intp]

REMEMBERED = 256
"""Columns that are kept: those of all choices, and of the last words and dates."""


@dataclass(frozen=True)
class Values:
    """Values that features have, any number each: pairs of a feature's and a value's index, by feature."""

    names: tuple[str, ...]
    feature: Indices
    value: Indices

    @classmethod
    def of(cls, values: Iterable[Iterable[str]]) -> Values:
        """Number the values of all features."""
        listed = [tuple(some) for some in values]
        names = tuple(sorted(set(chain.from_iterable(listed))))
        number = {name: index for index, name in enumerate(names)}
        feature = np.repeat(np.arange(len(listed)), [len(some) for some in listed])
        return cls(names, feature, np.array([number[name] for some in listed for name in some], np.intp))

    def tally(self, left: Mask) -> Mapping[str, int]:
        """How many of the features that are left have each value, for those that any has."""
        counts = np.bincount(self.value[left[self.feature]], minlength=len(self.names))
        return Counter({name: int(count) for name, count in zip(self.names, counts, strict=True) if count})

    def sorted_out(self, left: Mask) -> Mapping[str, Indices]:
        """The features that are left, by each value that any of them has."""
        feature, value = (ends[left[self.feature]] for ends in (self.feature, self.value))
        return {self.names[index]: feature[value == index] for index in np.unique(value).tolist()}


class Sieve:
    """The filters' answers about one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._features = tuple(dataset.features.values())
        self._claims = tuple(dataset.claims.values())
        self._resting = [tuple(dataset.claims[one] for one in feature.properties.claims) for feature in self._features]
        index = {claim.id: number for number, claim in enumerate(self._claims)}
        # A ground is a claim as one of those that a feature rests on: a claim may carry many features.
        self._ground_claim = np.array([index[claim.id] for claims in self._resting for claim in claims], np.intp)
        self._ground_feature = np.repeat(np.arange(len(self._features)), [len(claims) for claims in self._resting])
        self._first_ground = np.searchsorted(self._ground_feature, np.arange(len(self._features) + 1)).tolist()
        self._column = lru_cache(maxsize=REMEMBERED)(self._answers)

    def left(self, view: View, *, without: str = "") -> Mask:
        """Which features the filters of a view leave; the filter of the parameter `without` is not asked."""
        grounds = self._grounds(view)
        left = self._kept(FEATURE_FILTERS, len(self._features), view, without) & self._some(grounds)
        return left & (self._independent(grounds) >= view.lineages) if view.lineages > 1 else left

    def sifted(self, view: View) -> Iterator[tuple[Feature, tuple[Claim, ...]]]:
        """The features that are left, each with those of its claims that are."""
        grounds = self._grounds(view)
        parted = self._some(~grounds).tolist()
        for number in np.flatnonzero(self.left(view)).tolist():
            claims = self._resting[number]
            if parted[number]:
                first, end = self._first_ground[number : number + 2]
                claims = tuple(compress(claims, grounds[first:end].tolist()))
            yield self._features[number], claims

    def tally(self, parameter: str, view: View) -> Mapping[str, int]:
        """How many features each value of a parameter would leave, the other filters staying as they are."""
        return self._values[parameter].tally(self.left(view, without=parameter))

    def sorted_out(self, parameter: str, view: View) -> Mapping[str, tuple[str, ...]]:
        """Ids of the features that each value of a parameter would leave, the other filters staying as they are."""
        found = self._values[parameter].sorted_out(self.left(view, without=parameter))
        return {value: self._ids(features) for value, features in found.items()}

    def ids(self, view: View) -> tuple[str, ...]:
        """Ids of the features that the filters of a view leave."""
        return self._ids(np.flatnonzero(self.left(view)))

    def _ids(self, features: Indices) -> tuple[str, ...]:
        return tuple(self._features[number].id for number in features.tolist())

    @property
    def most_origins(self) -> int:
        """The largest number of independent origins that a feature rests on."""
        return int(self._independent(np.ones(len(self._ground_claim), np.bool_)).max(initial=1))

    @cached_property
    def _values(self) -> Mapping[str, Values]:
        """By parameter of the filters whose choices are values of features."""
        return {
            "kinds": Values.of((str(feature.properties.kind),) for feature in self._features),
            "actors": Values.of(sides(feature, self._dataset) for feature in self._features),
            "places": Values.of(stations(feature) for feature in self._features),
            "prec": Values.of((str(location(feature, self._dataset)),) for feature in self._features),
        }

    @cached_property
    def _origins(self) -> Indices:
        """Number of the origin by which each claim supports something; -1 where it supports nothing."""
        names = [next(iter(origins((claim,))), None) for claim in self._claims]
        number = {name: index for index, name in enumerate(sorted(filter(None, set(names))))}
        return np.array([number[name] if name else -1 for name in names], np.intp)

    def _grounds(self, view: View) -> Mask:
        """Which grounds the filters of claims leave."""
        return self._kept(CLAIM_FILTERS, len(self._claims), view)[self._ground_claim]

    def _kept(self, filters: Iterable[Filter[Any]], number: int, view: View, without: str = "") -> Mask:
        kept = np.ones(number, np.bool_)
        for one in filters:
            if one.parameter != without and one.active(view):
                kept &= self._column(one, tuple(getattr(view, field) for field in _fields(one)))
        return kept

    def _answers(self, one: Filter[Any], values: tuple[Any, ...]) -> Mask:
        view = View(**dict(zip(_fields(one), values, strict=True)))
        subjects: Sequence[Any] = self._features if one in FEATURE_FILTERS else self._claims
        return np.array([one.keeps(subject, view, self._dataset) for subject in subjects], np.bool_)

    def _some(self, grounds: Mask) -> Mask:
        """Features that have a ground among these."""
        return np.bincount(self._ground_feature[grounds], minlength=len(self._features)) > 0

    def _independent(self, grounds: Mask) -> Indices:
        """How many independent origins support each feature by these grounds."""
        origin = self._origins[self._ground_claim]
        supporting = grounds & (origin >= 0)
        width = int(origin.max(initial=0)) + 1
        lineages = np.unique(self._ground_feature[supporting] * width + origin[supporting])
        return np.bincount(lineages // width, minlength=len(self._features))


def _fields(one: Filter[Any]) -> tuple[str, ...]:
    """Fields of a view that a filter's answers depend on."""
    return tuple(PARAMETERS_BY_NAME[parameter].field for parameter in (one.parameter, *one.beside))


@lru_cache(maxsize=4)
def sieve(dataset: Dataset) -> Sieve:
    """The filters' answers about a dataset, kept while it is in use."""
    return Sieve(dataset)
