"""A province's dialogue conference between its chairman and the workers, run from Excel."""

__version__ = "0.1.0"
