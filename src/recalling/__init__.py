"""Recalling: what United Nations resolutions cite, as a knowledge graph."""

__version__ = "0.1.0"
