"""Gather: sources in, clean articles out.

    fetch      the network: which feeds changed, and their bytes
    feeds      bytes of a feed → articles (`jsonfeed` for JSON Feed, `entries` for what both share)
    files      files and folders of this disk → articles
    pages      the web page of an article → its full text;  `robots`: what its site allows
    opml       subscription lists in and out
    clean      HTML and titles → plain text;  `dates`, `links`, `decode`: the small parts

Nothing is imported here, so that asking for one stage does not load the libraries of another.
"""
