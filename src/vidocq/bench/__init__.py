"""How fast this machine reads these texts: what `vidocq bench` measures. No other step uses it.

`sample` draws what is read of the inputs, `ways` are the things that are done with it and timed, in turns
(`timing`); `processes` measures whole processes: their start and their memory; `machine` says on what.
"""

from vidocq.bench.report import Report, measure

__all__ = ["Report", "measure"]
