"""The verbs, a module for each family; imported when one of it is used."""
