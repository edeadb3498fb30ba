"""Reading the data files of this folder's galaxy, group, technique and incident modules."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from vidocq.knowledge.kept import fingerprint_of, kept

_DATA = Path(__file__).parent / "data"
Record = TypeVar("Record")


class DataError(ValueError):
    """A data file has a mistake. The message names the file, the entry and the field."""


def read_data(file: str, form: type[Record]) -> Record:
    """The content of ``data/FILE`` (YAML) as ``form``, kept between runs: YAML takes twenty times as long.

    A date stays a string: ours may be years, months or intervals.
    Raises `DataError` naming the file and the place in it that does not fit the form.
    """
    path = _DATA / file
    part = f"data-{path.stem}-{form.__name__.strip('_').lower()}"
    return kept(part, form, lambda: _read(path, form), fingerprint_of([path]))


def _read(path: Path, form: type[Record]) -> Record:
    import yaml

    class Loader(yaml.CSafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    file = path.name
    try:
        return msgspec.convert(yaml.load(path.read_bytes(), Loader=Loader), form, strict=True)
    except yaml.YAMLError as error:
        raise DataError(f"{file}: not readable as YAML: {error}") from error
    except msgspec.ValidationError as error:
        raise DataError(f"{file}: {error}") from error
