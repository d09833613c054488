"""Work of a request in a confined process, without holding up the requests that need none."""

from collections.abc import Callable
from typing import TypeVar

import anyio
from anyio import CapacityLimiter

from renderer.service.state import Service

Result = TypeVar("Result")


async def confined(service: Service, task: Callable[..., Result], *arguments: object) -> Result:
    """The result of a task. Raises what it raised, `Busy` or `LimitExceeded`."""
    # One thread more than may wait, so that the one too many is refused at once instead of waiting for a thread.
    limiter = _limiter(service)
    return await anyio.to_thread.run_sync(lambda: service.workshop.run(task, *arguments), limiter=limiter)


def _limiter(service: Service) -> CapacityLimiter:
    if service.limiter is None:
        service.limiter = CapacityLimiter(service.workshop.most + 8)
    return service.limiter
