"""Room: resolver."""
