"""Letters by e-mail, given as plain values: drafts, sending, the record of it, the calendar."""
