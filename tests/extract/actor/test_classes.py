"""What the words beside a name say that it names."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors
from briefing.model import Kind


@pytest.fixture(scope="session")
def kinds_in(page_of):
    return lambda text: {actor.name: actor.kind for actor in find_actors(page_of(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The tanker Brightwater sank. Survivors of the tanker Brightwater were cold.",
        "Hurricane Elma hit the coast. Elma killed nine people, officials said.",
        "HMS Daring sailed on Friday. The crew of the Daring will be home in May.",
        "Her novel Winterlight was read. The novel Winterlight sold well.",
        "Operation Silver Dawn began on Friday, officials said.",
        "Two Grey Hawk helicopters landed on Friday. A Grey Hawk crashed.",
        'Critics liked "The Long Road" and its music. "The Long Road" opens in May.',
    ],
)
def test_ships_storms_and_works_are_no_actors(kinds_in, text):
    assert kinds_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They flew to Elmhaven, a village in Norway.", "Elmhaven", Kind.PLACE),
        ("He works for Coinvault, a company in Boston.", "Coinvault", Kind.ORGANISATION),
        ("It was the band Ubaro that played in Boston.", "Ubaro", Kind.ORGANISATION),
    ],
)
def test_a_common_noun_tells_what_a_name_is(kinds_in, text, name, kind):
    assert kinds_in(text)[name] is kind


def test_what_is_pro_or_anti_something_is_no_name(kinds_in):
    names = kinds_in("Pan-democrat voters and anti-Kremlin groups met near Luhansk in Ukraine.")

    assert set(names) == {"Luhansk", "Ukraine"}


def test_a_given_name_in_two_halves_stays_whole(kinds_in):
    names = kinds_in("Wong Kwok-hei was elected in Hong Kong. Wong Kwok-hei thanked voters.")

    assert names == {"Wong Kwok-hei": Kind.PERSON, "Hong Kong": Kind.PLACE}


@pytest.mark.parametrize(
    "text",
    [
        "Iodine is added to salt. Doctors say Iodine helps, and iodine is cheap; iodine is good.",
        "Racism and Islamophobia are rising, they said.",
    ],
)
def test_substances_and_attitudes_are_no_actors(kinds_in, text):
    assert kinds_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The mayor of Elmsworth spoke on Friday.", "Elmsworth", Kind.PLACE),
        ("A fire broke out in Harwick, Ohio, on Friday.", "Harwick", Kind.PLACE),
        ("The climbers left Mount Skell on Friday.", "Mount Skell", Kind.PLACE),
        ("They played at Roland Garros in May.", "Roland Garros", Kind.PLACE),
        ("Coinvault founder Sam Bell spoke in Boston.", "Coinvault", Kind.ORGANISATION),
        ("The Obama era ended, and Trump aides left.", "Trump", Kind.PERSON),
    ],
)
def test_the_words_around_tell_what_a_name_is(kinds_in, text, name, kind):
    assert kinds_in(text)[name] is kind


def test_a_surname_in_the_plural_is_a_family(kinds_in):
    kinds = kinds_in(
        "The Hendersons lost their home. Paul Henderson, 42, said the Hendersons would rebuild."
    )

    assert kinds["Hendersons"] is Kind.PERSON


def test_two_universities_are_two(kinds_in):
    text = "The University of Northmoor and Tamber State University signed the deal."

    assert set(kinds_in(text)) == {"University of Northmoor", "Tamber State University"}


def test_a_body_keeps_what_it_is_for(kinds_in):
    kinds = kinds_in("Ryan Holt of the Campaign for Better Buses met the Supreme Court of Kenya.")

    assert {"Campaign for Better Buses", "Supreme Court of Kenya"} <= set(kinds)


def test_honours_and_describing_words_are_no_part_of_a_name(kinds_in):
    kinds = kinds_in(
        "Nonpartisan Ann Lee lost to Tom Molden, QC. Another nonpartisan, Ken Ho, came third."
    )

    assert set(kinds) == {"Ann Lee", "Tom Molden", "Ken Ho"}


def test_the_writer_of_an_article_is_no_actor_of_it(kinds_in):
    assert "Tom Berg" not in kinds_in("By Tom Berg\n\nThe mayor of Boston, Ana Ruiz, resigned.")


def test_someone_of_capital_letters_is_of_a_body(kinds_in):
    kinds = kinds_in("Maria Holm of ABTU and Tom Berg of ANTU met in Boston.")

    assert kinds["ABTU"] is kinds["ANTU"] is Kind.ORGANISATION


def test_two_places_that_are_one_woman_are_a_person(kinds_in):
    kinds = kinds_in("Elvane Paris, a British woman, sued. Paris was born in Leeds.")

    assert kinds == {"Elvane Paris": Kind.PERSON, "Leeds": Kind.PLACE}


@pytest.mark.parametrize("name", ["Shandor Station", "Adler-Holm Museum", "Lake Morrow"])
def test_the_last_word_of_a_name_tells_a_building(kinds_in, name):
    assert kinds_in(f"They walked to {name} on Friday.")[name] is Kind.PLACE


def test_the_north_and_the_south_of_a_country_are_no_one_country(kinds_in):
    assert "South Korea" in kinds_in("Talks between North and South Korea resumed in Seoul.")


def test_a_plural_with_an_article_is_a_team_where_sport_is_told(kinds_in):
    kinds = kinds_in(
        "The Larks beat the Badgers 24-17 in Boston. It was their first win of the season. "
        "Their coach praised the quarterback."
    )

    assert kinds["Larks"] is kinds["Badgers"] is Kind.ORGANISATION


def test_a_party_stands_in_front_of_the_word_for_it(kinds_in):
    assert kinds_in("In Norway the New Dawn party won.")["New Dawn"] is Kind.ORGANISATION


def test_what_has_users_and_versions_is_no_actor(kinds_in):
    text = "Kestrel users were glad. Two versions of Kestrel came out in Boston."

    assert set(kinds_in(text)) == {"Boston"}


def test_the_title_of_an_occasion_is_no_person(kinds_in):
    assert "Prize" not in kinds_in("They were at the Booker Prize dinner in London.")


def test_a_body_ends_where_its_spokesman_begins(kinds_in):
    kinds = kinds_in("They called the Council of Europe Tom Berg said. It met in Boston.")

    assert "Council of Europe" in kinds


def test_a_family_name_and_two_syllables_are_a_person(kinds_in):
    assert kinds_in("Pan-democrat Lam Cheuk-yin won in Kowloon.")["Lam Cheuk-yin"] is Kind.PERSON


@pytest.mark.parametrize("name", ["Herat", "Omaha", "Novi Sad"])
def test_a_great_city_is_a_place_wherever_it_stands(kinds_in, name):
    assert kinds_in(f"They spoke of {name} on Friday.")[name] is Kind.PLACE


def test_letters_with_numbers_are_models_and_no_actors(kinds_in):
    assert kinds_in("Two F-16 jets and 20 pounds of C-4 were lost.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Oscar-winning actress Ann Bell spoke. Tony winner Ann Bell sang.",
        "The Kestrel Heavy blasted off on Monday. Kestrel Heavy is the work of Ann Bell.",
        "Carver v. Kurtzman was cited by the judge, Ann Bell.",
        "Ann Bell is on an official Royal tour.",
        "Ann Bell plays Minecraft on her iPad. She has no Firefox and no Xbox.",
        "Ann Bell bought Styrofoam in the App Store before Rosh Hashana began.",
    ],
)
def test_prizes_craft_cases_and_adjectives_are_no_actors(kinds_in, text):
    assert kinds_in(text) == {"Ann Bell": Kind.PERSON}


@pytest.mark.parametrize(
    "text",
    [
        "Carl Jones, a co-founder of Asana, spoke in Ohio.",
        "Paul Reed is repped by Asana and lives in Ohio.",
        "Asana Chief People Officer Ann Bell wrote a post. Bell said Asana was sorry.",
    ],
)
def test_what_is_founded_or_led_is_a_body(kinds_in, text):
    assert kinds_in(text)["Asana"] is Kind.ORGANISATION
    assert "People" not in kinds_in(text)


def test_who_flies_is_no_craft(kinds_in):
    assert kinds_in("Yuri Carver was launched into space.") == {"Yuri Carver": Kind.PERSON}


def test_a_team_and_its_town_are_one_body_without_the_word_that_opens(page_of):
    text = "Jubilant Chicago Cubs fans danced. The Cubs won. Chicago Cubs manager Carl Jones cried."

    names = {actor.name: actor.aliases for actor in find_actors(page_of(text))}

    assert names["Chicago Cubs"] == ("Cubs",)
    assert "Jubilant Chicago Cubs" not in names


def test_dotted_initials_make_a_person_with_and_without_their_dots(page_of):
    text = "A.J. Carver died on Friday. AJ Carver was 55 and played the drums."

    (one,) = find_actors(page_of(text))

    assert one.kind is Kind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        'Last weekend\'s winner, "Marlowe," was shown on nine screens.',
        "She won a prize in 1973 for her part in “Marlowe.” It was shown again.",
        "He has had trouble with magnetic reversal loops (MRL) for years.",
        "They treat chronic tendon disease, or CTD, with rest.",
        "While Stoicism has a long history, few read it.",
    ],
)
def test_works_in_marks_terms_and_beliefs_are_no_actors(kinds_in, text):
    assert kinds_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Elma Youth Council (EYC) met on Friday.", "Elma Youth Council", Kind.ORGANISATION),
        ('The crowd chanted "Lindgren" as Petra Lindgren came.', "Petra Lindgren", Kind.PERSON),
    ],
)
def test_nicknames_bodies_and_chants_stay_actors(kinds_in, text, name, kind):
    assert any(found.startswith(name) and k is kind for found, k in kinds_in(text).items())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("His grandfather, Kim Tae Sun, was a soldier.", "Kim Tae Sun", Kind.PERSON),
        ("The only points came from a DeMarlon Weston score.", "DeMarlon Weston", Kind.PERSON),
        ("CNN's Nimra Kirac reported from Atlanta.", "Nimra Kirac", Kind.PERSON),
        (
            "It is known that Wingsnord first officer Carl Jones did it.",
            "Wingsnord",
            Kind.ORGANISATION,
        ),
        ("A Wingsnord plane with 16 pupils went down.", "Wingsnord", Kind.ORGANISATION),
        ("He met his wife Petra, Duchess of Elma.", "Petra", Kind.PERSON),
    ],
)
def test_how_a_name_is_made_and_who_serves_it_tell_its_kind(kinds_in, text, name, kind):
    assert kinds_in(text)[name] is kind


def test_two_bodies_at_a_comma_are_two(kinds_in):
    kinds = kinds_in(
        "Scientists at the Weston National Laboratory, Elma University and NASA agreed."
    )

    assert {"Weston National Laboratory", "Elma University", "NASA"} <= set(kinds)


@pytest.mark.parametrize(
    "text", ["They spoke in Hindi.", "It was held at the Weston Classic.", "Mum was here."]
)
def test_tongues_cups_and_mothers_are_no_actors(kinds_in, text):
    assert kinds_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He sells tickets for the Boston Warblers.", "Boston Warblers", Kind.ORGANISATION),
        ("The Austin Warblers lost to the Denver Herons.", "Austin Warblers", Kind.ORGANISATION),
        ("A party was held at Elma's Brandenburg Gate.", "Brandenburg Gate", Kind.PLACE),
    ],
)
def test_a_plural_behind_a_town_is_a_team(kinds_in, text, name, kind):
    assert kinds_in(text)[name] is kind


@pytest.mark.parametrize(
    "text",
    ["They wore Google Specs on Friday.", "It is as large as the old Saturn IV, he said."],
)
def test_what_a_known_firm_makes_and_one_of_a_series_is_no_person(kinds_in, text):
    assert Kind.PERSON not in kinds_in(text).values()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is the largest deal this year, according to Dealmap.", "Dealmap"),
        ("The pictures were in South Korea's Hanju Ilbo newspaper on Friday.", "Hanju Ilbo"),
        ("Harlan's acquisition of Torre Foods was the largest. Harlan was glad.", "Harlan"),
    ],
)
def test_sources_papers_and_buyers_of_firms_are_bodies(kinds_in, text, name):
    assert kinds_in(text)[name] is Kind.ORGANISATION


def test_a_person_known_in_full_stays_one_as_a_source(kinds_in):
    kinds = kinds_in("Ana Ruiz sold the firm. It is the largest deal, according to Ruiz.")
    assert kinds == {"Ana Ruiz": Kind.PERSON}


def test_the_symbol_of_a_share_stands_for_its_firm(page_of):
    (firm,) = find_actors(page_of("Shares of Barclays (BCS) fell. The bank said BCS lost a third."))
    assert (firm.name, firm.aliases) == ("Barclays", ("BCS",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Arizona Cardinals coach Ana Ruiz left. The Cardinals have struggled.",
            "Arizona Cardinals",
        ),
        ("They lost that game to the Carolina Panthers on Friday.", "Carolina Panthers"),
        ("She studied at Virginia Tech in 1975.", "Virginia Tech"),
    ],
)
def test_teams_and_colleges_are_bodies_though_called_like_offices_and_people(kinds_in, text, name):
    assert kinds_in(text)[name] is Kind.ORGANISATION


def test_cardinals_without_a_town_are_men_of_the_church(kinds_in):
    assert "Cardinals" not in kinds_in("Ana Ruiz met the Cardinals in Rome on Friday.")


def test_the_title_of_a_book_names_nobody(kinds_in):
    assert kinds_in('In her book, "The Goalkeeper Listener," she wrote of it.') == {}


def test_the_eve_of_a_feast_is_nobody(kinds_in):
    text = "Thousands dance on New Year's Eve on Sunday. Berlin New Year's Eve parties are large."
    assert not kinds_in(text).keys() - {"Berlin"}


def test_a_land_and_a_word_are_a_body(kinds_in):
    kinds = kinds_in("The owner told France Info that it was so. He heard it on France Info.")
    assert kinds == {"France Info": Kind.ORGANISATION}


def test_who_speaks_for_a_body_is_not_the_body(kinds_in):
    kinds = kinds_in("“We wait,” said a spokesman for the union, Tom Berg.")
    assert kinds == {"Tom Berg": Kind.PERSON}
    assert kinds_in("It was bought by the bank, Weston Morcom, on Friday.") != {
        "Weston Morcom": Kind.PERSON
    }


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "In May, Holm will visit China. The Danish minister Niels Holm said so.",
            {"Niels Holm": Kind.PERSON, "China": Kind.PLACE},
        ),
        (
            "Dell's executives were late. Ana Ruiz, a Dell shareholder, met Michael Dell.",
            {"Dell": Kind.ORGANISATION, "Ana Ruiz": Kind.PERSON, "Michael Dell": Kind.PERSON},
        ),
        (
            "They live in Solo, Central Java, and in Elma, Ohio.",
            {
                "Solo": Kind.PLACE,
                "Central Java": Kind.PLACE,
                "Elma": Kind.PLACE,
                "Ohio": Kind.PLACE,
            },
        ),
        (
            "The Chinese ambassador to Russia Zhang Hanwei told Sputnik. “It is so,” Zhang said.",
            {"Zhang Hanwei": Kind.PERSON, "Russia": Kind.PLACE, "Sputnik": Kind.ORGANISATION},
        ),
    ],
    ids=["a month", "a founder's firm", "a region", "an office of two lands"],
)
def test_names_beside_other_names_are_read_for_what_they_are(kinds_in, text, kinds):
    assert kinds_in(text) == kinds


def test_what_a_school_is_called_after_is_a_place(kinds_in):
    text = "The fire at Elma Hook Elementary School was out. After Elma Hook, rules changed."

    assert kinds_in(text)["Elma Hook"] is Kind.PLACE
