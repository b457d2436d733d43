"""Plain data: what JSON can hold. State that is saved is made of nothing else."""

from collections.abc import Mapping, Sequence

Plain = str | int | bool | None | Sequence["Plain"] | Mapping[str, "Plain"]
Row = Mapping[str, Plain]
