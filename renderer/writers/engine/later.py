"""Modules that are loaded when something of them is used."""

import importlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module; what is set on it is set on the module when that is loaded."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        module = importlib.import_module(self.__name__)
        vars(module).update({key: value for key, value in vars(self).items() if not key.startswith("__")})
        return getattr(module, name)


class _Called:
    """Stands for a function or class that is only called."""

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return getattr(importlib.import_module(self._module), self._name)(*arguments, **options)


@contextmanager
def loaded_later(modules: Mapping[str, tuple[str, ...]]) -> Iterator[None]:
    """What is imported of these modules in the block is loaded when it is used; `modules` says what is taken by name.

    A module that is loaded already stays as it is.
    """
    stand_ins = {name: _Later(name) for name in modules if name not in sys.modules}
    for name, stand_in in stand_ins.items():
        vars(stand_in).update({taken: _Called(name, taken) for taken in modules[name]})
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
