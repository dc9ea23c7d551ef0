"""`python -m recalling` is the `recalling` command."""

from recalling.cli import main

if __name__ == "__main__":
    main()
