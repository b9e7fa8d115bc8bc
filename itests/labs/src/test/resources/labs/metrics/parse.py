"""Reads metrics strictly, and writes each number as: name label=value ... = number."""
import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_metrics
from prometheus_client.parser import text_string_to_metric_families as plain_text

parser = {"openmetrics": open_metrics, "text": plain_text}[sys.argv[1]]
seen = set()
for family in parser(sys.stdin.read()):
    for sample in family.samples:
        if not family.documentation or family.type == "unknown":
            sys.exit(f"{family.name} is {family.type}, without words about it")
        line = " ".join([sample.name] + [f"{k}={v}" for k, v in sorted(sample.labels.items())])
        if line in seen:
            sys.exit(f"{line} is there twice")
        seen.add(line)
        print(line, "=", f"{sample.value:g}")
