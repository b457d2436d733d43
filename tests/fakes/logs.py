"""Watches the log of a test: a warning that nobody expected fails it."""

import logging
import re


class LogWatch(logging.Handler):
    """Keeps each record of level WARNING or above until the end of the test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._expected: list[re.Pattern[str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def expect(self, pattern: str) -> None:
        """The test must log a warning or an error whose text matches this pattern somewhere."""
        self._expected.append(re.compile(pattern))

    def complaints(self) -> list[str]:
        """One line for each record nobody expected, and for each expected one that never came."""
        texts = [record.getMessage() for record in self._records]
        unexpected = [
            f"unexpected {record.levelname} of {record.name}: {text}"
            for record, text in zip(self._records, texts, strict=True)
            if not any(pattern.search(text) for pattern in self._expected)
        ]
        never_came = [
            f"expected in the log, but it never came: {pattern.pattern}"
            for pattern in self._expected
            if not any(pattern.search(text) for text in texts)
        ]
        return unexpected + never_came
