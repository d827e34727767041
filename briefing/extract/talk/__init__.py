"""What is coming: which occasions are announced, what they are called, where and with whom."""
