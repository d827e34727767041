"""The screen: panes of rows over a `Desk`, driven by the keyboard."""
