"""What is kept between runs: the findings of a project, and what they rest on.

A record holds the findings of all files of one project, and what the analysis
read: see `netra_lint.project.trace`. It is valid for as long as none of that
has changed, whatever else has. Nothing here imports the analysis.
"""
