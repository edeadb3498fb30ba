"""The machine that is measured on: what it is, one core of it, and the memory of a process."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from vidocq.compiled import in_use

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """What a figure must be read with. ``cores`` are those that the process may use; ``core`` the one that it was
    held to, None where it was not."""

    processor: str
    system: str
    python: str
    cores: int
    core: int | None
    load: float | None
    """How many processes were at work or waiting for a core in the minute before; None where it is not told."""
    packages: dict[str, str]
    compiled: bool
    """Whether the reader's machine code is read, or its sources."""


def hold_to_one_core() -> int | None:
    """Keep this process and its children on one core, and their libraries to one thread.

    Call it before anything that starts threads is imported. Gives the core's number, or None on a
    system without processor affinity (macOS, Windows).
    """
    for name in _THREADS:
        os.environ[name] = "1"
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def describe(core: int | None = None, packages: tuple[str, ...] = ("vidocq",)) -> Machine:
    """The machine, with the versions of those of the packages that are installed."""
    versions: dict[str, str] = {}
    for name in packages:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    return Machine(
        processor=_processor(),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        cores=_cores(),
        core=core,
        load=os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        packages=versions,
        compiled=in_use(),
    )


def named(machine: Machine) -> str:
    """The packages and their versions, and how the reader is read, for a line of a report."""
    versions = ", ".join(f"{name} {number}" for name, number in machine.packages.items())
    return f"{versions}; reader {'in machine code' if machine.compiled else 'from its sources'}"


def peak_memory() -> int:
    """The most memory this process has held so far (resident set), in bytes.

    On Linux it is the kernel's mark for this very program: what ``getrusage`` says there includes
    the parent that started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if platform.system() == "Darwin" else most * 1024


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
