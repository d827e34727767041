"""The five panes of the dashboard; each paints what it is given and knows nothing of `Desk`."""
