"""The student's code and the line to it: untrusted in a worker, from which only plain data comes back.

`kernel.py` calls in this process what is trusted or, in a notebook, the reader's own.
"""
