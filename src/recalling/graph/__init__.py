"""Room: graph."""
