"""`python -m autograder`: the same as `autograder`, where the command is not on the search path."""

from autograder.cli import main

if __name__ == "__main__":
    main()
