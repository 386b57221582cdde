"""The exit statuses of the commands, which tell the truth: scripts and make rely on them."""

PASSED, NOT_PASSED, USAGE, BROKEN, STOPPED = 0, 1, 2, 3, 130
