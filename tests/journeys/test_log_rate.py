"""A log takes so many lines of a kind, and says how many more there were."""

import logging

from renderer.journeys.serving.log_rate import LogRate


def line(event: str, status: int = 200) -> logging.LogRecord:
    record = logging.LogRecord("aftalerapport.service", logging.INFO, "", 1, "request", (), None)
    record.event, record.status = event, status
    return record


def test_what_comes_too_often_is_left_out_and_counted() -> None:
    now = 0.0
    rate = LogRate(lambda: now)
    written = [rate.filter(line("refused", 401)) for _ in range(1_000)]
    assert sum(written) == 200
    assert rate.filter(line("request"))
    now = 11.0
    after = line("refused", 401)
    assert rate.filter(after)
    assert after.__dict__["left_out"] == 800
    assert "left_out" not in line("refused", 401).__dict__
