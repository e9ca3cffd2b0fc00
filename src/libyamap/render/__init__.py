"""Renderers: each takes a Selection (or its dataset) and nothing else, so that no two of them can disagree."""
