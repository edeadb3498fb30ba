"""Reading the data files of this folder's galaxy, group, technique and incident modules."""

from __future__ import annotations

from importlib import resources
from typing import TypeVar

import msgspec

Record = TypeVar("Record")


class DataError(ValueError):
    """A data file has a mistake. The message names the file, the entry and the field."""


def read_data(file: str, form: type[Record]) -> Record:
    """The content of ``data/FILE`` (YAML) as ``form``.

    A date stays a string: ours may be years, months or intervals.
    Raises `DataError` naming the file and the place in it that does not fit the form.
    """
    import yaml

    class Loader(yaml.CSafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    text = resources.files("vidocq.knowledge").joinpath("data", file).read_bytes()
    try:
        return msgspec.convert(yaml.load(text, Loader=Loader), form, strict=True)
    except yaml.YAMLError as error:
        raise DataError(f"{file}: not readable as YAML: {error}") from error
    except msgspec.ValidationError as error:
        raise DataError(f"{file}: {error}") from error
