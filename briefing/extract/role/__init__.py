"""What a person is: the words of an office before, behind and away from a name, and whose it is.

`phrases` asks each place beside a name: `front` (with `long_titles` and `heads`), `behind`,
`before_comma` and `statements`; these read what they meet with `nouns`, which asks `owners` (in
front of the office) and `objects` (behind its "of") whose it is, and `fields` what only its task
is. `lead` and `context` look at the sentences around; `words` and `lists` know the words.
"""
