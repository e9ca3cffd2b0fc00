"""What a scene was made of: its claims as they then were."""

from __future__ import annotations

import hashlib

import orjson

from libyamap.brief import Brief, Scene
from libyamap.dataset import DIGEST_LENGTH, Dataset
from libyamap.model import Claim


def claim_digest(claim: Claim) -> str:
    """First digits of a digest of all that a claim says; not of the day on which it was entered here."""
    said = claim.model_dump(mode="json", exclude={"recorded"}, exclude_defaults=True)
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()[:DIGEST_LENGTH]


def made(scene: Scene, dataset: Dataset) -> Scene:
    """The scene with the digests of its claims as they are now; those that are gone have none."""
    digests = {claim: claim_digest(dataset.claims[claim]) for claim in scene.claims if claim in dataset.claims}
    return scene.model_copy(update={"made_of": digests})


def refreshed(brief: Brief, dataset: Dataset) -> Brief:
    """The brief with all its scenes made of the claims as they are now."""
    return brief.model_copy(update={"scenes": tuple(made(scene, dataset) for scene in brief.scenes)})
