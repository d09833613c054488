"""Write one agreement: `python -m bench.agreement_one docx agreement.json FILE`."""

import json
import sys
from pathlib import Path

from renderer.edition.agreement.document import AgreementDocument
from renderer.writers.agreement import AGREEMENT_WRITERS


def main(ending: str, source: str, target: str) -> None:
    """Write the agreement of a JSON file in a format."""
    agreement = AgreementDocument.model_validate_json(Path(source).read_bytes())
    Path(target).write_bytes(AGREEMENT_WRITERS[ending](agreement))
    print(json.dumps({}))


if __name__ == "__main__":
    main(*sys.argv[1:])
