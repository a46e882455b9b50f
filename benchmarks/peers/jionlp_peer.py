"""Runs in the environment of JioNLP: amounts of money and times, the quantities that it extracts, over the texts.

Prints one JSON object: characters read, processor seconds, peak memory in MB. Arguments: the text files.
"""

import contextlib
import json
import resource
import sys
import time
from pathlib import Path

with contextlib.redirect_stdout(sys.stderr):
    import jionlp

texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
jionlp.ner.extract_money("三元")
jionlp.ner.extract_time("三月")
begin = time.process_time()
for text in texts:
    for line in filter(str.strip, text.split("\n")):
        jionlp.ner.extract_money(line)
        jionlp.ner.extract_time(line)
seconds = time.process_time() - begin
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"characters": sum(map(len, texts)), "seconds": seconds, "megabytes": memory}))
