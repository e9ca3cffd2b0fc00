"""What a page posts, read up to a limit."""

from __future__ import annotations

from starlette.requests import Request


async def posted(request: Request, *, most: int) -> bytes | None:
    """What was sent, or None where it is more bytes than may be."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            return None
    return bytes(data)
