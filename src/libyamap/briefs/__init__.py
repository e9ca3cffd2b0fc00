"""Briefs beside their dataset: kept on disk, made of its claims, and checked before they are shared.

`libyamap.brief` holds what a brief is.
"""
