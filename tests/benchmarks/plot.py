"""A plain line chart as SVG: seconds against millions of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 360, 56, 200, 24, 44
COLOURS = ("#0b7285", "#2b8a3e", "#868e96", "#c92a2a")


def draw(path: Path, sizes: list[float], lines: dict[str, list[float]]) -> None:
    """Write a chart.

    Args:
        path: the file.
        sizes: millions of lines of code, ascending.
        lines: seconds for each size, by the name of what was run.
    """
    most = max(max(values) for values in lines.values()) * 1.1
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def x(size: float) -> float:
        return LEFT + (right - LEFT) * size / (sizes[-1] * 1.02)

    def y(seconds: float) -> float:
        return bottom - (bottom - TOP) * seconds / most

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="12" fill="#495057">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<path d="M{LEFT},{TOP}V{bottom}H{right}" fill="none" stroke="#ced4da"/>',
        f'<text x="{(LEFT + right) / 2:.0f}" y="{HEIGHT - 8}" text-anchor="middle">'
        "million lines of code</text>",
        f'<text x="{LEFT - 40}" y="{TOP - 8}">seconds</text>',
    ]
    for size in sizes:
        label = f'<text x="{x(size):.1f}" y="{bottom + 16}" text-anchor="middle">'
        parts.append(f"{label}{size:.2g}</text>")
    for number in range(5):
        value = most * number / 4
        at = f'x="{LEFT - 6}" y="{y(value) + 4:.1f}" text-anchor="end"'
        parts.append(f"<text {at}>{value:.1f}</text>")
    for (name, values), colour in zip(lines.items(), COLOURS, strict=False):
        points = list(zip(sizes, values, strict=True))
        joined = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in points)
        parts.append(
            f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        parts += [
            f'<circle cx="{x(size):.1f}" cy="{y(value):.1f}" r="3" fill="{colour}"/>'
            for size, value in points
        ]
        where = f'x="{right + 8}" y="{y(values[-1]) + 4:.1f}" fill="{colour}"'
        parts.append(f"<text {where}>{escape(name)}</text>")
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")
