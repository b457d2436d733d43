"""Files and functions stay small enough to be read in one go."""

from tests.house.sources import sources

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
EXPLANATION = "longer because"
OURS = ("digitutor_app", "packaging")


def test_a_file_is_short_or_explains_itself() -> None:
    lengths = {
        source.name: len(source.text.splitlines())
        for source in sources(*OURS)
        if EXPLANATION not in source.docstring.lower()
    }
    assert {name: lines for name, lines in lengths.items() if lines > LINES_OF_A_FILE} == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{source.name}:{function.lineno} {function.name}": source.code_lines(function)
        for source in sources(*OURS)
        for function in source.functions()
    }
    assert {name: lines for name, lines in lengths.items() if lines > LINES_OF_A_FUNCTION} == {}


def test_the_ruler_measures_code_only() -> None:
    [ruler] = [source for source in sources("tests/house") if source.name.endswith("/sources.py")]
    lengths = {function.name: ruler.code_lines(function) for function in ruler.functions()}
    assert lengths["code_lines"] == 5
    assert lengths["functions"] == 3
