"""Who says what: the marks, the verbs of saying, and whom "she" or "the mayor" means."""
