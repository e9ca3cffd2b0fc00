"""Importers: files of events, of whatever size and layout, read as batches of `archive.events.TOLD`."""
