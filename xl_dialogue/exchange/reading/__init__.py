"""The one door for files from outside, and a reader for each format that it lets in."""
