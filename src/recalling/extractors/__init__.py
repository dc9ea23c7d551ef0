"""Room: extractors."""
