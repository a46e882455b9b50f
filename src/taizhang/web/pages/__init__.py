"""The pages, one file per subject; each offers a `router`."""
