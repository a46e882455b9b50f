"""What is measured, where, and who answers: data files and their lookup."""
