"""A light on a page: a shape and a word as well as a colour."""

SHAPES = {
    "done": "●",
    "done_late": "●",
    "ahead": "▲",
    "on_pace": "■",
    "behind": "◆",
    "overdue": "✕",
    "not_due": "○",
    "not_started": "◇",
    "no_light": "–",
}
