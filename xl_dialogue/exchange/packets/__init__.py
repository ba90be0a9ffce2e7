"""Parts of the plan out by e-mail, and the answers back in."""
