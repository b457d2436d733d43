"""The start with a thousand exercises on disk against the start with twenty.

What is compared is the processors' work: the difference to be found is smaller than what the times
of two equal starts differ by.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Line, Size, milliseconds
from benchmarks.start import Start, a_screen, middle, once, ratio, with_people
from digitutor_app.i18n.places import exercises

FEW, MANY = 20, 1000
#: "No slower": what two equal starts differ by.
BUDGET = 1.05


def measure(folder: Path, size: Size) -> Iterator[Line]:
    data = with_people(folder / "data", 30)
    few = shelf(folder / "few", FEW)
    many = shelf(folder / "many", size.of(MANY, 100))
    with a_screen() as environment:
        starts: dict[Path, list[Start]] = {few: [], many: []}
        for content in starts:
            once(environment, "painted_program", str(data), str(content))  # files into the cache
        for _round in range(size.of(9, 1)):
            for content, times in starts.items():
                times.append(once(environment, "painted_program", str(data), str(content)))
    work = ratio(starts[many], starts[few], "furnished_work")
    large, small = (milliseconds(middle(starts[one], "furnished")) for one in (many, few))
    told = f"processors' work until furnished; {large} / {small} passed"
    yield Line(f"start with {size.of(MANY, 100)} exercises", work, BUDGET, "x", told)


def shelf(folder: Path, count: int) -> Path:
    """A folder with all modules and so many exercises, copies of one of ours."""
    shutil.copytree(exercises(), folder, ignore=shutil.ignore_patterns("[0-9]*"))
    pattern = exercises() / "files" / "01_open_folder_and_file"
    modules = sorted(path for path in folder.iterdir() if path.is_dir())
    for number in range(count):
        module = modules[number % len(modules)]
        name = f"{number // len(modules) + 1:02}"
        copy = shutil.copytree(pattern, module / f"{name}_copy")
        exercise = copy / "exercise.toml"
        text = exercise.read_text(encoding="utf-8")
        exercise.write_text(
            text.replace('id = "files-01"', f'id = "{module.name}-{name}"', 1), encoding="utf-8"
        )
    return folder
