"""Runs in the environment of Recognizers-Text: every Chinese model of numbers, units and dates over the texts.

Prints one JSON object: characters read, processor seconds, peak memory in MB. Arguments: the text files; the first
LIMIT characters of each are read.
"""

import json
import resource
import sys
import time
from pathlib import Path

from recognizers_date_time import DateTimeRecognizer
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture

LIMIT = 2_000
number, unit = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
models = [
    number.get_number_model(),
    number.get_percentage_model(),
    number.get_ordinal_model(),
    unit.get_currency_model(),
    unit.get_dimension_model(),
    unit.get_age_model(),
    unit.get_temperature_model(),
    DateTimeRecognizer(Culture.Chinese).get_datetime_model(),
]
texts = [Path(name).read_text(encoding="utf-8")[:LIMIT] for name in sys.argv[1:]]
for model in models:
    model.parse("三个")
begin = time.process_time()
for text in texts:
    for line in filter(str.strip, text.split("\n")):
        for model in models:
            model.parse(line)
seconds = time.process_time() - begin
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"characters": sum(map(len, texts)), "seconds": seconds, "megabytes": memory}))
