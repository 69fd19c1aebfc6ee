"""Draws the growth of the page as an SVG: median latency over the size of the archive, both by powers of ten."""

import math
from collections.abc import Mapping
from html import escape

WIDTH, HEIGHT = 720, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 76, 24, 70, 62
_INK, _SOFT, _LINE, _BOUND = "#1d3b2a", "#5d7263", "#2f7d4f", "#b3541e"


def growth_svg(latencies: Mapping[int, float], *, bound: float) -> str:
    """Return the plot; `latencies` in seconds by number of events, `bound` how much the largest may grow."""
    sizes = sorted(latencies)
    smallest = latencies[sizes[0]] * 1000
    top = _nice(max(max(latencies.values()) * 1000, smallest * bound) * 1.15)

    def x(size: float) -> float:
        share = (math.log10(size) - math.log10(sizes[0])) / (math.log10(sizes[-1]) - math.log10(sizes[0]))
        return _LEFT + 24 + share * (WIDTH - _LEFT - _RIGHT - 48)

    def y(milliseconds: float) -> float:
        return HEIGHT - _BOTTOM - milliseconds / top * (HEIGHT - _TOP - _BOTTOM)

    grid = "".join(
        f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y(tick):.1f}" y2="{y(tick):.1f}" class="grid"/>'
        f'<text x="{_LEFT - 10}" y="{y(tick) + 4:.1f}" class="tick" text-anchor="end">{tick:g}</text>'
        for tick in _ticks(top)
    )
    points = [(x(size), y(latencies[size] * 1000)) for size in sizes]
    path = " ".join(f"{'M' if n == 0 else 'L'}{px:.1f} {py:.1f}" for n, (px, py) in enumerate(points))
    marks = "".join(
        f'<circle cx="{px:.1f}" cy="{py:.1f}" r="5"/>'
        f'<text x="{px:.1f}" y="{py - 14:.1f}" class="value">{latencies[size] * 1000:.1f} ms</text>'
        f'<text x="{px:.1f}" y="{HEIGHT - _BOTTOM + 22}" class="tick" text-anchor="middle">{size:,}</text>'
        for size, (px, py) in zip(sizes, points, strict=True)
    )
    limit = y(smallest * bound)
    ratio = latencies[sizes[-1]] / latencies[sizes[0]]
    title = "A page of the agenda, from a thousand events to a million"
    under = f"median of the page of 50 by week, department and word; × {ratio:.2f} for × {sizes[-1] // sizes[0]:,} events"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">
<title id="t">{escape(title)}</title>
<desc id="d">{escape("; ".join(f"{size:,} events: {latencies[size] * 1000:.1f} ms" for size in sizes))}</desc>
<style>
text {{ font: 13px system-ui, sans-serif; fill: {_SOFT} }}
.title {{ font-size: 17px; font-weight: 600; fill: {_INK} }}
.value {{ font-weight: 600; fill: {_INK}; text-anchor: middle }}
.grid {{ stroke: #dfe7e0; stroke-width: 1 }}
.limit {{ stroke: {_BOUND}; stroke-width: 1.5; stroke-dasharray: 6 5 }}
.bound {{ fill: {_BOUND} }}
circle {{ fill: {_LINE}; stroke: #fff; stroke-width: 2 }}
</style>
<rect width="{WIDTH}" height="{HEIGHT}" rx="10" fill="#fbfdfb"/>
<text x="{_LEFT - 52}" y="30" class="title">{escape(title)}</text>
<text x="{_LEFT - 52}" y="50">{escape(under)}</text>
{grid}
<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{limit:.1f}" y2="{limit:.1f}" class="limit"/>
<text x="{WIDTH - _RIGHT - 6}" y="{limit - 7:.1f}" class="bound" text-anchor="end">bound: × {bound:g}</text>
<path d="{path}" fill="none" stroke="{_LINE}" stroke-width="2.5" stroke-linejoin="round"/>
{marks}
<text x="{(_LEFT + WIDTH - _RIGHT) / 2}" y="{HEIGHT - 14}" text-anchor="middle">events in the archive</text>
<text transform="translate(20 {(HEIGHT - _BOTTOM + _TOP) / 2}) rotate(-90)" text-anchor="middle">milliseconds</text>
</svg>
"""


_PARTS = {1: 5, 1.5: 3, 2: 4, 3: 3, 4: 4, 5: 5, 6: 6, 8: 4, 10: 5}
"""Round tops of an axis (times a power of ten), and into how many parts each is cut at round numbers."""


def _nice(value: float) -> float:
    """Round up to the next top of an axis."""
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in _PARTS if step * power >= value)


def _ticks(top: float) -> list[float]:
    power: float = 10.0 ** math.floor(math.log10(top))
    parts = _PARTS[round(top / power, 1)]
    return [round(top * n / parts, 6) for n in range(parts + 1)]
