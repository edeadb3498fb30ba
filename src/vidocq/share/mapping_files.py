"""Reading the data files that say how the record maps to other formats."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

Form = TypeVar("Form")


def read_mapping(file: str, form: type[Form]) -> Form:
    """The contents of ``data/FILE`` (YAML) as ``form``.

    Raises:
        msgspec.ValidationError: the file breaks its own form.
    """
    text = files("vidocq.share").joinpath("data", file).read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), form)
