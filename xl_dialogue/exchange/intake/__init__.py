"""Lists and question forms of other offices, as rows of the plan: decided here."""
