"""What a date expression means: its words, its rules, and the tense of its sentence."""
