"""What comes in from other offices, and what goes out to them."""
