"""What a person is: the words of an office before, behind and away from a name, and whose it is."""
