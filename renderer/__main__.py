"""``python -m renderer``: the console script without an installation."""

from renderer.cli import main

if __name__ == "__main__":
    main()
