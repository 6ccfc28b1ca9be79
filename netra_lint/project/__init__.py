"""What the tool sees of a project: its files, modules, classes and names."""
