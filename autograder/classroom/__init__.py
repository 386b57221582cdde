"""A class: what it handed in, graded in any number at once, and its marks on the way to where they belong."""
