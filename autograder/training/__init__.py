"""`autograder train`: a network trained with the student's own functions, watched, and read in words.

`session.py` trains, whatever the assignment; `recipe.py` says what an assignment has to tell it, and each assignment
does so in one small file of its own name; `run.py` is what came of it, and `reading.py` what that means.
"""
