"""Documents and press brought together: what would be printed, then the printing."""
