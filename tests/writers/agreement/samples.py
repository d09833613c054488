"""Agreements as documents to be: with everything in it, as large as a real one, and with hardly anything."""

from collections.abc import Callable

from renderer.edition.agreement.build import build_agreement
from renderer.edition.agreement.document import AgreementDocument
from renderer.model.signed.signed_agreement import SignedAgreement
from tests.samples import small_case
from tests.signed_samples import large_signed, small_signed


def document(signed: SignedAgreement) -> AgreementDocument:
    return build_agreement(small_case().model_copy(update={"signed": signed}))


def small() -> AgreementDocument:
    return document(small_signed())


def large() -> AgreementDocument:
    return document(large_signed())


def bare() -> AgreementDocument:
    return document(SignedAgreement.model_validate({"periode": "2021"}))


def tables_only() -> AgreementDocument:
    """Tables without groups, without rows, over one year, and with a unit of their own."""
    rows = [{"titel": "Uden nummer", "beløb": {"2021": "1,5"}}, {"nummer": "1.1", "titel": "Uden beløb"}]
    annexes = [
        {"type": "drift", "titel": "Tal", "enhed": "mio. kr.", "grupper": [{"rækker": rows}], "noter": ["Se > her."]},
        {"type": "øvrig finansiering", "titel": "Ingen tal"},
    ]
    return document(SignedAgreement.model_validate({"periode": "2021", "bilag": annexes}))


SAMPLES: dict[str, Callable[[], AgreementDocument]] = {
    "small": small,
    "large": large,
    "bare": bare,
    "tables": tables_only,
}
