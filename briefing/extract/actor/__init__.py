"""What a name is: which stretches are names, of what kind, and which of them are one actor."""
