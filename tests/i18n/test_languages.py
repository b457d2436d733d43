import subprocess
import sys
from pathlib import Path

import pytest

from digitutor_app.i18n import N_, _, available, current, languages, ngettext, own_name, use
from digitutor_app.i18n.languages import BrokenLanguageError, MissingLanguageError


def test_finnish_is_the_text_in_the_code():
    assert current() == "fi"
    assert _("Hei, {name}").format(name="Aino") == "Hei, Aino"
    assert ngettext("{n} tehtävä", "{n} tehtävää", 1) == "{n} tehtävä"
    assert ngettext("{n} tehtävä", "{n} tehtävää", 0) == "{n} tehtävää"


def test_switching_changes_the_texts_and_back(pretend: Path):
    use("qps", pretend)
    assert current() == "qps"
    assert _("Hei, {name}").format(name="Aino") == "[Ħëëïï, Aino]"
    assert ngettext("{hours} tunti", "{hours} tuntia", 1) == "[{hours} ħöür]"
    assert ngettext("{hours} tunti", "{hours} tuntia", 3) == "[{hours} ħöürs]"
    use("fi", pretend)
    assert _("Hei, {name}") == "Hei, {name}"


def test_a_text_without_translation_stays_finnish(pretend: Path):
    use("qps", pretend)
    assert _("Jatka") == "Jatka"


def test_an_empty_text_is_empty_in_every_language(pretend: Path):
    use("qps", pretend)
    assert _("") == ""


def test_marking_a_text_does_not_translate_it(pretend: Path):
    use("qps", pretend)
    assert N_("ti") == "ti"
    assert _(N_("ti")) == "[tï]"


def test_a_missing_language_is_refused_and_the_old_one_stays(pretend: Path):
    use("qps", pretend)
    with pytest.raises(MissingLanguageError):
        use("zz", pretend)
    assert current() == "qps"
    assert _("ti") == "[tï]"


@pytest.mark.parametrize("damage", [b"", b"not a catalogue", b"\xde\x12\x04\x95\x00\x00"])
def test_a_damaged_catalogue_is_refused(pretend: Path, damage: bytes):
    (pretend / "qps" / "digitutor.mo").write_bytes(damage)
    with pytest.raises(MissingLanguageError):
        use("qps", pretend)


def test_only_ready_languages_are_offered_finnish_first(pretend: Path):
    assert available(pretend) == ("fi", "qps")


def test_a_ready_language_without_its_catalogue_is_not_offered(pretend: Path):
    (pretend / "qps" / "digitutor.mo").unlink()
    assert available(pretend) == ("fi",)


def test_finnish_is_offered_from_an_empty_folder(tmp_path: Path):
    assert available(tmp_path) == ("fi",)


def test_a_language_without_a_clear_flag_is_an_error(pretend: Path):
    (pretend / "qps" / "language.toml").write_text('name = "Q"\nready = "soon"\n')
    with pytest.raises(BrokenLanguageError):
        available(pretend)


def test_the_languages_that_come_with_the_program():
    assert [language.code for language in languages.found()] == ["fi", "en", "sv"]
    assert own_name("fi") == "Suomi"
    assert own_name("sv") == "Svenska"
    assert own_name("en") == "English"


def test_a_paper_can_speak_another_language_than_the_screen(pretend: Path):
    paper = languages.catalogue("qps", pretend)
    assert paper.gettext("ti") == "[tï]"
    assert _("ti") == "ti"


def test_the_commands_of_the_readme_make_a_working_catalogue(tmp_path: Path):
    def pybabel(*words: object) -> None:
        command = [sys.executable, "-m", "babel.messages.frontend", *map(str, words)]
        subprocess.run(command, check=True, capture_output=True)

    code = tmp_path / "code"
    code.mkdir()
    source = 'from digitutor_app.i18n import N_, _, ngettext\n_("Hei, {name}")\nN_("ti")\n'
    source += 'ngettext("{n} tunti", "{n} tuntia", 2)\n'
    (code / "page.py").write_text(source, encoding="utf-8")
    pot, folder = tmp_path / "digitutor.pot", tmp_path / "sv"
    po, mo = folder / "digitutor.po", folder / "digitutor.mo"
    folder.mkdir()
    pybabel("extract", "--add-comments=Translators:", "--no-wrap", "-o", pot, code)
    pybabel("init", "-i", pot, "-l", "sv", "-o", po)
    text = po.read_text(encoding="utf-8")
    for finnish, swedish in (
        ('msgid "Hei, {name}"\nmsgstr ""', 'msgid "Hei, {name}"\nmsgstr "Hej, {name}"'),
        ('msgid "ti"\nmsgstr ""', 'msgid "ti"\nmsgstr "tis"'),
        ('msgstr[1] ""', 'msgstr[1] "{n} timmar"'),
    ):
        assert finnish in text
        text = text.replace(finnish, swedish)
    po.write_text(text, encoding="utf-8")
    pybabel("update", "-i", pot, "-l", "sv", "-o", po)
    pybabel("compile", "-i", po, "-o", mo)
    use("sv", tmp_path)
    assert _("Hei, {name}") == "Hej, {name}"
    assert _("ti") == "tis"
    assert ngettext("{n} tunti", "{n} tuntia", 2) == "{n} timmar"
