"""Whom the words for those who take part mean among the actors of the article."""

from __future__ import annotations


def test_those_who_take_part_are_named_in_full(talks_in):
    text = "Emmanuel Macron arrived at noon. Macron will meet Chancellor Olaf Scholz on Friday."

    (talk,) = talks_in(text)

    assert talk.who == ("Emmanuel Macron", "Olaf Scholz")


def test_an_office_names_its_only_holder_and_nobody_among_several(talks_in):
    one = "Chancellor Olaf Scholz was ill. The chancellor will meet union leaders on Friday."
    two = (
        "President Joe Biden called President Emmanuel Macron. The president will speak on Friday."
    )

    assert [talk.who for talk in talks_in(one)] == [("Olaf Scholz",)]
    assert [talk.who for talk in talks_in(two)] == [()]


def test_a_pronoun_is_looked_up_among_the_actors(talks_in):
    text = "Angela Merkel was in Rome. She will visit Paris on Friday."

    (talk,) = talks_in(text)

    assert talk.who[0] == "Angela Merkel"


def test_the_president_is_that_of_the_one_who_speaks(talks_in):
    text = (
        "US President Joe Biden called Ukrainian President Volodymyr Zelenskyy.\n\n"
        "“The President will meet his cabinet on Friday,” "
        "White House Press Secretary Karoline Leavitt said."
    )

    (talk,) = talks_in(text)

    assert "Joe Biden" in talk.who
    assert "Volodymyr Zelenskyy" not in talk.who


def test_whoever_suggests_that_he_could_meet_somebody_is_he(talks_in):
    text = (
        "Kenya's president, Paul Odera, has suggested that he and Lena Holm could meet next month."
    )

    (talk,) = talks_in(text)

    assert talk.who == ("Paul Odera", "Lena Holm")
