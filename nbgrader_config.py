"""nbgrader's settings for this course: `nbgrader generate_assignment a1_first_network` works as it stands."""

c = get_config()  # noqa: F821 - nbgrader puts it here

# In the place of an answer stands what the stub files in exercises/ have there. The line that raises
# NotImplementedError and names the exercise follows in the notebook itself.
c.ClearSolutions.code_stub = {"python": "# Your code here."}
